import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { arbitraryDate } from '../../testing/arbitrary-values'
import { aChip, anArchitecture, anEvent, aRule, aSource } from '../../testing/builders'
import { documentOf, type Document } from '../model/document'
import type { Result } from '../model/problem'
import type { TapelineRecord } from '../model/record'
import { applyChange, invert } from './apply'
import { Change } from './change'
import { edgeDate } from './drawn-dates'
import { moveRecord, moveRecords, moveTogether, resizeRecord, stepDaysOf } from './move-commands'
import { squash } from './squash'

function changeOf(result: Result<Change>): Change {
  if (!result.ok) throw new Error(result.problem.detail)
  return v.parse(Change, result.value)
}

const after = (document: Document, result: Result<Change>, id: string): TapelineRecord | undefined =>
  applyChange(document, changeOf(result)).records.get(id)

const RULE = aRule({ announced: '2022-10-07', published: '2022-10', effective: '2022-10-21', ended: '2025-05' })
const DOCUMENT = documentOf([
  aChip({ announced: '2023-11-13', available: '2024-33' }),
  anEvent({ date: '2025-12-08' }),
  anEvent({ id: 'by-month', date: '2023-11~' }),
  anEvent({ id: 'by-set', date: '{2025,2026-01}' }),
  anEvent({ id: 'days', date: '2025-07-14/2025-07-15' }),
  anArchitecture({ withdrawn: '2026-33' }),
  RULE,
  aSource(),
])

describe('moveRecord', () => {
  it('moves the one date that a chip is drawn at, and leaves the others', () => {
    expect(after(DOCUMENT, moveRecord(DOCUMENT, { id: 'h200', days: 40 }), 'h200')).toMatchObject({
      announced: '2023-12-23',
      available: '2024-33',
    })
  })

  it('moves all dates of a span, each at its own precision', () => {
    expect(after(DOCUMENT, moveRecord(DOCUMENT, { id: RULE.id, days: 31 }), RULE.id)).toMatchObject({
      announced: '2022-11-07',
      published: '2022-11',
      effective: '2022-11-21',
      ended: '2025-06',
    })
  })

  it('is called a move, of the record as it was named', () => {
    const { label } = changeOf(moveRecord(DOCUMENT, { id: 'h200', days: 1 }))
    expect(label).toEqual({ action: 'move', subject: { en: 'H200', 'zh-Hant': 'H200' } })
  })

  it.each([
    ['nothing', 1, 'not-found'],
    ['a-source', 1, 'not-editable'],
    ['by-set', 31, 'not-editable'],
    ['by-month', 9, 'no-change'],
  ])('refuses %s by %i days: %s', (id, days, code) => {
    expect(moveRecord(DOCUMENT, { id, days })).toMatchObject({ ok: false, problem: { code } })
  })

  it('is one step for a row of nudges, and none for there and back', () => {
    const step = stepDaysOf(DOCUMENT, 'by-month') ?? NaN
    const there = changeOf(moveRecord(DOCUMENT, { id: 'by-month', days: step, mergeKey: 'nudge' }))
    const moved = applyChange(DOCUMENT, there)
    expect(moved.records.get('by-month')).toMatchObject({ date: '2023-12~' })
    const further = changeOf(moveRecord(moved, { id: 'by-month', days: step, mergeKey: 'nudge' }))
    expect(squash(there, further)?.edits['by-month']).toMatchObject({
      from: { date: '2023-11~' },
      to: { date: '2024-01~' },
    })
    expect(squash(there, changeOf(moveRecord(moved, { id: 'by-month', days: -step, mergeKey: 'nudge' })))).toBeNull()
  })
})

