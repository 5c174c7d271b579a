import { describe, expect, it } from 'vitest'
import { compareOnTimeline, type CompareKind } from '../../domain/layout/compare-on-timeline'
import { lanesOf } from '../../domain/layout/lanes'
import { measurer } from '../../domain/layout/layout-test-kit'
import { timelineItems } from '../../domain/layout/timeline-items'
import { NOTHING_WANTED } from '../../domain/layout/wanted'
import { documentOf } from '../../domain/model/document'
import type { RecordOf } from '../../domain/model/record'
import { dayNumberOf } from '../../domain/time/day-number'
import { anArchitecture, anEvent } from '../../testing/builders'
import { CompareLayer } from './compare-layer'
import { Staging } from './stage'

const WIDTH_PX = 1000
/** A px for each day. */
const START = dayNumberOf({ year: 2023, month: 1, day: 1 })
const WINDOW = { startDay: START, endDay: START + WIDTH_PX }

const event = (id: string, date: string) => anEvent({ id, date })
const span = (available: string, withdrawn: string) => anArchitecture({ announced: undefined, available, withdrawn })

type Drawable = RecordOf<'event'> | RecordOf<'architecture'>

/** A layer that shows the difference of two states, drawn once. */
function drawn(before: readonly Drawable[], after: readonly Drawable[], kinds: Readonly<Record<string, CompareKind>>) {
  const items = [before, after].map((records) => timelineItems(documentOf(records)))
  const compared = compareOnTimeline(items[0] ?? [], items[1] ?? [], new Map(Object.entries(kinds)))
  const lanes = lanesOf(documentOf(after), compared.items, 'kind')
  const rows = { available: 24, leastPerLane: 2, extraForSpans: 1, mostPerLane: 6 }
  const input = {
    lanes,
    collapsed: new Set<string>(),
    locale: 'en',
    measurer,
    rows,
    wanted: NOTHING_WANTED,
  } as const
  const stage = new Staging().stage(input, WINDOW, WIDTH_PX)
  const [frame, canvas, under, over] = ['frame', 'canvas', 'under', 'over'].map(() => document.createElement('div'))
  if (frame === undefined || canvas === undefined || under === undefined || over === undefined)
    throw new Error('no DOM')
  for (const { item } of stage.lanes.flatMap((lane) => lane.items)) {
    const element = document.createElement('div')
    element.className = 'item'
    element.dataset['record'] = item.record
    canvas.append(element)
  }
  const layer = new CompareLayer(frame, canvas, under, over)
  layer.set({ marks: compared.marks, kinds: new Map(Object.entries(kinds)) })
  layer.draw(stage, WINDOW, WIDTH_PX)
  const element = (record: string) => canvas.querySelector<HTMLElement>(`[data-record="${record}"]`)
  const ghost = (record: string) => {
    const found = under.querySelector<HTMLElement>(`[data-ghost-of="${record}"]`)
    const left = /translate\((-?\d+)px/.exec(found?.style.transform ?? '')?.[1]
    return found === null ? null : { left: Number(left), width: Number.parseInt(found.style.width, 10) }
  }
  const arrows = () => over.querySelectorAll('.compare-arrow').length
  const signs = () => [...over.querySelectorAll('.compare-sign')].map((sign) => sign.textContent)
  return { layer, stage, frame, canvas, under, over, element, ghost, arrows, signs }
}

/** How often anything was written on or below some elements while something was done. */
function writes(elements: readonly Element[], act: () => void): number {
  const observer = new MutationObserver(() => undefined)
  const all = { attributes: true, childList: true, characterData: true, subtree: true }
  for (const element of elements) observer.observe(element, all)
  act()
  const count = observer.takeRecords().length
  observer.disconnect()
  return count
}

describe('the layer of what differs', () => {
  it('gives every kind its sign, and what moved a ghost at its old day with an arrow', () => {
    const { element, ghost, arrows, signs, frame } = drawn(
      [
        event('gone', '2023-02-01'),
        event('moved', '2023-03-01'),
        event('same', '2023-06-01'),
        event('note', '2024-01-01'),
      ],
      [
        event('new', '2023-05-01'),
        event('moved', '2023-09-01'),
        event('same', '2023-06-01'),
        event('note', '2024-01-01'),
      ],
      { gone: 'removed', moved: 'moved', new: 'added', note: 'changed' },
    )
    expect(new Set(signs())).toEqual(new Set(['+', '−', '→', '≠']))
    expect(frame.classList.contains('timeline-comparing')).toBe(true)
    expect(element('gone')?.classList.contains('item-gone')).toBe(true)
    expect(element('moved')?.dataset['compare']).toBe('moved')
    expect(element('same')?.classList.contains('item-compared')).toBe(false)
    expect(ghost('moved')).toEqual({ left: 59, width: 18 })
    expect([ghost('gone'), ghost('note'), arrows()]).toEqual([null, null, 1])
  })

  it.each([
    ['later', ['2023-03-01', '2024-01-01'], ['2023-05-01', '2024-01-01'], { left: 59, width: 61 }],
    [
      'earlier: its old beginning',
      ['2023-05-01', '2024-01-01'],
      ['2023-03-01', '2024-01-01'],
      { left: 120, width: 18 },
    ],
    ['with an earlier end', ['2023-03-01', '2024-01-01'], ['2023-03-01', '2023-09-01'], { left: 244, width: 122 }],
    ['clear of where it was', ['2023-03-01', '2023-04-01'], ['2024-03-01', '2024-04-01'], { left: 59, width: 32 }],
  ] as const)('leaves of a bar that stands %s what the new one does not cover', (_what, was, now, expected) => {
    const { ghost, arrows } = drawn([span(was[0], was[1])], [span(now[0], now[1])], { hopper: 'moved' })
    expect(ghost('hopper')).toEqual(expected)
    expect(arrows()).toBe(1)
  })

  it('writes in a frame only what moved or came, and keeps its elements', () => {
    const { layer, stage, frame, canvas, under, over, element, signs, arrows, ghost } = drawn(
      [event('moved', '2023-03-01'), event('still', '2023-06-01')],
      [event('moved', '2023-09-01'), event('still', '2023-06-01')],
      { moved: 'moved', still: 'changed' },
    )
    const all = [frame, canvas, under, over]
    const draw =
      (days: number, to = stage) =>
      () => {
        layer.draw(to, { startDay: WINDOW.startDay + days, endDay: WINDOW.endDay + days }, WIDTH_PX)
      }
    expect(writes(all, draw(0))).toBe(0)
    const parts = (): Element[] => [...under.querySelectorAll('[style]'), ...over.querySelectorAll('[style], [d]')]
    const before = parts()
    // Two signs, a ghost and an arrow.
    expect(writes(all, draw(10))).toBe(4)
    expect(parts()).toEqual(before)
    expect(ghost('moved')?.left).toBe(49)
    // A stage of the same rows has all where it is.
    expect(writes(all, draw(10, { ...stage }))).toBe(0)
    element('still')?.removeAttribute('data-compare')
    expect(writes(all, draw(10))).toBe(1)
    expect(element('still')?.dataset['compare']).toBe('changed')

    draw(2000)()
    expect([signs(), arrows(), ghost('moved')]).toEqual([[], 0, null])
    draw(0)()
    expect([signs().length, arrows(), ghost('moved')]).toEqual([2, 1, { left: 59, width: 18 }])
  })

  it('shows what differs among very many, drawn or counted, and the old place of what has gone elsewhere', () => {
    // Most of them can only be counted.
    const pile = Array.from({ length: 700 }, (_, at) => event(`pile-${String(at).padStart(3, '0')}`, '2023-06-01'))
    const moved = event('moved', '2023-03-01')
    const kinds = Object.fromEntries(pile.map(({ id }) => [id, 'changed' as const]))
    const { layer, stage, canvas, signs, ghost, arrows } = drawn(
      [...pile, moved],
      [...pile, event('moved', '2035-03-01')],
      { ...kinds, moved: 'moved' },
    )
    const shown = stage.items.filter(({ drawn: { kind } }) => kind === 'item')
    expect(shown.length).toBeGreaterThan(0)
    expect(shown.length).toBeLessThan(700)
    expect(signs().length).toBe(shown.length)
    expect([ghost('moved'), arrows()]).toEqual([{ left: 59, width: 18 }, 1])
    const counts = stage.items.filter(({ drawn: { kind } }) => kind === 'mark')
    for (const { key } of [...counts, { key: 'of another' }]) {
      const mark = document.createElement('div')
      mark.className = 'mark'
      mark.dataset['mark'] = key
      canvas.append(mark)
    }
    layer.draw(stage, WINDOW, WIDTH_PX)
    expect(counts.length).toBeGreaterThan(0)
    expect(canvas.querySelectorAll('.mark-compared')).toHaveLength(counts.length)
  })

  it('begins anew with another comparison', () => {
    const { layer, stage, signs, arrows } = drawn([event('moved', '2023-03-01')], [event('moved', '2023-09-01')], {
      moved: 'moved',
    })
    const marks = new Map([['moved', { record: 'moved', kind: 'changed' as const, was: null, gone: false }]])
    layer.set({ marks, kinds: new Map([['moved', 'changed']]) })
    layer.draw(stage, WINDOW, WIDTH_PX)
    expect([signs(), arrows()]).toEqual([['≠'], 0])
  })

  it('takes every mark away when the comparison ends', () => {
    const { layer, stage, frame, element, arrows, signs, ghost } = drawn(
      [event('moved', '2023-03-01')],
      [event('moved', '2023-09-01')],
      { moved: 'moved' },
    )
    layer.set(null)
    layer.draw(stage, WINDOW, WIDTH_PX)
    expect([arrows(), signs(), ghost('moved')]).toEqual([0, [], null])
    expect(element('moved')?.dataset['compare']).toBeUndefined()
    expect(frame.classList.contains('timeline-comparing')).toBe(false)
  })
})
