import type { Locale } from '../model/names'
import { isDense as isDenseList } from './dense/index-of'
import { MARK_ROWS, placeDense } from './dense/place-dense'
import { toTheEnd, type InParts } from '../model/in-parts'
import { packLane, type PackInput, type Packing } from './pack-lane'
import type { Lane, PlacedLane, TextMeasurer, TimelineItem } from './timeline-item'
import { NOTHING_WANTED, type Wanted } from './wanted'

/** Rows a lane may use before what is left over is counted. */
export interface RowBudget {
  /** Rows that fit on the screen or page; shared out among the lanes. */
  readonly available: number
  readonly leastPerLane: number
  /** Added to `leastPerLane` where a lane holds spans, which fill rows faster than points do. */
  readonly extraForSpans: number
  readonly mostPerLane: number
}

/** Everything is drawn: for figures, and for tests. */
export const UNLIMITED_ROWS: RowBudget = {
  available: Infinity,
  leastPerLane: Infinity,
  extraForSpans: 0,
  mostPerLane: Infinity,
}

/** A folded lane keeps to this many rows. */
const FOLDED_ROWS = 1

export interface PlaceInput {
  readonly lanes: readonly Lane[]
  readonly collapsed: ReadonlySet<string>
  readonly pxPerDay: number
  readonly locale: Locale
  readonly measurer: TextMeasurer
  readonly rows: RowBudget
  readonly wanted?: Wanted
}

/** Stands for the packing of a dense lane, which fills whatever rows it gets. */
const FULL: Packing = { rows: 0, itemRows: 0, items: [], marks: [] }

interface OpenLane {
  readonly lane: Lane
  readonly depth: number
  readonly collapsed: boolean
  readonly items: readonly TimelineItem[]
}

/** All items below a lane, each once, in the order of their first day. */
function itemsBelow(lane: Lane): readonly TimelineItem[] {
  if (lane.children.length === 0) return lane.items
  const found = new Map<string, TimelineItem>()
  for (const child of lane.children) for (const item of itemsBelow(child)) found.set(item.record, item)
  return [...found.values()].sort((a, b) => a.extent.earliest - b.extent.earliest || (a.record < b.record ? -1 : 1))
}

/** The lanes that show, top to bottom: what lies in a folded one is drawn in that lane itself. */
function openLanes(lanes: readonly Lane[], collapsed: ReadonlySet<string>, depth = 0): OpenLane[] {
  return lanes.flatMap((lane): OpenLane[] => {
    const folded = collapsed.has(lane.id)
    const items = folded ? itemsBelow(lane) : lane.items
    const own: OpenLane = { lane, depth, collapsed: folded, items }
    return folded ? [own] : [own, ...openLanes(lane.children, collapsed, depth + 1)]
  })
}

export interface RowNeed {
  readonly rows: number
  readonly ofSpans: boolean
}

/**
 * Shares rows out: every lane gets what it needs while there is enough, and the neediest are cut
 * first. With too few even for `leastPerLane` each, the lanes grow past the screen and scroll.
 */
export function shareRows(needs: readonly RowNeed[], budget: RowBudget): number[] {
  const shares = needs.map(({ rows, ofSpans }) =>
    Math.min(rows, budget.leastPerLane + (ofSpans ? budget.extraForSpans : 0)),
  )
  const limits = needs.map(({ rows }, index) => Math.min(rows, Math.max(budget.mostPerLane, shares[index] ?? 0)))
  let left = budget.available - shares.reduce((sum, share) => sum + share, 0)
  if (left === Infinity) return limits
  while (left > 0) {
    let poorest = -1
    for (let index = 0; index < shares.length; index++) {
      const share = shares[index] ?? 0
      if (share < (limits[index] ?? 0) && (poorest < 0 || share < (shares[poorest] ?? 0))) poorest = index
    }
    if (poorest < 0) break
    shares[poorest] = (shares[poorest] ?? 0) + 1
    left--
  }
  return shares
}

/**
 * Places everything at one scale: lanes in order, folded ones as one line, each item in its row.
 * The window is not asked for, so the same call serves any window of that scale.
 */
export const placeLanes = (input: PlaceInput): PlacedLane[] => toTheEnd(placingLanes(input))

/** The same in parts: a lane at a time. */
export function* placingLanes(input: PlaceInput): InParts<PlacedLane[]> {
  const { collapsed, pxPerDay, locale, measurer, rows } = input
  const open = openLanes(input.lanes, collapsed)
  const wanted = input.wanted ?? NOTHING_WANTED
  const packing = ({ lane, items }: OpenLane, maxRows: number): PackInput => ({
    laneId: lane.id,
    items,
    pxPerDay,
    maxRows,
    locale,
    measurer,
  })
  const most = Math.max(rows.mostPerLane, rows.leastPerLane + rows.extraForSpans)
  const isDense = ({ items }: OpenLane): boolean => isDenseList(items) && most < Infinity
  const first: Packing[] = []
  for (const lane of open) {
    // Without what is wanted: lanes must keep their heights while one types.
    first.push(isDense(lane) ? FULL : packLane(packing(lane, lane.collapsed ? FOLDED_ROWS : most)))
    yield
  }
  const shares = shareRows(
    first.map(({ itemRows, marks, items }, index) => ({
      rows:
        items === FULL.items
          ? open[index]?.collapsed === true
            ? FOLDED_ROWS
            : most
          : itemRows + (marks.length > 0 ? 1 : 0),
      ofSpans: items === FULL.items || items.some(({ item }) => item.shape === 'span'),
    })),
    rows,
  )
  const placed: PlacedLane[] = []
  for (const [index, lane] of open.entries()) {
    yield
    if (isDense(lane)) {
      const maxRows = Math.max((shares[index] ?? most) - MARK_ROWS, 1)
      placed.push(placeDense(lane, packing(lane, maxRows), wanted))
      continue
    }
    const whole = first[index] ?? FULL
    const share = shares[index] ?? whole.itemRows
    const fits = whole.itemRows < share || whole.rows === share
    // One row of the share goes to the marks that count what is left over.
    const maxRows = lane.collapsed ? FOLDED_ROWS : fits ? most : Math.max(share - 1, 1)
    const { rows: height, items, marks } = packLane({ ...packing(lane, maxRows), wanted })
    const { depth, collapsed: isCollapsed } = lane
    placed.push({ lane: lane.lane, depth, collapsed: isCollapsed, rows: height, items, marks, windowed: null })
  }
  return placed
}
