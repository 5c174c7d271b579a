import type { RecordId } from '../../model/ids'
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

export interface MarkedTile {
  readonly key: string
  readonly pxPerDay: number
  readonly leftPx: number
  readonly rightPx: number
  /** The first row below the items. */
  readonly row: number
}

/** What is drawn is not counted. */
function leaveOut(tally: KindTally | undefined, { kind }: TimelineItem): void {
  tally?.count(kindNumber(kind), -1)
}

/** Whether all of an octave is counted where it begins; what is longer is counted wherever it passes. */
const isNarrow = ({ longestDays }: Octave, pxPerDay: number): boolean => longestDays * pxPerDay <= BIN_PX

/** What begins in each bin of a tile and is not among the drawn. */
export function binMarks(index: LaneIndex, tile: MarkedTile, drawn: ReadonlySet<TimelineItem>): CountMark[] {
  const { pxPerDay, leftPx, rightPx } = tile
  const octaves = index.octaves.filter((octave) => isNarrow(octave, pxPerDay))
  const bins = Math.round((rightPx - leftPx) / BIN_PX)
  const dayOf = (bin: number): number => (leftPx + bin * BIN_PX) / pxPerDay
  const tallies = Array.from({ length: bins }, (_, bin) => {
    const tally = new KindTally()
    for (const octave of octaves) octave.countBeginning(tally, dayOf(bin), dayOf(bin + 1))
    return tally
  })
  for (const item of drawn) {
    if (!octaves.includes(index.octaveOf(item))) continue
    const begin = beginOf(item)
    const guess = Math.floor((begin * pxPerDay - leftPx) / BIN_PX)
    // The same comparison as the count's, so that rounding puts both into one bin.
    for (const bin of [guess - 1, guess, guess + 1])
      if (begin >= dayOf(bin) && begin < dayOf(bin + 1)) leaveOut(tallies[bin], item)
  }
  const marks: CountMark[] = []
  for (const [bin, tally] of tallies.entries()) {
    const kinds = tally.result()
    if (kinds.size === 0) continue
    const [startDay, endDay] = [dayOf(bin), dayOf(bin + 1)]
    const find = () =>
      octaves.flatMap((octave) => octave.beginning(startDay, endDay)).filter((item) => !drawn.has(item))
    marks.push(new LazyMark(`${tile.key}.${String(bin)}`, 'beginning', startDay, endDay, tile.row, kinds, find))
  }
  return marks
}

/** What is wide, reaches into a tile and is not among the drawn. */
export function passingMark(index: LaneIndex, tile: MarkedTile, drawn: ReadonlySet<TimelineItem>): CountMark | null {
  const { pxPerDay, leftPx, rightPx } = tile
  const window = { startDay: leftPx / pxPerDay, endDay: rightPx / pxPerDay }
  const octaves = index.octaves.filter((octave) => !isNarrow(octave, pxPerDay))
  const tally = new KindTally()
  for (const octave of octaves) octave.countMeeting(tally, window.startDay, window.endDay)
  for (const item of drawn)
    if (octaves.includes(index.octaveOf(item)) && meetsWindow(item.extent, window)) leaveOut(tally, item)
  const kinds = tally.result()
  if (kinds.size === 0) return null
  const find = () =>
    octaves
      .flatMap((octave) => octave.beginning(window.startDay - octave.longestDays, window.endDay))
      .filter((item) => meetsWindow(item.extent, window) && !drawn.has(item))
  return new LazyMark(`${tile.key}~`, 'passing', window.startDay, window.endDay, tile.row + 1, kinds, find)
}