describe('moveRecords', () => {
  it('moves several in one step, leaves what cannot move, and is undone whole', () => {
    const ids = ['h200', 'by-month', 'by-set', 'days']
    const change = changeOf(moveRecords(DOCUMENT, { ids, days: 31 }))
    expect(Object.keys(change.edits).sort()).toEqual(['by-month', 'days', 'h200'])
    expect(change.label.subject).toEqual({ en: 'H200 and 2 more', 'zh-Hant': 'H200 等 3 筆' })
    const moved = applyChange(DOCUMENT, change)
    expect(moved.records.get('by-month')).toMatchObject({ date: '2023-12~' })
    expect(moved.records.get('days')).toMatchObject({ date: '2025-08-14/2025-08-15' })
    expect(applyChange(moved, invert(change))).toEqual(DOCUMENT)
  })

  it('tells which stay where they are, and why; not those that a step of their precision is too wide for', () => {
    const ids = ['h200', 'by-month', 'by-set', 'a-source', 'gone']
    const { change, left } = moveTogether(DOCUMENT, { ids, days: 3 })
    expect(Object.keys(changeOf(change).edits)).toEqual(['h200'])
    expect(left.map(({ code, record }) => [code, record])).toEqual([
      ['not-editable', 'by-set'],
      ['not-editable', 'a-source'],
      ['not-found', 'gone'],
    ])
  })

  it('gives the same document after there and back', () => {
    const by = fc.integer({ min: -1500, max: 1500 })
    fc.assert(
      fc.property(fc.array(arbitraryDate, { minLength: 1, maxLength: 4 }), by, (dates, days) => {
        const document = documentOf(dates.map((date, index) => anEvent({ id: `event-${String(index)}`, date })))
        const ids = [...document.records.keys()]
        const there = moveRecords(document, { ids, days })
        if (!there.ok) return
        const moved = applyChange(document, there.value)
        const back = moveRecords(moved, { ids: Object.keys(there.value.edits), days: -days })
        expect(applyChange(moved, changeOf(back))).toEqual(document)
      }),
    )
  })
})

describe('resizeRecord', () => {
  it.each([
    [RULE.id, 'start', 3, { effective: '2022-10-24', announced: '2022-10-07', ended: '2025-05' }],
    [RULE.id, 'end', 61, { effective: '2022-10-21', ended: '2025-07' }],
    ['hopper', 'start', 31, { announced: '2022-03-22', available: '2022-10' }],
    ['hopper', 'end', 92, { withdrawn: '2026-34' }],
    ['days', 'end', 2, { date: '2025-07-14/2025-07-17' }],
  ] as const)('%s at its %s by %i days', (id, edge, days, expected) => {
    expect(after(DOCUMENT, resizeRecord(DOCUMENT, { id, edge, days }), id)).toMatchObject(expected)
  })

  it.each([
    ['h200', 'end', 3, 'not-editable'],
    ['h200-allowed', 'start', 3, 'not-editable'],
    [RULE.id, 'end', -1500, 'bad-date'],
    ['days', 'start', 9, 'bad-date'],
  ] as const)('refuses %s at its %s by %i days: %s', (id, edge, days, code) => {
    expect(resizeRecord(DOCUMENT, { id, edge, days })).toMatchObject({ ok: false, problem: { code } })
  })
})

describe('edgeDate', () => {
  it('finds no edge to hold where no end is stated', () => {
    expect(edgeDate(aRule({ effective: '2026-07/..' }), 'end')).toBeNull()
    expect(edgeDate(aRule(), 'end')).toBeNull()
    expect(edgeDate(anArchitecture(), 'end')).toBeNull()
    expect(edgeDate(anArchitecture(), 'start')).toMatchObject({ field: 'available' })
  })

  it('holds a rule at its end by the date of that alone, for an interval leaves open when it began', () => {
    expect(edgeDate(aRule({ effective: '2023/2024', ended: '2026' }), 'end')).toMatchObject({ field: 'ended' })
    expect(edgeDate(aRule({ effective: '2023/2024' }), 'end')).toBeNull()
  })

  it.each([
    ['the day from which it binds', {}, 'effective'],
    ['when a decision was announced', { form: 'decision' }, 'announced'],
    ['when a letter was made known', { form: 'letter', effective: undefined, published: '2022-10-05' }, 'announced'],
    ['the first day on which it was known', { effective: undefined, published: '2022-10-05' }, 'published'],
    ['when it was announced, for it ended before it bound', { ended: '2022-10-20' }, 'announced'],
    ['the day from which it bound until its end', { ended: '2022-10-22' }, 'effective'],
  ] as const)('holds a rule at its beginning by %s', (_, fields, field) => {
    const rule = aRule()
    const given = Object.entries({ ...rule, ...fields }).filter(([, value]) => value !== undefined)
    expect(edgeDate(Object.fromEntries(given) as typeof rule, 'start')?.field).toBe(field)
  })
})
