import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { documentOf, type Document } from '../model/document'
import type { RecordOf, TapelineRecord } from '../model/record'
import { applyChange, invert, sameRecord } from './apply'
import { Change, type Edit } from './change'
import { canMerge, squash } from './squash'

const words = fc.constantFrom('Hopper', 'Blackwell', '輝達', 'a "quoted" name', '0')
const names = fc.record({ en: words, 'zh-Hant': words })

/** Few ids, so that changes meet on the same records. */
const IDS = ['h20', 'h200', 'rubin.2', 'hopper', 'note-1', 'valueof'] as const

const organisation = (id: string): fc.Arbitrary<RecordOf<'organisation'>> =>
  names.map((name) => ({ type: 'organisation', id, name, roles: ['vendor'], jurisdiction: 'US' }))

const event = (id: string): fc.Arbitrary<RecordOf<'event'>> =>
  fc
    .record({ name: names, date: fc.constantFrom('2025', '2025-12-08', '2026-33~'), summary: fc.option(names) })
    .map(({ name, date, summary }) => ({
      type: 'event',
      id,
      name,
      kind: 'policy',
      date,
      ...(summary === null ? {} : { summary }),
      actors: [],
      chips: [],
      architectures: [],
      rules: [],
      jurisdictions: ['US'],
      sources: [],
      confidence: 'confirmed',
    }))

const annotation = (id: string): fc.Arbitrary<RecordOf<'annotation'>> =>
  fc.record({ text: words, dx: fc.integer({ min: -5, max: 5 }) }).map(({ text, dx }) => ({
    type: 'annotation',
    id,
    target: { kind: 'record', record: 'h20' },
    text,
    place: { dx, dy: 0 },
    created: '2026-01-01T00:00:00.000Z',
    modified: '2026-01-01T00:00:00.000Z',
    inFigures: true,
  }))

const record = (id: string): fc.Arbitrary<TapelineRecord> => fc.oneof(organisation(id), event(id), annotation(id))
const maybeRecord = (id: string) => fc.option(record(id), { freq: 3 })

const document: fc.Arbitrary<Document> = fc
  .tuple(...IDS.map(maybeRecord))
  .map((records) => documentOf(records.filter((each) => each !== null)))

/** What a step wants each record to become; undefined leaves it alone. */
type Wish = Readonly<Record<string, TapelineRecord | null | undefined>>
const wish: fc.Arbitrary<Wish> = fc
  .tuple(...IDS.map((id) => fc.option(maybeRecord(id), { nil: undefined })))
  .map((wanted) => Object.fromEntries(IDS.map((id, index) => [id, wanted[index]])))

function changeFor(before: Document, wanted: Wish, mergeKey?: string): Change | null {
  const edits: Record<string, Edit> = {}
  for (const [id, to] of Object.entries(wanted)) {
    const from = before.records.get(id) ?? null
    if (to !== undefined && !sameRecord(from, to)) edits[id] = { from, to }
  }
  if (Object.keys(edits).length === 0) return null
  const label: Change['label'] = { action: 'edit', subject: { en: 'step', 'zh-Hant': '步驟' } }
  return { label, ...(mergeKey === undefined ? {} : { mergeKey }), edits }
}

interface Step {
  readonly before: Document
  readonly change: Change
  readonly after: Document
}

const history: fc.Arbitrary<readonly Step[]> = fc
  .tuple(document, fc.array(wish, { minLength: 1, maxLength: 8 }))
  .map(([start, wishes]) => {
    const steps: Step[] = []
    let before = start
    for (const wanted of wishes) {
      const change = changeFor(before, wanted)
      if (change === null) continue
      const after = applyChange(before, change)
      steps.push({ before, change, after })
      before = after
    }
    return steps
  })
  .filter((steps) => steps.length > 0)

const sameDocument = (a: Document, b: Document): void =>
  expect(Object.fromEntries(a.records)).toEqual(Object.fromEntries(b.records))

describe('apply and invert', () => {
  it('take back what they did, step by step to the start', () => {
    fc.assert(
      fc.property(history, (steps) => {
        for (const { before, change, after } of steps.toReversed()) {
          expect(invert(invert(change))).toEqual(change)
          sameDocument(applyChange(after, invert(change)), before)
          sameDocument(applyChange(applyChange(after, invert(change)), change), after)
        }
      }),
    )
  })

  it('leave the document they were given as it was', () => {
    fc.assert(
      fc.property(history, (steps) => {
        for (const { before, change } of steps) {
          const kept = new Map(before.records)
          applyChange(before, change)
          expect(before.records).toEqual(kept)
        }
      }),
    )
  })

  it('make changes that pass the schema unaltered, so that the log keeps all of them', () => {
    fc.assert(
      fc.property(history, (steps) => {
        for (const { change } of steps) expect(v.parse(Change, JSON.parse(JSON.stringify(change)))).toEqual(change)
      }),
    )
  })

  it('throw when a record is not what the change was made from', () => {
    fc.assert(
      fc.property(history, (steps) => {
        for (const { change, after } of steps)
          expect(() => applyChange(after, change)).toThrow('change does not fit record')
      }),
    )
  })
})

