import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { itemArbitrary, measurer } from '../../domain/layout/layout-test-kit'
import type { TimelineItem } from '../../domain/layout/timeline-item'
import { lanesOf } from '../../domain/layout/lanes'
import { NOTHING_WANTED } from '../../domain/layout/wanted'
import { toTheEnd } from '../../domain/model/in-parts'
import { EMPTY_DOCUMENT } from '../../domain/model/document'
import { ItemLayer } from './item-layer'
import { laneBandsOf } from './lane-bands'
import { Staging, type Stage } from './stage'

const WIDTH = 1000
const MOVED_MS = 10_000
const itemsArbitrary = fc.uniqueArray(itemArbitrary, { minLength: 1, maxLength: 60, selector: ({ record }) => record })
const stepArbitrary = fc.record({
  startDay: fc.integer({ min: 17_500, max: 22_000 }),
  days: fc.integer({ min: 5, max: 6000 }),
  isMoving: fc.boolean(),
  changes: fc.boolean(),
})

/** The same record after an edit that has it drawn with other elements. */
const changed = (item: TimelineItem): TimelineItem => ({
  ...item,
  extent: { ...item.extent, leadFrom: item.extent.leadFrom === null ? item.extent.earliest - 40 : null },
})

/** What the elements say: everything that one sees of a thing but its place across. */
function seen(ground: HTMLElement): string[] {
  return [...ground.querySelectorAll<HTMLElement>('.item-box')]
    .map((box) => {
      const { record = '', lane = '', mark = '', count = '' } = box.dataset
      const top = /,([\d.-]+)px\)/.exec(box.style.transform)?.[1] ?? ''
      return [record, lane, mark, count, box.querySelector('.label')?.textContent ?? '', top].join('|')
    })
    .sort()
}

function wanted({ lanes, items }: Stage): string[] {
  const bands = laneBandsOf(lanes)
  return items
    .map(({ lane, row, drawn }) => {
      const top = String((bands.get(lane)?.top ?? 0) + 4 + row * 24)
      return drawn.kind === 'item'
        ? [drawn.placed.item.record, lane, '', '', drawn.placed.label, top].join('|')
        : ['', lane, drawn.mark.key, String(drawn.mark.count), '', top].join('|')
    })
    .sort()
}

describe('the layer of items', () => {
  it('holds the elements of the last stage and no others, whatever was shown before', () => {
    fc.assert(
      fc.property(itemsArbitrary, fc.array(stepArbitrary, { minLength: 1, maxLength: 6 }), (items, steps) => {
        const ground = document.createElement('div')
        document.body.append(ground)
        const dressed = new Set<HTMLElement>()
        const layer = new ItemLayer(ground, ({ root }) => dressed.add(root))
        const staging = new Staging()
        const input = (list: typeof items) => ({
          lanes: lanesOf(EMPTY_DOCUMENT, list, 'vendor'),
          collapsed: new Set<string>(),
          locale: 'en' as const,
          measurer,
          rows: { available: 20, leastPerLane: 2, extraForSpans: 1, mostPerLane: 5 },
          wanted: NOTHING_WANTED,
        })
        let now = 0
        for (const { startDay, days, isMoving, changes } of steps) {
          const window = { startDay, endDay: startDay + days }
          const stage = staging.stage(
            input(items.map((item, at) => (changes && at % 2 === 0 ? changed(item) : item))),
            window,
            WIDTH,
          )
          const made = toTheEnd(layer.preparing(stage.items))
          const showing = layer.showing(stage.items, laneBandsOf(stage.lanes), made, isMoving ? now : null, () => 3)
          // Frames go on while the stage comes in parts.
          while (showing.next().done !== true) layer.place(window, WIDTH, (now += 16), { topPx: 0, bottomPx: 200 })
          layer.place(window, WIDTH, (now += MOVED_MS), null)
          expect(seen(ground)).toEqual(wanted(stage))
          for (const box of ground.querySelectorAll<HTMLElement>('.item')) expect(dressed.has(box)).toBe(true)
        }
        ground.remove()
      }),
      { numRuns: 60 },
    )
  })

  it('puts each where its days are, and what begins left of the window where it can be read', () => {
    fc.assert(
      fc.property(itemsArbitrary, stepArbitrary, (items, { startDay, days }) => {
        const ground = document.createElement('div')
        document.body.append(ground)
        const layer = new ItemLayer(ground, () => undefined)
        const window = { startDay, endDay: startDay + days }
        const stage = new Staging().stage(
          {
            lanes: lanesOf(EMPTY_DOCUMENT, items, 'kind'),
            collapsed: new Set(),
            locale: 'en',
            measurer,
            rows: { available: 20, leastPerLane: 2, extraForSpans: 1, mostPerLane: 5 },
            wanted: NOTHING_WANTED,
          },
          window,
          WIDTH,
        )
        toTheEnd(layer.showing(stage.items, laneBandsOf(stage.lanes), new Map(), null, () => Infinity))
        layer.place(window, WIDTH, 0, null)
        for (const { lane, startDay: first, drawn } of stage.items) {
          if (drawn.kind !== 'item') continue
          const { record } = drawn.placed.item
          const box = ground.querySelector<HTMLElement>(`.item[data-record="${record}"][data-lane="${lane}"]`)
          const x = Number(/translate\(([\d.-]+)px/.exec(box?.style.transform ?? '')?.[1])
          expect(x).toBeCloseTo(((first - startDay) / days) * WIDTH, 0)
        }
        ground.remove()
      }),
      { numRuns: 40 },
    )
  })
})
