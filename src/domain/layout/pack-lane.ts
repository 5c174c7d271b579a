import type { Locale } from '../model/names'
import { footprintOf } from './footprint'
import { fitLabel } from './label-text'
import { RowSpace } from './row-space'
import type { CountMark, PlacedItem, TextMeasurer, TimelineItem } from './timeline-item'

export interface Packing {
  readonly rows: number
  readonly items: readonly PlacedItem[]
  readonly marks: readonly CountMark[]
}

export interface PackInput {
  readonly laneId: string
  readonly items: readonly TimelineItem[]
  readonly pxPerDay: number
  /** Rows for items; marks may take one or more below them. */
  readonly maxRows: number
  readonly locale: Locale
  readonly measurer: TextMeasurer
}

/** Hidden points nearer than this are counted together. */
const MARK_BIN_PX = 64
/** Room for the mark's own text, such as "+12". */
const MARK_WIDTH_PX = 44

/** The most important first; ties by first day, then id, so that the outcome hangs on nothing else. */
function byImportance(a: TimelineItem, b: TimelineItem): number {
  return b.importance - a.importance || a.extent.earliest - b.extent.earliest || (a.record < b.record ? -1 : 1)
}

function firstFree(rows: RowSpace[], maxRows: number, leftPx: number, rightPx: number): number | undefined {
  for (let row = 0; row < Math.min(rows.length + 1, maxRows); row++) {
    if (row === rows.length) rows.push(new RowSpace())
    const space = rows[row]
    if (space?.isFree(leftPx, rightPx)) {
      space.take(leftPx, rightPx)
      return row
    }
  }
  return undefined
}

/** Counts what had no room: bins along the axis, each mark as wide as the things that it counts. */
function countHidden(hidden: readonly TimelineItem[], { laneId, pxPerDay }: PackInput): Omit<CountMark, 'row'>[] {
  const bins = new Map<number, TimelineItem[]>()
  for (const item of hidden) {
    const bin = Math.floor((item.extent.earliest * pxPerDay) / MARK_BIN_PX)
    const list = bins.get(bin)
    if (list === undefined) bins.set(bin, [item])
    else list.push(item)
  }
  return [...bins]
    .sort(([a], [b]) => a - b)
    .map(([bin, list]) => ({
      key: `+${laneId}#${String(bin)}`,
      startDay: Math.min(...list.map(({ extent }) => extent.leadFrom ?? extent.earliest)),
      endDay: Math.max(...list.map(({ extent }) => extent.latest)),
      count: list.length,
      records: list.map(({ record }) => record),
    }))
}

/**
 * Puts the items of one lane into rows at one scale. The most important come first and keep the
 * upper rows; each takes the first row with room for mark and label, else with room for the mark
 * alone, else it is counted. Every item ends either in `items` or in exactly one of `marks`.
 *
 * Only the scale matters, never the window: panning cannot move an item to another row.
 */
export function packLane(input: PackInput): Packing {
  const { items, pxPerDay, maxRows, locale, measurer, laneId } = input
  const rows: RowSpace[] = []
  const placed: PlacedItem[] = []
  const hidden: TimelineItem[] = []
  for (const item of items.toSorted(byImportance)) {
    const label = fitLabel(item.names[locale], measurer)
    const whole = footprintOf(item.extent, pxPerDay, label.widthPx)
    const row = firstFree(rows, maxRows, whole.leftPx, whole.rightPx)
    if (row !== undefined) {
      const labelInside = whole.labelLeftPx + label.widthPx <= whole.barRightPx
      placed.push({
        key: `${item.record}@${laneId}`,
        item,
        row,
        label: label.text,
        labelWidthPx: label.widthPx,
        labelInside,
      })
      continue
    }
    const bare = footprintOf(item.extent, pxPerDay, 0)
    const bareRow = item.shape === 'point' ? firstFree(rows, maxRows, bare.leftPx, bare.rightPx) : undefined
    if (bareRow === undefined) hidden.push(item)
    else
      placed.push({
        key: `${item.record}@${laneId}`,
        item,
        row: bareRow,
        label: '',
        labelWidthPx: 0,
        labelInside: true,
      })
  }

  const markRows: RowSpace[] = []
  const marks = countHidden(hidden, input).map((mark): CountMark => {
    const left = mark.startDay * pxPerDay
    const right = Math.max(mark.endDay * pxPerDay, left + MARK_WIDTH_PX)
    const row = firstFree(markRows, Infinity, left, right) ?? 0
    return { ...mark, row: rows.length + row }
  })
  return { rows: rows.length + markRows.length, items: placed, marks }
}
