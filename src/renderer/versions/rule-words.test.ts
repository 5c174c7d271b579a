import { describe, expect, it } from 'vitest'
import { DEFAULT_VERSION_RULE } from '../../domain/versions/version-rule'
import { i18n, speak } from '../language/i18n'
import { nameOfVersion, sizeWords } from './name-of-version'
import { draftOf, outlookWords, ruleNumber, ruleOf, ruleWords } from './rule-words'

const t = (path: string, values = {}) => i18n.global.t(path, values)
const counted = (path: string, count: number) => i18n.global.t(path, { count }, count)
const words = { t, counted }

describe('the rule in words', () => {
  it('says the usual one', () => {
    speak('en')
    expect(ruleWords(DEFAULT_VERSION_RULE, words)).toEqual([
      'An automatic version is made 30 minutes after the first change since the last one, and at the start of the program if the last is older than a day.',
      'Of these stay the 3 newest of today, the last of each of 7 earlier days, the last of each of 4 weeks and the last of each of 12 months. Named versions stay for ever.',
    ])
  })

  it('leaves out what is not kept, and counts in hours where it can', () => {
    speak('en')
    const rule = { everyMinutes: 60, today: 1, days: 0, weeks: 1, months: 0 }
    const [made, kept] = ruleWords(rule, words)
    expect(made).toContain('made 1 hour after')
    expect(kept).toBe('Of these stay the newest of today and the last of 1 week. Named versions stay for ever.')
    speak('zh-Hant')
    expect(ruleWords({ ...rule, weeks: 0 }, words)[1]).toBe('其中保留今天最新的 1 個。已命名的版本永久保留。')
  })

  it('says what the next version would do', () => {
    speak('en')
    const told = (unnamed: number, going: number) =>
      outlookWords({ named: 1, unnamed, kept: unnamed - going, going }, words)
    expect(told(0, 0)).toBe('There is no unnamed version yet.')
    expect(told(1, 0)).toContain('The 1 unnamed version there is stays')
    expect(told(25, 0)).toContain('All 25 unnamed versions stay')
    expect(told(25, 2)).toBe('When the next one is made, 23 of 25 unnamed versions are kept and 2 deleted.')
  })
})

describe('typing a rule', () => {
  it('comes back as it was, and takes full-width digits', () => {
    expect(ruleOf(draftOf(DEFAULT_VERSION_RULE))).toEqual(DEFAULT_VERSION_RULE)
    expect(ruleNumber('days', ' ７ ')).toBe(7)
  })

  it.each(['', '-1', '1.5', '1e2', 'three', '61', '00000'])('refuses "%s" as a number of days', (text) => {
    expect(ruleNumber('days', text)).toBeNull()
    expect(ruleOf({ ...draftOf(DEFAULT_VERSION_RULE), days: text })).toBeNull()
  })
})

it('a version is called by its name, or by its kind and moment; sizes are short', () => {
  const version = {
    id: 'x',
    kind: 'automatic',
    name: null,
    madeAtMs: Date.UTC(2026, 10, 25, 7),
    revision: 1,
    bytes: 1,
  } as const
  speak('en')
  expect(nameOfVersion({ ...version, kind: 'named', name: 'A, B' }, t, 'en')).toBe('A, B')
  expect(nameOfVersion(version, t, 'en')).toMatch(/^Automatic, 2[45] Nov 2026 \d\d:00$/)
  speak('zh-Hant')
  expect(nameOfVersion(version, t, 'zh-Hant')).toMatch(/^自動，2026年11月2[45]日 \d\d:00$/)
  expect([12, 537_000, 84_291_584, 2e12].map((bytes) => sizeWords(bytes, 'en'))).toEqual([
    '12 byte',
    '537 kB',
    '84.3 MB',
    '2,000 GB',
  ])
})
