import { footprintOf } from './footprint'
import { countKinds } from './kind-counts'
import { RowSpace } from './row-space'
import { seatInRow, type RowPacking } from './seat-in-row'
import { emptyRows, seatWanted } from './seat-wanted'
import type { CountMark, PlacedItem, TimelineItem } from './timeline-item'
import { NOTHING_WANTED, type Wanted } from './wanted'

export interface Packing {
  readonly rows: number
  /** Of these rows, those that hold items; marks stand below them. */
  readonly itemRows: number
  readonly items: readonly PlacedItem[]
  readonly marks: readonly CountMark[]
}

export interface PackInput extends RowPacking {
  readonly items: readonly TimelineItem[]
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
 * alone, else it is counted. Every item ends either in `items` or in exactly one of `marks`. What is wanted and
 * would be counted takes the seats of others, who alone move.
 *
 * Only the scale matters, never the window: panning cannot move an item to another row.
 */
export function packLane(input: PackInput): Packing {
  const { packing, taken, byRecord } = packed(input)
  const wantedItems = (records: readonly string[]) => records.flatMap((record) => byRecord.get(record) ?? [])
  const { must, also } = input.wanted ?? NOTHING_WANTED
  const wanted = { must: wantedItems(must), also: wantedItems(also) }
  const isHidden = (item: TimelineItem): boolean => taken.hidden.has(item)
  if (!wanted.must.some(isHidden) && !wanted.also.some(isHidden)) return packing
  const none = emptyRows(taken.rows)
  const { placed, displaced } = seatWanted(taken.placed, wanted, none, none, input)
  const isPlaced = new Set(placed.map(({ item }) => item))
  const hidden = [...taken.hidden, ...displaced].filter((item) => !isPlaced.has(item))
  const seated = counted(input, { rows: taken.rows, placed, hidden: new Set(hidden) })
  // The lane keeps its height where one row of marks fewer would do.
  return { ...seated, rows: Math.max(seated.rows, packing.rows) }
}

interface Taken {
  readonly rows: number
  readonly placed: readonly PlacedItem[]
  readonly hidden: ReadonlySet<TimelineItem>
}

/** What comes out when nothing is wanted. */
interface Packed {
  readonly input: PackInput
  readonly taken: Taken
  readonly packing: Packing
  readonly byRecord: ReadonlyMap<string, TimelineItem>
}

/** For the few scales between which one zooms, and two numbers of rows at each. */
const MOST_KEPT = 12
const kept = new WeakMap<PackInput['items'], readonly Packed[]>()

/** Kept with the items: what one selects and searches for asks for it again. */
function packed(input: PackInput): Packed {
  const before = kept.get(input.items) ?? []
  const known = before.find(({ input: one }) => isSamePacking(one, input))
  if (known !== undefined) return known
  const taken = takeRows(input)
  const byRecord = new Map(input.items.map((item) => [item.record, item]))
  const made = { input, taken, packing: counted(input, taken), byRecord }
  kept.set(input.items, [made, ...before].slice(0, MOST_KEPT))
  return made
}

const isSamePacking = (a: RowPacking, b: RowPacking): boolean =>
  a.laneId === b.laneId &&
  a.pxPerDay === b.pxPerDay &&
  a.maxRows === b.maxRows &&
  a.locale === b.locale &&
  a.measurer === b.measurer

function takeRows(input: PackInput): Taken {
  const placed: PlacedItem[] = []
  const hidden = new Set<TimelineItem>()
  // The last row is free until there are as many as there may be.
  const rows = [new RowSpace()]
  let used = 0
  for (const item of input.items.toSorted(byImportance)) {
    const one = seatInRow(item, rows, input, item.shape === 'point')
    if (one === null) {
      hidden.add(item)
      continue
    }
    placed.push(one)
    used = Math.max(used, one.row + 1)
    if (used === rows.length && used < input.maxRows) rows.push(new RowSpace())
  }
  return { rows: used, placed, hidden }
}

function takeFirst(rows: RowSpace[], leftPx: number, rightPx: number): number {
  const free = rows.findIndex((row) => row.isFree(leftPx, rightPx))
  const place = free < 0 ? rows.length : free
  const row = rows[place] ?? new RowSpace()
  rows[place] = row
  row.take(leftPx, rightPx)
  return place
}

/** Counts what found no room, in marks below the rows. */
function counted(input: PackInput, { rows, placed, hidden }: Taken): Packing {
  const { laneId, pxPerDay } = input
  const items = [...placed]
  const markRows: RowSpace[] = []
  const marks: CountMark[] = []
  const counts = countHidden([...hidden], input)
  for (const mark of counts.filter(({ count }) => count > 1)) {
    const left = mark.startDay * pxPerDay
    marks.push({ ...mark, row: rows + takeFirst(markRows, left, left + MARK_WIDTH_PX) })
  }
  // A count of one would say less than the thing itself, which takes no more room.
  const byId = new Map([...hidden].map((item) => [item.record, item]))
  for (const mark of counts.filter(({ count }) => count === 1)) {
    const item = byId.get(mark.records[0] ?? '')
    if (item === undefined) continue
    const bare = footprintOf(item.extent, pxPerDay, 0)
    const row = rows + takeFirst(markRows, bare.leftPx, bare.rightPx)
    items.push({ key: `${item.record}@${laneId}`, item, row, label: '', labelWidthPx: 0, labelInside: true })
  }
  return { rows: rows + markRows.length, itemRows: rows, items, marks }
}
