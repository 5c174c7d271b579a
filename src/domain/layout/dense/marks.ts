import type { RecordId } from '../../model/ids'
import { meetsWindow } from '../in-window'
import type { CountMark, TimelineItem } from '../timeline-item'
import type { LaneIndex } from './lane-index'
import { beginOf, type Octave } from './octave'
import { BIN_PX } from './tile-grid'

/** What is not drawn: items that begin in a stretch, or that are wide and pass through it. */
export interface DenseMark extends CountMark {
  readonly counts: 'beginning' | 'passing'
}

class LazyMark implements DenseMark {
  constructor(
    readonly key: string,
    readonly counts: DenseMark['counts'],
    readonly startDay: number,
    readonly endDay: number,
    readonly row: number,
    readonly count: number,
    private readonly find: () => readonly TimelineItem[],
  ) {}

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

/** Whether all of an octave is counted where it begins; what is longer is counted wherever it passes. */
const isNarrow = ({ longestDays }: Octave, pxPerDay: number): boolean => longestDays * pxPerDay <= BIN_PX

/** What begins in each bin of a tile and is not among the drawn. */
export function binMarks(index: LaneIndex, tile: MarkedTile, drawn: ReadonlySet<TimelineItem>): DenseMark[] {
  const { pxPerDay, leftPx, rightPx } = tile
  const octaves = index.octaves.filter((octave) => isNarrow(octave, pxPerDay))
  const bins = Math.round((rightPx - leftPx) / BIN_PX)
  const dayOf = (bin: number): number => (leftPx + bin * BIN_PX) / pxPerDay
  const drawnIn = new Array<number>(bins).fill(0)
  for (const item of drawn) {
    if (!octaves.includes(index.octaveOf(item))) continue
    const begin = beginOf(item)
    const guess = Math.floor((begin * pxPerDay - leftPx) / BIN_PX)
    // The same comparison as the count's, so that rounding puts both into one bin.
    for (const bin of [guess - 1, guess, guess + 1])
      if (bin >= 0 && bin < bins && begin >= dayOf(bin) && begin < dayOf(bin + 1))
        drawnIn[bin] = (drawnIn[bin] ?? 0) + 1
  }
  const marks: DenseMark[] = []
  for (let bin = 0; bin < bins; bin += 1) {
    const [startDay, endDay] = [dayOf(bin), dayOf(bin + 1)]
    const all = octaves.reduce((sum, octave) => sum + octave.countBeginning(startDay, endDay), 0)
    const count = all - (drawnIn[bin] ?? 0)
    if (count <= 0) continue
    const find = () =>
      octaves.flatMap((octave) => octave.beginning(startDay, endDay)).filter((item) => !drawn.has(item))
    marks.push(new LazyMark(`${tile.key}.${String(bin)}`, 'beginning', startDay, endDay, tile.row, count, find))
  }
  return marks
}

/** What is wide, reaches into a tile and is not among the drawn. */
export function passingMark(index: LaneIndex, tile: MarkedTile, drawn: ReadonlySet<TimelineItem>): DenseMark | null {
  const { pxPerDay, leftPx, rightPx } = tile
  const window = { startDay: leftPx / pxPerDay, endDay: rightPx / pxPerDay }
  const octaves = index.octaves.filter((octave) => !isNarrow(octave, pxPerDay))
  const all = octaves.reduce((sum, octave) => sum + octave.countMeeting(window.startDay, window.endDay), 0)
  let count = all
  for (const item of drawn) if (octaves.includes(index.octaveOf(item)) && meetsWindow(item.extent, window)) count -= 1
  if (count <= 0) return null
  const find = () =>
    octaves
      .flatMap((octave) => octave.beginning(window.startDay - octave.longestDays, window.endDay))
      .filter((item) => meetsWindow(item.extent, window) && !drawn.has(item))
  return new LazyMark(`${tile.key}~`, 'passing', window.startDay, window.endDay, tile.row + 1, count, find)
}
