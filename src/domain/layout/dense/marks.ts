import type { RecordId } from '../../model/ids'
import type { TimeWindow } from '../../model/view'
import { meetsWindow } from '../in-window'
import { totalOf, type KindCounts } from '../kind-counts'
import type { CountMark, TimelineItem } from '../timeline-item'
import { kindNumber, KindTally } from './kind-tally'
import type { LaneIndex } from './lane-index'
import { beginOf, type Octave } from './octave'
import { BIN_PX } from './tile-grid'

/** What is not drawn: items that begin in a stretch, or that are wide and pass through it. */
class LazyMark implements CountMark {
  constructor(
    readonly key: string,
    readonly counts: CountMark['counts'],
    readonly startDay: number,
    readonly endDay: number,
    readonly row: number,
    readonly kinds: KindCounts,
    private readonly find: () => readonly TimelineItem[],
  ) {}

  get count(): number {
    return totalOf(this.kinds)
  }

  get records(): readonly RecordId[] {
    return this.find().map(({ record }) => record)
  }
}

/** A tile of level 0, in px from day 0. */
export interface Stretch {
  readonly pxPerDay: number
  readonly leftPx: number
  readonly rightPx: number
}

export interface MarkedTile extends Stretch {
  readonly key: string
  /** The first row below the items. */
  readonly row: number
}

const narrowOf = (index: LaneIndex, pxPerDay: number): Octave[] =>
  index.octaves.filter(({ longestDays }) => longestDays * pxPerDay <= BIN_PX)
/** What is longer is counted wherever it passes, and not where it begins. */
const wideOf = (index: LaneIndex, pxPerDay: number): Octave[] =>
  index.octaves.filter(({ longestDays }) => longestDays * pxPerDay > BIN_PX)

const dayOfBin = ({ leftPx, pxPerDay }: Stretch, bin: number): number => (leftPx + bin * BIN_PX) / pxPerDay
const daysOf = ({ leftPx, rightPx, pxPerDay }: Stretch): TimeWindow => ({
  startDay: leftPx / pxPerDay,
  endDay: rightPx / pxPerDay,
})

/** How many begin in each bin. */
export function tallyBeginning(index: LaneIndex, stretch: Stretch): KindTally[] {
  const octaves = narrowOf(index, stretch.pxPerDay)
  const bins = Math.round((stretch.rightPx - stretch.leftPx) / BIN_PX)
  return Array.from({ length: bins }, (_, bin) => {
    const tally = KindTally.empty()
    for (const octave of octaves) octave.countBeginning(tally, dayOfBin(stretch, bin), dayOfBin(stretch, bin + 1))
    return tally
  })
}

/** How many are wide and reach into a stretch. */
export function tallyPassing(index: LaneIndex, stretch: Stretch): KindTally {
  const { startDay, endDay } = daysOf(stretch)
  const tally = KindTally.empty()
  for (const octave of wideOf(index, stretch.pxPerDay)) octave.countMeeting(tally, startDay, endDay)
  return tally
}

/** What begins in each bin of a tile (`all`) and is not among the drawn. */
export function binMarks(
  index: LaneIndex,
  tile: MarkedTile,
  all: readonly KindTally[],
  drawn: ReadonlySet<TimelineItem>,
): CountMark[] {
  const octaves = narrowOf(index, tile.pxPerDay)
  const tallies = all.map((tally) => tally.copy())
  for (const item of drawn) {
    if (!octaves.includes(index.octaveOf(item))) continue
    const begin = beginOf(item)
    const guess = Math.floor((begin * tile.pxPerDay - tile.leftPx) / BIN_PX)
    // The same comparison as the count's, so that rounding puts both into one bin.
    for (const bin of [guess - 1, guess, guess + 1])
      if (begin >= dayOfBin(tile, bin) && begin < dayOfBin(tile, bin + 1))
        tallies[bin]?.count(kindNumber(item.kind), -1)
  }
  return tallies.flatMap((tally, bin) => {
    const kinds = tally.result()
    if (kinds.size === 0) return []
    const [startDay, endDay] = [dayOfBin(tile, bin), dayOfBin(tile, bin + 1)]
    const find = () =>
      octaves.flatMap((octave) => octave.beginning(startDay, endDay)).filter((item) => !drawn.has(item))
    return [new LazyMark(`${tile.key}.${String(bin)}`, 'beginning', startDay, endDay, tile.row, kinds, find)]
  })
}

/** What is wide, reaches into a tile (`all`) and is not among the drawn. */
export function passingMark(
  index: LaneIndex,
  tile: MarkedTile,
  all: KindTally,
  drawn: ReadonlySet<TimelineItem>,
): CountMark | null {
  const window = daysOf(tile)
  const octaves = wideOf(index, tile.pxPerDay)
  const tally = all.copy()
  for (const item of drawn)
    if (octaves.includes(index.octaveOf(item)) && meetsWindow(item.extent, window))
      tally.count(kindNumber(item.kind), -1)
  const kinds = tally.result()
  if (kinds.size === 0) return null
  const find = () =>
    octaves
      .flatMap((octave) => octave.beginning(window.startDay - octave.longestDays, window.endDay))
      .filter((item) => meetsWindow(item.extent, window) && !drawn.has(item))
  return new LazyMark(`${tile.key}~`, 'passing', window.startDay, window.endDay, tile.row + 1, kinds, find)
}
