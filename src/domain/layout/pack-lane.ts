import type { Locale } from '../model/names'
import { footprintOf } from './footprint'
import { fitLabel } from './label-text'
import { RowSpace } from './row-space'
import type { CountMark, PlacedItem, TextMeasurer, TimelineItem } from './timeline-item'

export interface Packing {
  readonly rows: number
  /** Of these rows, those that hold items; marks stand below them. */
  readonly itemRows: number
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
  /** Records that are drawn before all others: what the user asked to see. */
  readonly pinned?: ReadonlySet<string>
}

/** Hidden points nearer than this are counted together. */
const MARK_BIN_PX = 64
/** Room for the mark's own text, such as "+12". */
const MARK_WIDTH_PX = 44

/** Pinned, then most important first; ties by first day, then id: the outcome hangs on nothing else. */
export function byImportance(pinned?: ReadonlySet<string>): (a: TimelineItem, b: TimelineItem) => number {
  const rank = (item: TimelineItem): number => (pinned?.has(item.record) === true ? Infinity : item.importance)
  return (a, b) => {
    const [left, right] = [rank(a), rank(b)]
    if (left !== right) return right > left ? 1 : -1
    return a.extent.earliest - b.extent.earliest || (a.record < b.record ? -1 : 1)
  }
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

/** What is wider than a bin cannot be counted in one: it is merged with all that it overlaps. */
const isWide = ({ extent }: TimelineItem, pxPerDay: number): boolean =>
  (extent.latest - (extent.leadFrom ?? extent.earliest)) * pxPerDay > MARK_BIN_PX

function markOf(key: string, list: readonly TimelineItem[]): Omit<CountMark, 'row'> {
  return {
    key,
    startDay: Math.min(...list.map(({ extent }) => extent.leadFrom ?? extent.earliest)),
    endDay: Math.max(...list.map(({ extent }) => extent.latest)),
    count: list.length,
    records: list.map(({ record }) => record),
  }
}

/**
 * Counts what had no room, in marks that cover all the days of what they count: points in bins
 * along the axis, spans in one mark for each unbroken run of them.
 */
function countHidden(hidden: readonly TimelineItem[], { laneId, pxPerDay }: PackInput): Omit<CountMark, 'row'>[] {
  const bins = new Map<number, TimelineItem[]>()
  const runs: { list: TimelineItem[]; end: number }[] = []
  const begin = ({ extent }: TimelineItem): number => extent.leadFrom ?? extent.earliest
  for (const item of hidden.toSorted((a, b) => begin(a) - begin(b))) {
    if (isWide(item, pxPerDay)) {
      const run = runs.at(-1)
      if (run === undefined || begin(item) >= run.end) runs.push({ list: [item], end: item.extent.latest })
      else {
        run.list.push(item)
        run.end = Math.max(run.end, item.extent.latest)
      }
      continue
    }
    const bin = Math.floor((begin(item) * pxPerDay) / MARK_BIN_PX)
    const list = bins.get(bin)
    if (list === undefined) bins.set(bin, [item])
    else list.push(item)
  }
  return [
    // A mark stands at the left edge of its bin, so that those of two bins never meet.
    ...[...bins].map(([bin, list]) => ({
      ...markOf(`+${laneId}#${String(bin)}`, list),
      startDay: (bin * MARK_BIN_PX) / pxPerDay,
    })),
    ...runs.map(({ list }) => markOf(`+${laneId}~${list[0]?.record ?? ''}`, list)),
  ]
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
  for (const item of items.toSorted(byImportance(input.pinned))) {
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
  const marks: CountMark[] = []
  const counted = countHidden(hidden, input)
  for (const mark of counted.filter(({ count }) => count > 1)) {
    const left = mark.startDay * pxPerDay
    const row = firstFree(markRows, Infinity, left, left + MARK_WIDTH_PX) ?? 0
    marks.push({ ...mark, row: rows.length + row })
  }
  // A count of one would say less than the thing itself, which takes no more room.
  const byId = new Map(hidden.map((item) => [item.record, item]))
  for (const mark of counted.filter(({ count }) => count === 1)) {
    const item = byId.get(mark.records[0] ?? '')
    if (item === undefined) continue
    const bare = footprintOf(item.extent, pxPerDay, 0)
    const row = rows.length + (firstFree(markRows, Infinity, bare.leftPx, bare.rightPx) ?? 0)
    placed.push({ key: `${item.record}@${laneId}`, item, row, label: '', labelWidthPx: 0, labelInside: true })
  }
  return { rows: rows.length + markRows.length, itemRows: rows.length, items: placed, marks }
}
