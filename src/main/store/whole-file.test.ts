import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { writeWholeFile } from './whole-file'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tapeline-whole-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('writing a whole file', () => {
  it('makes it, and replaces it', () => {
    const file = join(folder, 'a.txt')
    writeWholeFile(file, '一')
    writeWholeFile(file, Buffer.alloc(3_000_000, 7))
    expect(readFileSync(file).equals(Buffer.alloc(3_000_000, 7))).toBe(true)
    expect(readdirSync(folder)).toEqual(['a.txt'])
  })

  it('leaves the old file and nothing else when it fails', () => {
    const blocked = join(folder, 'blocked')
    mkdirSync(blocked)
    writeFileSync(join(blocked, 'old.txt'), 'old')
    expect(() => writeWholeFile(blocked, 'new')).toThrow()
    expect(() => writeWholeFile(join(folder, 'no', 'such', 'folder'), 'new')).toThrow()
    expect(readFileSync(join(blocked, 'old.txt'), 'utf8')).toBe('old')
    expect(readdirSync(folder)).toEqual(['blocked'])
  })
})
