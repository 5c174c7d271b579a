import { byImportance } from '../../layout/pack-lane'
import type { TimelineItem } from '../../layout/timeline-item'
import { FIGURE_FONTS, type Page } from '../page'
import { markPlace } from './mark-place'
import type { Cell, RowGrid } from './row-grid'

/** What is hidden nearer to each other than this is counted together. */
const JOIN_PX = 60
/** No mark counts what lies further apart, but where there is no other place. */
const SPREAD_PX = 150
/** How far a mark may stand from the middle of what it counts. */
const SHIFT_PX = 28
const PAD_PX = 5
const GAP_PX = 4

/** A mark that counts, in a row of its lane. */
export interface CountPlace {
  readonly items: readonly TimelineItem[]
  readonly text: string
  readonly leftPx: number
  readonly widthPx: number
  readonly row: number
}

/** Who holds space in a row: an item, or a mark that counts. */
export type Holder = TimelineItem | CountPlace

export const countText = (count: number): string => `+${String(count)}`

export const cellOf = ({ leftPx, widthPx }: CountPlace): Cell => ({
  row: 0,
  leftPx,
  rightPx: leftPx + widthPx + GAP_PX,
})

interface Cluster {
  readonly items: readonly TimelineItem[]
  readonly xPx: number
}

/** What is hidden, from left to right, joined where it lies close together. */
function clustersOf(page: Page, hidden: readonly TimelineItem[]): Cluster[] {
  const at = hidden
    .map((item) => {
      const mark = markPlace(page, item)
      return { item, xPx: mark.glyphCentrePx ?? mark.rightPx }
    })
    .sort((a, b) => a.xPx - b.xPx || (a.item.record < b.item.record ? -1 : 1))
  const groups: (typeof at)[] = []
  for (const each of at) {
    const group = groups.at(-1)
    const [first, last] = [group?.[0], group?.at(-1)]
    if (first && last && each.xPx - last.xPx < JOIN_PX && each.xPx - first.xPx < SPREAD_PX) group?.push(each)
    else groups.push([each])
  }
  return groups.map((group) => ({
    items: group.map(({ item }) => item),
    xPx: group.reduce((sum, { xPx }) => sum + xPx, 0) / group.length,
  }))
}

const joined = (a: Cluster, b: Cluster): Cluster => {
  const items = [...a.items, ...b.items]
  return { items, xPx: (a.xPx * a.items.length + b.xPx * b.items.length) / items.length }
}

/**
 * Counts hidden items in marks of the last row, each at its time. Where an item stands in the way, the
 * least important one there gives up its place and is counted too; marks that would meet are joined.
 */
export function countMarks(
  page: Page,
  grid: RowGrid<Holder>,
  hidden: readonly TimelineItem[],
  row: number,
): { readonly counts: CountPlace[]; readonly removed: ReadonlySet<TimelineItem> } {
  const removed = new Set<TimelineItem>()
  for (;;) {
    const marks = inRow(page, clustersOf(page, [...hidden, ...removed]), row)
    const free = marks.map((mark) => shifted(page, grid, mark, marks))
    const blocked = marks.find((_, index) => free[index] === undefined)
    if (blocked === undefined) return { counts: free.filter((mark) => mark !== undefined), removed }
    const inTheWay = grid
      .between(row, blocked.leftPx, blocked.leftPx + blocked.widthPx + GAP_PX)
      .filter((holder) => 'record' in holder)
    const least = inTheWay.toSorted(byImportance).at(-1)
    if (least === undefined) return { counts: marks.map((mark, index) => free[index] ?? mark), removed }
    grid.remove(least)
    removed.add(least)
  }
}

function markOf(page: Page, { items, xPx }: Cluster, row: number): CountPlace {
  const text = countText(items.length)
  const widthPx = page.measurer.widthPx(text, FIGURE_FONTS.smallHeading) + 2 * PAD_PX
  const leftPx = Math.max(page.plotLeftPx, Math.min(xPx - widthPx / 2, page.plotRightPx - widthPx))
  return { items, text, leftPx, widthPx, row }
}

/** The marks of the clusters, of which none meets another. */
function inRow(page: Page, clusters: readonly Cluster[], row: number): CountPlace[] {
  const kept: { cluster: Cluster; mark: CountPlace }[] = []
  for (const next of clusters) {
    let cluster = next
    let mark = markOf(page, cluster, row)
    for (
      let last = kept.at(-1);
      last && last.mark.leftPx + last.mark.widthPx + GAP_PX > mark.leftPx;
      last = kept.at(-1)
    ) {
      kept.pop()
      cluster = joined(last.cluster, cluster)
      mark = markOf(page, cluster, row)
    }
    kept.push({ cluster, mark })
  }
  return kept.map(({ mark }) => mark)
}

/** The mark where its row is free near its place, clear of the other marks. */
function shifted(
  page: Page,
  grid: RowGrid<Holder>,
  mark: CountPlace,
  marks: readonly CountPlace[],
): CountPlace | undefined {
  const isFree = (leftPx: number): boolean => {
    const rightPx = leftPx + mark.widthPx
    if (leftPx < page.plotLeftPx || rightPx > page.plotRightPx + 0.01) return false
    if (grid.between(mark.row, leftPx, rightPx + GAP_PX).length > 0) return false
    // Half of what lies between two marks belongs to each, so that both may move.
    return marks.every((other) => {
      if (other === mark) return true
      const [ours, theirs] = [mark.leftPx + mark.widthPx / 2, other.leftPx + other.widthPx / 2]
      return theirs > ours
        ? rightPx + GAP_PX / 2 <= (mark.leftPx + mark.widthPx + other.leftPx) / 2 + 0.01
        : leftPx - GAP_PX / 2 >= (other.leftPx + other.widthPx + mark.leftPx) / 2 - 0.01
    })
  }
  for (let shift = 0; shift <= SHIFT_PX; shift += 4) {
    const leftPx = [mark.leftPx + shift, mark.leftPx - shift].find(isFree)
    if (leftPx !== undefined) return { ...mark, leftPx }
  }
  return undefined
}