describe('squash', () => {
  it('does in one step what the two did', () => {
    fc.assert(
      fc.property(history, (steps) => {
        for (const [index, { before, change }] of steps.entries()) {
          const next = steps[index + 1]
          if (next === undefined) return
          const both = squash(change, next.change)
          sameDocument(both === null ? before : applyChange(before, both), next.after)
          if (both !== null) expect(both.label).toEqual(change.label)
        }
      }),
    )
  })

  it('of a whole history gives its last document from its first, and back', () => {
    fc.assert(
      fc.property(history, (steps) => {
        const all = steps
          .map(({ change }): Change | null => change)
          .reduce((sum, change) => (sum === null || change === null ? (sum ?? change) : squash(sum, change)))
        const [first, last] = [steps[0], steps.at(-1)]
        if (first === undefined || last === undefined) throw new Error('a history has steps')
        sameDocument(all === null ? first.before : applyChange(first.before, all), last.after)
        if (all !== null) sameDocument(applyChange(last.after, invert(all)), first.before)
      }),
    )
  })

  it('of a change and its inverse is nothing', () => {
    fc.assert(
      fc.property(history, (steps) => {
        for (const { change } of steps) expect(squash(change, invert(change))).toBeNull()
      }),
    )
  })

  it('throws when the later change does not start where the earlier one ended', () => {
    fc.assert(
      fc.property(history, (steps) => {
        for (const { change } of steps) expect(() => squash(change, change)).toThrow('do not follow on each other')
      }),
    )
  })

  it('keeps the rest of both changes when the record is called like a property of every object', () => {
    const label: Change['label'] = { action: 'edit', subject: { en: 'x', 'zh-Hant': 'x' } }
    const [a, b] = fc.sample(organisation('constructor'), 2)
    if (a === undefined || b === undefined) throw new Error('two samples')
    const first: Change = { label, edits: { h20: { from: null, to: { ...a, id: 'h20' } } } }
    const second: Change = { label, edits: { constructor: { from: null, to: b } } }
    expect(squash(first, second)?.edits).toEqual({ ...first.edits, ...second.edits })
  })
})

describe('canMerge', () => {
  it('asks for the same key on both sides', () => {
    const label: Change['label'] = { action: 'note', subject: { en: 'x', 'zh-Hant': 'x' } }
    const keyed = (mergeKey?: string): Change => ({ label, edits: {}, ...(mergeKey === undefined ? {} : { mergeKey }) })
    expect(canMerge(keyed('note:h20'), keyed('note:h20'))).toBe(true)
    expect(canMerge(keyed('note:h20'), keyed('note:h200'))).toBe(false)
    expect(canMerge(keyed(), keyed())).toBe(false)
  })
})

describe('sameRecord', () => {
  it('sees through the order of fields and what JSON does not keep', () => {
    fc.assert(
      fc.property(record('h20'), (each) => {
        expect(sameRecord(each, JSON.parse(JSON.stringify(each)) as TapelineRecord)).toBe(true)
        const reversed = Object.fromEntries(Object.entries(each).toReversed())
        expect(sameRecord(each, { ...reversed, comment: undefined } as unknown as TapelineRecord)).toBe(true)
      }),
    )
  })

  it('takes zero from either side for the same, as JSON does', () => {
    const [note] = fc.sample(annotation('note-1'), 1)
    if (note === undefined) throw new Error('a sample')
    expect(sameRecord({ ...note, place: { dx: 0, dy: 0 } }, { ...note, place: { dx: -0, dy: 0 } })).toBe(true)
  })

  it('tells apart what differs', () => {
    const [one] = fc.sample(event('h20'), 1)
    if (one === undefined) throw new Error('a sample')
    expect(sameRecord(one, null)).toBe(false)
    expect(sameRecord(null, null)).toBe(true)
    expect(sameRecord(one, { ...one, actors: ['nvidia'] })).toBe(false)
    expect(sameRecord({ ...one, actors: ['a', 'b'] }, { ...one, actors: ['b', 'a'] })).toBe(false)
    expect(sameRecord(one, { ...one, disagreements: [] })).toBe(false)
    expect(sameRecord(one, { ...one, name: { ...one.name, en: 'other' } })).toBe(false)
  })
})
