import type { RecordId } from '../model/ids'
import type { Locale } from '../model/names'
import { footprintOf } from './footprint'
import { countKinds } from './kind-counts'
import { fitLabel } from './label-text'
import { RowSpace } from './row-space'
import type { CountMark, PlacedItem, TextMeasurer, TimelineItem } from './timeline-item'
import { NOTHING_WANTED, type Wanted } from './wanted'

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
  readonly wanted?: Wanted
}

/** Hidden points nearer than this are counted together. */
const MARK_BIN_PX = 64
/** Room for the mark's own text, such as "+12". */
const MARK_WIDTH_PX = 44

/** Most important first; ties by first day, then id: the outcome hangs on nothing else. */
export function byImportance(a: TimelineItem, b: TimelineItem): number {
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

/** The same from the lowest row up, all of which are opened for it. */
function lastFree(rows: RowSpace[], maxRows: number, leftPx: number, rightPx: number): number | undefined {
  if (maxRows === Infinity) return firstFree(rows, maxRows, leftPx, rightPx)
  while (rows.length < maxRows) rows.push(new RowSpace())
  for (let row = maxRows - 1; row >= 0; row--) {
    const space = rows[row]
    if (space?.isFree(leftPx, rightPx) !== true) continue
    space.take(leftPx, rightPx)
    return row
  }
  return undefined
}

/** What is wider than a bin cannot be counted in one: it is merged with all that it overlaps. */
const isWide = ({ extent }: TimelineItem, pxPerDay: number): boolean =>
  (extent.latest - (extent.leadFrom ?? extent.earliest)) * pxPerDay > MARK_BIN_PX

function markOf(key: string, list: readonly TimelineItem[], counts: CountMark['counts']): Omit<CountMark, 'row'> {
  return {
    key,
    startDay: Math.min(...list.map(({ extent }) => extent.leadFrom ?? extent.earliest)),
    endDay: Math.max(...list.map(({ extent }) => extent.latest)),
    count: list.length,
    kinds: countKinds(list),
    counts,
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
      ...markOf(`+${laneId}#${String(bin)}`, list, 'beginning'),
      startDay: (bin * MARK_BIN_PX) / pxPerDay,
    })),
    ...runs.map(({ list }) => markOf(`+${laneId}~${list[0]?.record ?? ''}`, list, 'passing')),
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
  const sorted = input.items.toSorted(byImportance)
  const { must, also } = input.wanted ?? NOTHING_WANTED
  const wanted = wantedOf(sorted, [...must, ...also])
  const guests: TimelineItem[] = []
  for (;;) {
    const taken = takeRows(input, sorted, guests)
    // A guest may have taken the room of another that is wanted.
    const missing = wanted.filter((item) => taken.hidden.includes(item) && !guests.includes(item))
    if (missing.length === 0) return counted(input, taken)
    guests.push(...missing)
  }
}

function wantedOf(items: readonly TimelineItem[], wanted: readonly RecordId[]): TimelineItem[] {
  if (wanted.length === 0) return []
  const byRecord = new Map(items.map((item) => [item.record, item]))
  return wanted.flatMap((record) => byRecord.get(record) ?? [])
}

interface Taken {
  readonly rows: readonly RowSpace[]
  readonly placed: readonly PlacedItem[]
  readonly hidden: readonly TimelineItem[]
}

/** `guests`: placed before all others, from the lowest row up. */
function takeRows(input: PackInput, items: readonly TimelineItem[], guests: readonly TimelineItem[]): Taken {
  const { laneId, pxPerDay, maxRows, locale, measurer } = input
  const rows: RowSpace[] = []
  const placed: PlacedItem[] = []
  const hidden: TimelineItem[] = []
  const place = (item: TimelineItem, free: typeof firstFree, mayBeBare: boolean): boolean => {
    const key = `${item.record}@${laneId}`
    const label = fitLabel(item.names[locale], measurer)
    const whole = footprintOf(item.extent, pxPerDay, label.widthPx)
    const row = free(rows, maxRows, whole.leftPx, whole.rightPx)
    if (row !== undefined) {
      const labelInside = whole.labelLeftPx + label.widthPx <= whole.barRightPx
      placed.push({ key, item, row, label: label.text, labelWidthPx: label.widthPx, labelInside })
      return true
    }
    const bare = footprintOf(item.extent, pxPerDay, 0)
    const bareRow = mayBeBare ? free(rows, maxRows, bare.leftPx, bare.rightPx) : undefined
    if (bareRow === undefined) return false
    placed.push({ key, item, row: bareRow, label: '', labelWidthPx: 0, labelInside: true })
    return true
  }
  const first = new Set(guests)
  for (const item of guests) if (!place(item, lastFree, true)) hidden.push(item)
  for (const item of items) if (!first.has(item) && !place(item, firstFree, item.shape === 'point')) hidden.push(item)
  return { rows, placed, hidden }
}

/** Counts what found no room, in marks below the rows. */
function counted(input: PackInput, { rows, placed, hidden }: Taken): Packing {
  const { laneId, pxPerDay } = input
  const items = [...placed]
  const markRows: RowSpace[] = []
  const marks: CountMark[] = []
  const counts = countHidden(hidden, input)
  for (const mark of counts.filter(({ count }) => count > 1)) {
    const left = mark.startDay * pxPerDay
    const row = firstFree(markRows, Infinity, left, left + MARK_WIDTH_PX) ?? 0
    marks.push({ ...mark, row: rows.length + row })
  }
  // A count of one would say less than the thing itself, which takes no more room.
  const byId = new Map(hidden.map((item) => [item.record, item]))
  for (const mark of counts.filter(({ count }) => count === 1)) {
    const item = byId.get(mark.records[0] ?? '')
    if (item === undefined) continue
    const bare = footprintOf(item.extent, pxPerDay, 0)
    const row = rows.length + (firstFree(markRows, Infinity, bare.leftPx, bare.rightPx) ?? 0)
    items.push({ key: `${item.record}@${laneId}`, item, row, label: '', labelWidthPx: 0, labelInside: true })
  }
  return { rows: rows.length + markRows.length, itemRows: rows.length, items, marks }
}
