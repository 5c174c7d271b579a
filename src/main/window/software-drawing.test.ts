import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { drawsInSoftware, rememberDrawing } from './software-drawing'

const NOW = Date.UTC(2026, 10, 25)
const DAY = 86_400_000
let folder = ''
let file = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tapeline-drawing-'))
  file = join(folder, 'software-drawing')
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

function found(ageDays: number): void {
  rememberDrawing(file, '45.4.1', 'software')
  utimesSync(file, new Date(NOW), new Date(NOW - ageDays * DAY))
}

it('tries the card when nothing is known', () => {
  expect(drawsInSoftware(file, '45.4.1', NOW)).toBe(false)
})

it('spares the card that this Electron could not use, for a while', () => {
  found(13.9)
  expect(drawsInSoftware(file, '45.4.1', NOW)).toBe(true)
  found(14.1)
  expect(drawsInSoftware(file, '45.4.1', NOW)).toBe(false)
})

it('tries it again with another Electron, or when the clock was set back', () => {
  found(1)
  expect(drawsInSoftware(file, '45.4.2', NOW)).toBe(false)
  found(-1)
  expect(drawsInSoftware(file, '45.4.1', NOW)).toBe(false)
})

it('forgets once the card works, and takes a folder of that name for nothing', () => {
  found(1)
  rememberDrawing(file, '45.4.1', 'hardware')
  expect(existsSync(file)).toBe(false)
  mkdirSync(file)
  expect(drawsInSoftware(file, '45.4.1', NOW)).toBe(false)
  expect(readdirSync(folder)).toEqual(['software-drawing'])
})
