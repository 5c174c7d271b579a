import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { meetsWindow } from '../in-window'
import { countKinds } from '../kind-counts'
import { itemArbitrary, pointAt } from '../layout-test-kit'
import { byImportance } from '../pack-lane'
import type { TimelineItem } from '../timeline-item'
import { packingScale } from '../zoom-step'
import { LaneAtScale, laneAtScale } from './lane-at-scale'
import { LaneIndex } from './lane-index'
import { beginOf } from './octave'
import { BIN_PX, isSameTile, keyOf, parentOf, segmentsOf, type TileAddress } from './tile-grid'

const itemsArbitrary = fc.uniqueArray(itemArbitrary, { maxLength: 120, selector: ({ record }) => record })
const scaleArbitrary = fc.double({ min: 0.02, max: 400, noNaN: true }).map(packingScale)

/** Every tile that an item belongs to, those around them, and the neighbours of the smallest. */
function tilesAround(lane: LaneAtScale, items: readonly TimelineItem[]): TileAddress[] {
  const tiles = new Map<string, TileAddress>()
  for (const item of items) {
    let tile = lane.grid.addressOf(item.extent)
    for (let up = 0; up < 3; up += 1, tile = parentOf(tile))
      for (const number of [tile.number - 1, tile.number, tile.number + 1])
        tiles.set(keyOf({ ...tile, number }), { ...tile, number })
  }
  return [...tiles.values()]
}

const belongsTo = (lane: LaneAtScale, tile: TileAddress) => (item: TimelineItem) =>
  isSameTile(lane.grid.addressOf(item.extent), tile)
const recordsOf = (items: readonly TimelineItem[]) => items.map(({ record }) => record)

describe('a lane at one scale', () => {
  it('tries all that belongs to a tile, the most important first, where there are rows enough', () => {
    fc.assert(
      fc.property(itemsArbitrary, scaleArbitrary, (items, px) => {
        const lane = new LaneAtScale(LaneIndex.of(items), px, 100)
        for (const tile of tilesAround(lane, items)) {
          const expected = items.filter(belongsTo(lane, tile)).toSorted(byImportance)
          expect(recordsOf(lane.candidates(tile))).toEqual(recordsOf(expected))
        }
      }),
    )
  })

  it('tries what reaches over the middle of its tile with its label alone, from behind a lead', () => {
    const point = pointAt('led', 18_508)
    const extent = { ...point.extent, leadFrom: 18_367, solidTo: 18_572, latest: 18_572 }
    const item: TimelineItem = { ...point, shape: 'span', extent }
    const lane = new LaneAtScale(LaneIndex.of([item]), 0.25, 100)
    expect(lane.candidates(lane.grid.addressOf(extent))).toEqual([item])
  })

  it('tries of each part of a tile the three most important for each row', () => {
    fc.assert(
      fc.property(itemsArbitrary, scaleArbitrary, fc.integer({ min: 1, max: 3 }), (items, px, maxRows) => {
        const lane = new LaneAtScale(LaneIndex.of(items), px, maxRows)
        for (const tile of tilesAround(lane, items)) {
          const { leftPx, rightPx } = lane.grid.stretchOf(tile)
          const expected = segmentsOf(tile, leftPx, rightPx).flatMap(({ fromPx, toPx, reachesBack }) =>
            items
              .filter(belongsTo(lane, tile))
              .filter((item) => beginOf(item) < toPx / px && (reachesBack || beginOf(item) >= fromPx / px))
              .toSorted(byImportance)
              .slice(0, maxRows * 3),
          )
          expect(recordsOf(lane.candidates(tile))).toEqual(recordsOf(expected.toSorted(byImportance)))
        }
      }),
    )
  })

  it('counts what is short in the bin where it begins, and what is long in each tile that it passes', () => {
    fc.assert(
      fc.property(itemsArbitrary, scaleArbitrary, (items, px) => {
        const index = LaneIndex.of(items)
        const lane = new LaneAtScale(index, px, 4)
        const isShort = (item: TimelineItem) => index.octaveOf(item).longestDays * px <= BIN_PX
        for (const { number } of tilesAround(lane, items).filter(({ level }) => level === 0)) {
          const { leftPx, rightPx } = lane.stretchOf(number)
          for (const [bin, tally] of lane.beginning(number).entries()) {
            const [from, to] = [(leftPx + bin * BIN_PX) / px, (leftPx + (bin + 1) * BIN_PX) / px]
            const begun = items.filter((item) => isShort(item) && beginOf(item) >= from && beginOf(item) < to)
            expect(tally.result()).toEqual(countKinds(begun))
          }
          const window = { startDay: leftPx / px, endDay: rightPx / px }
          const passing = items.filter((item) => !isShort(item) && meetsWindow(item.extent, window))
          expect(lane.passing(number).result()).toEqual(countKinds(passing))
        }
      }),
    )
  })
})

describe('the scales of a lane', () => {
  const index = LaneIndex.of([])

  it('are the same objects while the scale and the rows are', () => {
    const lane = laneAtScale(index, 2, 4)
    expect(laneAtScale(index, 2, 4)).toBe(lane)
    expect(laneAtScale(index, 2, 5)).not.toBe(lane)
    expect(laneAtScale(index, 3, 4)).not.toBe(lane)
    expect(laneAtScale(LaneIndex.of([]), 2, 4)).not.toBe(lane)
  })

  it('are kept as long as they are among the last eight that were asked for', () => {
    const [kept, dropped] = [laneAtScale(index, 100, 1), laneAtScale(index, 101, 1)]
    for (let scale = 1; scale <= 7; scale += 1) {
      laneAtScale(index, scale, 1)
      expect(laneAtScale(index, 100, 1)).toBe(kept)
    }
    expect(laneAtScale(index, 101, 1)).not.toBe(dropped)
  })
})
