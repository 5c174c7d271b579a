import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anEvent } from '../../testing/builders'
import { documentOf } from '../model/document'
import { compareOnTimeline, type CompareKind } from './compare-on-timeline'
import { timelineItems } from './timeline-items'

const event = (id: string, date: string) => anEvent({ id, date, chips: [], actors: [], architectures: [], rules: [] })
const items = (...events: ReturnType<typeof event>[]) => timelineItems(documentOf(events))

describe('two states on one timeline', () => {
  it('draws what is gone where it stood, and knows where what moved came from', () => {
    const before = items(event('gone', '2022-10-07'), event('moved', '2023-01-01'), event('same', '2024-01-01'))
    const after = items(event('moved', '2023-11-17'), event('same', '2024-01-01'), event('new', '2025-01-01'))
    const kinds = new Map<string, CompareKind>([
      ['gone', 'removed'],
      ['moved', 'moved'],
      ['new', 'added'],
    ])
    const compared = compareOnTimeline(before, after, kinds)
    expect(compared.items.map(({ record }) => record)).toEqual(['gone', 'moved', 'same', 'new'])
    expect(compared.marks.get('gone')).toEqual({ record: 'gone', kind: 'removed', was: null, gone: true })
    expect(compared.marks.get('moved')?.was?.extent.earliest).toBe(before[1]?.extent.earliest)
    expect(compared.marks.get('new')).toMatchObject({ kind: 'added', was: null, gone: false })
    expect(compared.marks.has('same')).toBe(false)
    const importance = new Map(compared.items.map((item) => [item.record, item.importance]))
    for (const id of ['gone', 'moved', 'new']) expect(importance.get(id)).toBeGreaterThan(500)
    expect(importance.get('same')).toBe(before[2]?.importance)
  })

  it('gives no old place to what stands where it stood, and no mark to what has none', () => {
    const here = items(event('a', '2023-01-01'))
    const kinds = new Map<string, CompareKind>([
      ['a', 'changed'],
      ['no-date', 'added'],
    ])
    const { items: drawn, marks } = compareOnTimeline(here, here, kinds)
    expect(drawn.map(({ record }) => record)).toEqual(['a'])
    expect([...marks.values()]).toEqual([{ record: 'a', kind: 'changed', was: null, gone: false }])
  })

  it('draws every record once, and marks only what differs and can be drawn', () => {
    const anyDate = fc.integer({ min: 1990, max: 2030 }).map(String)
    const anyState = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), anyDate)
    fc.assert(
      fc.property(anyState, anyState, (left, right) => {
        const kinds = new Map<string, CompareKind>()
        for (const id of new Set([...Object.keys(left), ...Object.keys(right)]))
          if (left[id] === undefined) kinds.set(id, 'added')
          else if (right[id] === undefined) kinds.set(id, 'removed')
          else if (left[id] !== right[id]) kinds.set(id, 'moved')
        const stateOf = (state: Record<string, string>) =>
          items(...Object.entries(state).map(([id, date]) => event(id, date)))
        const { items: drawn, marks } = compareOnTimeline(stateOf(left), stateOf(right), kinds)
        const ids = drawn.map(({ record }) => record)
        expect(new Set(ids)).toEqual(new Set([...Object.keys(left), ...Object.keys(right)]))
        expect(ids.length).toBe(new Set(ids).size)
        expect(new Set(marks.keys())).toEqual(new Set(kinds.keys()))
        for (const mark of marks.values()) expect(mark.was !== null).toBe(mark.kind === 'moved')
      }),
    )
  })
})
