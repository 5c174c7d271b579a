import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { itemArbitrary, measurer, pointAt } from '../../domain/layout/layout-test-kit'
import { lanesOf } from '../../domain/layout/lanes'
import type { TimelineItem } from '../../domain/layout/timeline-item'
import { NOTHING_WANTED } from '../../domain/layout/wanted'
import { packingScale } from '../../domain/layout/zoom-step'
import { EMPTY_DOCUMENT } from '../../domain/model/document'
import type { ItemKind, TimeWindow } from '../../domain/model/view'
import { inWindow, isRowBetween, seenOf, topOf, type Heights } from './in-sight'
import { heightOf, laneBandsOf } from './lane-bands'
import { Picture } from './picture'
import { covers, Staging, touches, type Stage, type StageInput } from './stage'

const KINDS: readonly ItemKind[] = ['policy', 'announcement', 'market', 'chip', 'rule']
const WIDTH = 1000
const FRAME_MS = 16
const itemsArbitrary = fc.uniqueArray(itemArbitrary, { minLength: 1, maxLength: 50, selector: ({ record }) => record })
const windowArbitrary = fc
  .record({ startDay: fc.integer({ min: 17_500, max: 22_000 }), days: fc.integer({ min: 5, max: 6000 }) })
  .map(({ startDay, days }): TimeWindow => ({ startDay, endDay: startDay + days }))

const inputOf = (items: readonly TimelineItem[]): StageInput => ({
  lanes: lanesOf(EMPTY_DOCUMENT, items, 'kind'),
  collapsed: new Set(),
  locale: 'en',
  measurer,
  rows: { available: 20, leastPerLane: 2, extraForSpans: 1, mostPerLane: 5 },
  wanted: NOTHING_WANTED,
})

let canvas: HTMLElement
let now: number
let seen: Heights
/** How much the clock goes on whenever it is read: work that looks at it ends soon. */
let perLook: number
const pictures: Picture[] = []

beforeEach(() => {
  canvas = document.body.appendChild(document.createElement('div'))
  ;[now, perLook] = [0, 0]
  seen = { topPx: 0, bottomPx: 10_000 }
})
function clear(): void {
  for (const picture of pictures.splice(0)) picture.dispose()
  canvas.replaceChildren()
}
afterEach(() => {
  clear()
  canvas.remove()
})

function pictureOf(input: StageInput): Picture {
  const picture = new Picture(canvas, 'en', input, {
    now: () => (now += perLook),
    reducedMotion: () => false,
    dress: () => undefined,
    seen: () => seen,
  })
  pictures.push(picture)
  return picture
}
function frame(picture: Picture, window: TimeWindow, ahead = window): void {
  now += FRAME_MS
  picture.draw(window, ahead, WIDTH)
}
/** Frames of a standing window until nothing more comes, nor is left to be placed beside it; how many there were. */
function untilRest(picture: Picture, window: TimeWindow): number {
  let frames = 0
  do {
    frame(picture, window)
    frames += 1
    if (!picture.busy) picture.placeAll(window, WIDTH)
  } while (picture.busy && frames < 2000)
  expect(picture.busy).toBe(false)
  return frames
}

const named = ({ dataset }: HTMLElement): string =>
  `${dataset['record'] ?? ''} ${dataset['mark'] ?? ''} ${dataset['lane'] ?? ''}`
const drawn = (): string[] => [...canvas.querySelectorAll<HTMLElement>('.items > .item-box')].map(named).sort()
const onStage = ({ items }: Stage): string[] =>
  items
    .map((staged) =>
      staged.drawn.kind === 'item'
        ? `${staged.drawn.placed.item.record}  ${staged.lane}`
        : ` ${staged.drawn.mark.key} ${staged.lane}`,
    )
    .sort()
const heightsSeen = ({ lanes }: Stage): Heights => seenOf(seen, heightOf(lanes))
/** Of a stage, what is at the heights that are seen. */
function inSight(stage: Stage): string[] {
  const bands = laneBandsOf(stage.lanes)
  const heights = heightsSeen(stage)
  return onStage({ ...stage, items: stage.items.filter((staged) => isRowBetween(topOf(staged, bands), heights)) })
}
/** What is drawn at these heights, whether it belongs there or not. */
const drawnInSight = (stage: Stage): string[] =>
  [...canvas.querySelectorAll<HTMLElement>('.items > .item-box')]
    // What has no place yet is seen in the corner.
    .filter(({ style }) => isRowBetween(Number(/, ?([\d.-]+)px\)/.exec(style.transform)?.[1] ?? 0), heightsSeen(stage)))
    .map(named)
    .sort()
