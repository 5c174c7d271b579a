import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readWire, setFuses } from './fuse-wire.mjs'

const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const executable = (wire: string, version = 1): Buffer =>
  Buffer.concat([Buffer.from(`before${SENTINEL}`), Buffer.from([version, wire.length]), Buffer.from(`${wire}after`)])

it('reads the wire and sets single fuses on it, touching nothing else', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tapeline-fuses-'))
  const file = join(folder, 'electron')
  writeFileSync(file, executable('10100011'))
  setFuses(file, { browserProcessV8Snapshot: false, nodeCliInspect: true })
  expect(readFileSync(file)).toEqual(executable('10110001'))
  expect(() => setFuses(file, { runAsNode: false })).not.toThrow()
  expect(readWire(readFileSync(file))).toBe('00110001')
  rmSync(folder, { recursive: true })
})

it('refuses what is no wire that it knows', () => {
  expect(() => readWire(Buffer.from('no electron'))).toThrow('no fuse wire')
  expect(() => readWire(executable('1', 2))).toThrow('version 2')
  expect(() => readWire(Buffer.concat([executable('1'), executable('1')]))).toThrow('more than one')
})
