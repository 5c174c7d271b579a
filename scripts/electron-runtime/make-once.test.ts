import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { isComplete, makeOnce } from './make-once.mjs'

let cache = ''
beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'tapeline-once-'))
})
afterEach(() => rmSync(cache, { recursive: true }))

const makeFile = (folder: string): Promise<void> => {
  writeFileSync(join(folder, 'made'), '')
  return Promise.resolve()
}

it('makes a folder that is whole, and leaves nothing else beside it', async () => {
  const folder = join(cache, 'runtime')
  await makeOnce(folder, makeFile)
  expect(isComplete(folder)).toBe(true)
  expect(readdirSync(cache)).toEqual(['runtime'])
})

it('makes it once, however many ask at the same time', async () => {
  const folder = join(cache, 'runtime')
  let made = 0
  const slowly = async (empty: string): Promise<void> => {
    made += 1
    await new Promise((resolve) => setTimeout(resolve, 50))
    await makeFile(empty)
  }
  await Promise.all([makeOnce(folder, slowly), makeOnce(folder, slowly), makeOnce(folder, slowly)])
  await makeOnce(folder, slowly)
  expect(made).toBe(1)
})

it('never takes a half-made folder for a whole one', async () => {
  const folder = join(cache, 'runtime')
  const fails = async (empty: string): Promise<void> => {
    await makeFile(empty)
    throw new Error('cut off')
  }
  await expect(makeOnce(folder, fails)).rejects.toThrow('cut off')
  expect(existsSync(folder)).toBe(false)
  mkdirSync(folder)
  writeFileSync(join(folder, 'rubbish'), '')
  await makeOnce(folder, makeFile)
  expect(readdirSync(folder).sort()).toEqual(['.complete', 'made'])
})

it('takes over the lock of a process that is gone', async () => {
  const folder = join(cache, 'runtime')
  mkdirSync(`${folder}.lock`)
  const longAgo = new Date(Date.now() - 3_600_000)
  utimesSync(`${folder}.lock`, longAgo, longAgo)
  await makeOnce(folder, makeFile)
  expect(isComplete(folder)).toBe(true)
})
