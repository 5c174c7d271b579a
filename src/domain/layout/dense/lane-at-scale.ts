import { byImportance } from '../pack-lane'
import type { TimelineItem } from '../timeline-item'
import type { KindTally } from './kind-tally'
import type { LaneIndex } from './lane-index'
import { tallyBeginning, tallyPassing } from './marks'
import { isSameTile, keyOf, REACHING_PX, segmentsOf, TileGrid, type TileAddress } from './tile-grid'

/** No more find room in a row of one bin, even without a label. */
const ITEMS_PER_ROW_OF_BIN = 3
const MOST_SCALES = 8

/**
 * What is true of a lane at one scale whatever is selected or searched for: which items of a tile are worth a try,
 * and how many there are. Worked out when it is first asked, and kept.
 */
export class LaneAtScale {
  readonly grid: TileGrid
  private readonly tried = new Map<string, readonly TimelineItem[]>()
  private readonly begun = new Map<number, readonly KindTally[]>()
  private readonly passed = new Map<number, KindTally>()

  constructor(
    readonly index: LaneIndex,
    readonly pxPerDay: number,
    readonly maxRows: number,
  ) {
    this.grid = new TileGrid(pxPerDay)
  }

  /**
   * Those of a tile that are worth a try, the most important first: of each bin as many as could find room in
   * it, so that a pile-up at its beginning cannot use up what the rest of the tile has room for.
   */
  candidates(address: TileAddress): readonly TimelineItem[] {
    return kept(this.tried, keyOf(address), () => this.findCandidates(address))
  }

  /** How many begin in each bin of a tile of level 0, by kind. */
  beginning(number: number): readonly KindTally[] {
    return kept(this.begun, number, () => tallyBeginning(this.index, this.stretchOf(number)))
  }

  /** How many are wide and reach into a tile of level 0, by kind. */
  passing(number: number): KindTally {
    return kept(this.passed, number, () => tallyPassing(this.index, this.stretchOf(number)))
  }

  stretchOf(number: number): { readonly pxPerDay: number; readonly leftPx: number; readonly rightPx: number } {
    return { pxPerDay: this.pxPerDay, ...this.grid.stretchOf({ level: 0, number }) }
  }

  private findCandidates(address: TileAddress): TimelineItem[] {
    const { pxPerDay, maxRows } = this
    const { leftPx, rightPx } = this.grid.stretchOf(address)
    const most = maxRows * ITEMS_PER_ROW_OF_BIN
    const found: TimelineItem[] = []
    for (const { fromPx, toPx, reachesBack } of segmentsOf(address, leftPx, rightPx)) {
      const best = this.index.bestBeginning(
        ({ longestDays }) => fromPx / pxPerDay - (reachesBack ? longestDays : 0),
        toPx / pxPerDay,
        // Longer than what is left of the tile: it belongs to one around it. Too short to reach it: to another.
        ({ longestDays }) =>
          (longestDays / 2) * pxPerDay <= rightPx - (reachesBack ? leftPx : fromPx) &&
          (!reachesBack || longestDays * pxPerDay >= REACHING_PX),
      )
      let taken = 0
      for (const item of best) {
        if (!isSameTile(this.grid.addressOf(item.extent), address)) continue
        found.push(item)
        taken += 1
        if (taken === most) break
      }
    }
    return found.sort(byImportance)
  }
}

function kept<K, V>(known: Map<K, V>, key: K, make: () => V): V {
  let value = known.get(key)
  if (value === undefined) {
    value = make()
    known.set(key, value)
  }
  return value
}

const lanes = new WeakMap<LaneIndex, LaneAtScale[]>()

/** The last few scales of a lane are kept with its index. */
export function laneAtScale(index: LaneIndex, pxPerDay: number, maxRows: number): LaneAtScale {
  const known = lanes.get(index) ?? []
  const same = known.find((one) => one.pxPerDay === pxPerDay && one.maxRows === maxRows)
  const lane = same ?? new LaneAtScale(index, pxPerDay, maxRows)
  lanes.set(index, [lane, ...known.filter((one) => one !== lane)].slice(0, MOST_SCALES))
  return lane
}