function drawAllUnseen(picture: Picture, window: TimeWindow): void {
  while (picture.drawUnseen(window, WIDTH));
}
const stageNow = (picture: Picture): Stage => {
  if (picture.stage === null) throw new Error('nothing has been drawn')
  return picture.stage
}

/** What the window shows of a stage, with its rows. */
const shownOf = ({ items }: Stage, { startDay, endDay }: TimeWindow): string[] =>
  items
    .filter((staged) => staged.startDay < endDay && staged.endDay > startDay)
    .map(({ key, lane, row }) => `${key} ${lane} ${String(row)}`)
    .sort()

/** A pile of which most can only be counted; `last` matters least. */
const pile = (count: number): TimelineItem[] => [
  ...Array.from({ length: count }, (_, at) => pointAt(`p${String(at)}`, 20_000, 90)),
  pointAt('last', 20_000, 1),
]
const PILE_WINDOW = { startDay: 19_900, endDay: 20_100 }

const stepArbitrary = fc.oneof(
  fc.record({ kind: fc.constant('frames' as const), window: windowArbitrary, count: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ kind: fc.constant('zoom' as const), by: fc.double({ min: 0.4, max: 2.5, noNaN: true }) }),
  fc.record({ kind: fc.constant('pan' as const), by: fc.double({ min: -1.5, max: 1.5, noNaN: true }) }),
  fc.record({ kind: fc.constant('ahead' as const), window: windowArbitrary }),
  fc.record({ kind: fc.constant('set' as const), at: fc.nat(1) }),
  fc.record({ kind: fc.constant('renew' as const), at: fc.nat(1) }),
  fc.record({ kind: fc.constant('want' as const), at: fc.nat(49) }),
  fc.record({ kind: fc.constant('scroll' as const), topPx: fc.nat(900) }),
  fc.record({ kind: fc.constant('unseen' as const), times: fc.nat(5) }),
)

