import { createHash } from 'node:crypto'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { lanesOf } from '../../../src/domain/layout/lanes'
import { timelineItems } from '../../../src/domain/layout/timeline-items'
import { documentOf } from '../../../src/domain/model/document'
import { TapelineRecord } from '../../../src/domain/model/record'
import { parseEdtf } from '../../../src/domain/time/edtf'
import { drawnRecords, largeRecords, type Drawn } from './records'

const COUNT = 10_000
const drawn = [...drawnRecords(COUNT)]
const share = (holds: (record: Drawn) => boolean): number => drawn.filter(holds).length / COUNT
const textsOf = (record: Drawn): string[] =>
  (record.type === 'event' ? [record.date] : [record.effective, record.ended]).filter((text) => text !== undefined)

const hashOf = (count: number): string => {
  const hash = createHash('sha256')
  for (const record of largeRecords(count)) hash.update(JSON.stringify(record))
  return hash.digest('hex')
}

describe('the records of a large workspace', () => {
  it('are the same bytes at each run', () => {
    expect(hashOf(1_000)).toBe('6dc2c8ea729160ea0046021c8231d9d1d57db1dc80bc28ab1f4435756aa2431b')
  })

  it('begin as those of a smaller one do', () => {
    expect([...drawnRecords(60)]).toEqual(drawn.slice(0, 60))
  })

  it('are records as any other, with dates that can be read', () => {
    const all = [...largeRecords(COUNT)]
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
    for (const record of all) expect(v.safeParse(TapelineRecord, record).issues, record.id).toBeUndefined()
    for (const record of drawn)
      for (const text of textsOf(record)) expect(parseEdtf(text).ok, `${record.id}: ${text}`).toBe(true)
  })

  it('are drawn, each once, in six lanes', () => {
    const document = documentOf([...largeRecords(COUNT)])
    const items = timelineItems(document)
    expect(items).toHaveLength(COUNT)
    const lanes = lanesOf(document, items, 'story').flatMap(({ children }) => children)
    expect(lanes).toHaveLength(6)
    for (const { id, items: inLane } of lanes) expect(inLane.length, id).toBeGreaterThan(COUNT / 20)
  })

  it('last for some time in 30 of 100, with open ends among them', () => {
    const lasts = (record: Drawn): boolean => record.type === 'rule' || record.date.includes('/')
    expect(Math.abs(share(lasts) - 0.3)).toBeLessThan(0.01)
    expect(share((record) => record.type === 'event' && record.date.includes('..'))).toBeGreaterThan(0.02)
    expect(share((record) => record.type === 'rule' && record.ended === undefined)).toBeGreaterThan(0.02)
  })

  it('have dates of every vagueness', () => {
    const dates = drawn.flatMap((record) => (record.type === 'event' ? [record.date] : []))
    const kinds = [/^\d{4}$/, /^\d{4}-\d\d$/, /-2[1-4]$/, /-3[3-6]$/, /-4[01]$/, /~$/, /\?$/, /%$/, /-XX$/, /^\d{3}X$/]
    for (const kind of kinds)
      expect(dates.filter((date) => kind.test(date)).length, String(kind)).toBeGreaterThan(COUNT / 200)
    expect(dates.filter((date) => /^\d{4}-\d\d-\d\d$/.test(date)).length / COUNT).toBeCloseTo(0.45, 1)
  })

  it('come in bursts, and on some days in piles', () => {
    const days = new Map<string, number>()
    for (const record of drawn)
      if (record.type === 'event' && /^\d{4}-\d\d-\d\d$/.test(record.date))
        days.set(record.date, (days.get(record.date) ?? 0) + 1)
    const counts = [...days.values()].sort((a, b) => b - a)
    const exact = counts.reduce((sum, count) => sum + count, 0)
    const sum = (most: number): number => counts.slice(0, most).reduce((all, count) => all + count, 0)
    // Twelve piles hold eight of a hundred; a seventh of all days hold well over half.
    expect(sum(12) / exact).toBeGreaterThan(0.07)
    expect(sum(1_300) / exact).toBeGreaterThan(0.55)
  })

  it('say the same in two languages, and some say more', () => {
    expect(new Set(drawn.map(({ name }) => name.en)).size / COUNT).toBeGreaterThan(0.4)
    expect(share(({ name }) => /\p{Script=Han}/u.test(name['zh-Hant']))).toBeGreaterThan(0.8)
    expect(Math.abs(share(({ summary }) => summary !== undefined) - 0.4)).toBeLessThan(0.01)
  })
})
