import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { DEFAULT_SETTINGS, openSettings } from './settings-file'

let folder = ''
let file = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tapeline-settings-'))
  file = join(folder, 'settings.json')
})
afterEach(() => {
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true })
})

describe('the settings file', () => {
  it('gives the defaults when there is none, and writes none for that', () => {
    expect(openSettings(file).current()).toEqual(DEFAULT_SETTINGS)
    expect(existsSync(file)).toBe(false)
  })

  it('remembers what is written', () => {
    const settings = openSettings(file)
    settings.write({ theme: 'dark', collapsed: ['vendor:nvidia'] })
    settings.write({ locale: 'zh-Hant' })
    const expected = { ...DEFAULT_SETTINGS, theme: 'dark', locale: 'zh-Hant', collapsed: ['vendor:nvidia'] }
    expect(settings.current()).toEqual(expected)
    expect(openSettings(file).current()).toEqual(expected)
  })

  it.each([
    ['empty', ''],
    ['half', '{"theme":"dark","loc'],
    ['junk', '\0\0\0\0'],
    ['a list', '[1]'],
    ['null', 'null'],
  ])('gives the defaults when it is %s, and keeps it as .bad', (_what, text) => {
    writeFileSync(file, text)
    expect(openSettings(file).current()).toEqual(DEFAULT_SETTINGS)
    expect(readFileSync(`${file}.bad`, 'utf8')).toBe(text)
    expect(existsSync(file)).toBe(false)
  })

  it('keeps each bad one', () => {
    for (const text of ['one', 'two']) {
      writeFileSync(file, text)
      openSettings(file)
    }
    expect([`${file}.bad`, `${file}.bad-2`].map((path) => readFileSync(path, 'utf8'))).toEqual(['one', 'two'])
  })

  it('sets a folder of that name aside too', () => {
    mkdirSync(file)
    writeFileSync(join(file, 'inside'), 'x')
    const settings = openSettings(file)
    settings.write({ theme: 'dark' })
    expect(readFileSync(join(`${file}.bad`, 'inside'), 'utf8')).toBe('x')
    expect(openSettings(file).current().theme).toBe('dark')
  })

  it('loses only the value that is wrong, and passes over names it does not know', () => {
    writeFileSync(
      file,
      JSON.stringify({ theme: 'sepia', locale: 'zh-Hant', future: true, __proto__: { grouping: 'vendor' } }),
    )
    expect(openSettings(file).current()).toEqual({ ...DEFAULT_SETTINGS, locale: 'zh-Hant' })
    expect(existsSync(`${file}.bad`)).toBe(true)
  })

  it('keeps a rule of versions within its limits, and falls back to the usual one', () => {
    const rule = { everyMinutes: 5, today: 50, days: 0, weeks: 52, months: 120 }
    writeFileSync(file, JSON.stringify({ versionRule: rule }))
    expect(openSettings(file).current().versionRule).toEqual(rule)
    for (const wrong of [{ ...rule, today: 0 }, { ...rule, days: 1.5 }, { ...rule, everyMinutes: 4 }, { days: 7 }]) {
      writeFileSync(file, JSON.stringify({ versionRule: wrong }))
      expect(openSettings(file).current()).toEqual(DEFAULT_SETTINGS)
    }
  })

  it('holds for this run where it cannot be written', () => {
    const errors = vi.spyOn(console, 'error').mockReturnValue()
    const settings = openSettings(join(folder, 'no', 'folder', 'settings.json'))
    settings.write({ theme: 'dark' })
    expect(settings.current().theme).toBe('dark')
    expect(errors).toHaveBeenCalledOnce()
  })
})