describe('the picture', () => {
  it('shows at rest what is to be drawn, as made anew for the window, whatever went before', () => {
    fc.assert(
      fc.property(
        fc.tuple(itemsArbitrary, itemsArbitrary),
        windowArbitrary,
        fc.array(stepArbitrary, { maxLength: 8 }),
        fc.constantFrom(0, 1, 6),
        (lists, first, steps, lookMs) => {
          clear()
          perLook = lookMs
          seen = { topPx: 0, bottomPx: 60 }
          const inputs = lists.map(inputOf)
          let [input, window] = [inputs[0] as StageInput, first]
          const picture = pictureOf(input)
          picture.drawFirst(window, WIDTH)
          picture.lanes.reveal()
          picture.drawBeside(window, WIDTH)
          for (const step of steps) {
            const days = window.endDay - window.startDay
            if (step.kind === 'frames') window = step.window
            else if (step.kind === 'zoom') window = { ...window, endDay: window.startDay + days * step.by }
            else if (step.kind === 'pan')
              window = { startDay: window.startDay + days * step.by, endDay: window.endDay + days * step.by }
            else if (step.kind === 'set') picture.set((input = inputs[step.at] as StageInput))
            else if (step.kind === 'renew') picture.renew((input = inputs[step.at] as StageInput))
            else if (step.kind === 'want') {
              const wanted = { must: [lists[0][step.at % lists[0].length]?.record ?? ''], also: [] }
              picture.want(wanted)
              input = { ...input, wanted }
            } else if (step.kind === 'scroll') {
              seen = { topPx: step.topPx, bottomPx: step.topPx + 60 }
              picture.placeAll(window, WIDTH)
              // Of a stage that stands, nothing that one scrolls to is missing.
              if (!picture.busy) expect(drawnInSight(stageNow(picture))).toEqual(inSight(stageNow(picture)))
            } else if (step.kind === 'unseen') {
              // It comes after a rest, which puts all in its place.
              picture.placeAll(window, WIDTH)
              for (let times = step.times; times > 0; times -= 1) {
                picture.drawUnseen(window, WIDTH)
                if (!picture.busy) expect(drawnInSight(stageNow(picture))).toEqual(inSight(stageNow(picture)))
              }
            }
            const hadAny = touches(stageNow(picture), window)
            for (let count = step.kind === 'frames' ? step.count : 1; count > 0; count -= 1) {
              frame(picture, window, step.kind === 'ahead' ? step.window : window)
              // Where nothing of it was there, all of it comes with the first frame.
              if (!hadAny && step.kind !== 'ahead') expect(covers(stageNow(picture), window)).toBe(true)
            }
          }
          untilRest(picture, window)
          const stage = stageNow(picture)
          expect(covers(stage, window)).toBe(true)
          expect(stage.pxPerDay).toBe(packingScale(WIDTH / (window.endDay - window.startDay)))
          expect(shownOf(stage, window)).toEqual(shownOf(new Staging().stage(input, window, WIDTH), window))
          // What is left over from before is nowhere in sight.
          expect(drawnInSight(stage)).toEqual(inSight(stage))
          drawAllUnseen(picture, window)
          expect(drawn()).toEqual(onStage(stage))
          expect(picture.isWhole).toBe(true)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('leaves what is there whole while the next is made, and then brings that in parts', () => {
    const items = Array.from({ length: 60 }, (_, at) => pointAt(`p${String(at)}`, 20_000 + at * 8))
    const picture = pictureOf(inputOf(items))
    const window = { startDay: 20_000, endDay: 20_480 }
    picture.drawFirst(window, WIDTH)
    picture.lanes.reveal()
    const before = stageNow(picture)
    // Each look at the clock finds the time of the frame used up.
    perLook = 20
    const closer = { startDay: 20_100, endDay: 20_300 }
    let frames = 0
    for (; picture.stage === before; frames += 1) {
      expect(drawn()).toEqual(onStage(before))
      frame(picture, closer)
    }
    expect(frames).toBeGreaterThan(3)
    expect(picture.busy).toBe(true)
    untilRest(picture, closer)
    expect(drawn()).toEqual(onStage(stageNow(picture)))
  })

  it('does not rest with a stage that was made on the way, for another scale', () => {
    const picture = pictureOf(inputOf([pointAt('a', 20_000)]))
    const window = { startDay: 19_990, endDay: 20_200 }
    picture.drawFirst(window, WIDTH)
    picture.lanes.reveal()
    perLook = 20
    const wider = { startDay: 19_500, endDay: 21_000 }
    frame(picture, window, wider)
    untilRest(picture, window)
    expect(stageNow(picture).pxPerDay).toBe(packingScale(WIDTH / 210))
  })

  it('has what was set in the next drawing, and a picture that goes elsewhere at once', () => {
    perLook = 20
    const picture = pictureOf(inputOf([pointAt('a', 20_000)]))
    const window = { startDay: 19_990, endDay: 20_200 }
    picture.drawFirst(window, WIDTH)
    picture.lanes.reveal()
    picture.set(inputOf([pointAt('b', 20_000), pointAt('c', 15_000)]))
    expect(drawn()).toEqual(['a  kind/policy'])
    frame(picture, window)
    expect(drawn()).toEqual(['b  kind/policy'])
    frame(picture, { startDay: 14_990, endDay: 15_200 })
    expect(drawn()).toEqual(['c  kind/policy'])
  })

  it('knows whether what is to be drawn is what it draws, or is being made, down to what is wanted', () => {
    const [items, other] = [[pointAt('a', 20_000)], [pointAt('b', 20_000)]]
    const input = inputOf(items)
    const picture = pictureOf(input)
    expect(picture.isOf({ ...input, rows: { ...input.rows }, wanted: { must: [], also: [] } })).toBe(true)
    expect(picture.isOf({ ...input, wanted: { must: [], also: ['a'] } })).toBe(false)
    expect(picture.isOf({ ...input, rows: { ...input.rows, available: 21 } })).toBe(false)
    expect(picture.isOf({ ...input, collapsed: new Set(['kind/policy']) })).toBe(false)
    expect(picture.isOf({ ...input, locale: 'zh-Hant' })).toBe(false)
    expect(picture.isOf(inputOf(other))).toBe(false)
    picture.want({ must: ['a'], also: [] })
    expect(picture.isOf(input)).toBe(false)
    expect(picture.isOf({ ...input, wanted: { must: ['a'], also: [] } })).toBe(true)
  })

  it('leaves what is there until the next is made, where nobody waits for it', () => {
    const picture = pictureOf(inputOf([pointAt('a', 20_000)]))
    const window = { startDay: 19_990, endDay: 20_200 }
    picture.drawFirst(window, WIDTH)
    picture.renew(inputOf([pointAt('a', 20_000), pointAt('b', 20_100)]))
    picture.drawBeside(window, WIDTH)
    picture.lanes.reveal()
    expect(drawn()).toEqual(['a  kind/policy', 'b  kind/policy'])
    perLook = 20
    picture.renew(inputOf([pointAt('a', 20_000), pointAt('c', 20_100)]))
    frame(picture, window)
    expect([drawn(), picture.busy]).toEqual([['a  kind/policy', 'b  kind/policy'], true])
    untilRest(picture, window)
    expect(drawn()).toEqual(['a  kind/policy', 'c  kind/policy'])
  })

  it('draws first what the window shows, then what is beside it, as it was set by then', () => {
    const items = Array.from({ length: 40 }, (_, at) => pointAt(`p${String(at)}`, 20_000 + at * 30))
    const picture = pictureOf(inputOf(items))
    const window = { startDay: 20_000, endDay: 20_900 }
    picture.drawFirst(window, WIDTH)
    picture.lanes.reveal()
    const stage = stageNow(picture)
    expect(drawn()).toEqual(onStage({ ...stage, items: inWindow(stage.items, window) }))
    expect(drawn().length).toBeLessThan(stage.items.length)
    picture.drawBeside(window, WIDTH)
    expect(drawn()).toEqual(onStage(stage))

    const other = pictureOf(inputOf(items))
    other.drawFirst(window, WIDTH)
    other.set(inputOf([pointAt('later', 20_100)]))
    other.drawBeside(window, WIDTH)
    expect(onStage(stageNow(other))).toEqual(['later  kind/policy'])
  })

  it('draws what is below the window when all rests, or at once when one scrolls there', () => {
    seen = { topPx: 0, bottomPx: 50 }
    const items = Array.from({ length: 90 }, (_, at) => ({
      ...pointAt(`p${String(at)}`, 20_000 + (at % 10)),
      kind: KINDS[at % KINDS.length] as ItemKind,
    }))
    const window = { startDay: 19_990, endDay: 20_020 }
    const made = (): Picture => {
      clear()
      const picture = pictureOf({ ...inputOf(items), rows: { ...inputOf(items).rows, available: 90, mostPerLane: 9 } })
      picture.drawFirst(window, WIDTH)
      picture.lanes.reveal()
      picture.drawBeside(window, WIDTH)
      return picture
    }
    const picture = made()
    const stage = stageNow(picture)
    const atFirst = drawn().length
    expect(atFirst).toBeLessThan(stage.items.length)
    expect(picture.topOf('p89')).toBeGreaterThan(400)
    expect(picture.drawUnseen(window, WIDTH)).toBe(true)
    expect(drawn().length - atFirst).toBeLessThan(10)
    expect(drawnInSight(stage)).toEqual(inSight(stage))
    drawAllUnseen(picture, window)
    expect(drawn()).toEqual(onStage(stage))

    const scrolled = made()
    seen = { topPx: 400, bottomPx: 450 }
    scrolled.placeAll(window, WIDTH)
    expect(drawn()).toEqual(onStage(stageNow(scrolled)))
  })

  it.each([30, 700])('draws what is wanted though it was only counted among %i others', (count) => {
    const picture = pictureOf(inputOf(pile(count)))
    picture.drawFirst(PILE_WINDOW, WIDTH)
    picture.lanes.reveal()
    expect([picture.isCountedOnly('last'), picture.topOf('last')]).toEqual([true, null])
    expect(picture.busy).toBe(false)
    picture.want({ must: ['last'], also: [] })
    expect(picture.busy).toBe(true)
    expect(drawn()).not.toContain('last  kind/policy')
    untilRest(picture, PILE_WINDOW)
    expect(drawn()).toContain('last  kind/policy')
    expect(picture.isCountedOnly('last')).toBe(false)
    expect(picture.topOf('last')).not.toBeNull()
    expect(picture.isCountedOnly('elsewhere')).toBe(true)
  })
})
