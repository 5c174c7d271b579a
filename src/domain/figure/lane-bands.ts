import { meetsWindow } from '../layout/in-window'
import type { Lane, TimelineItem } from '../layout/timeline-item'
import { cleanText } from './clean-text'
import { bareBox, itemChoice } from './item-box'
import { packBoxes, type PackedBox } from './pack-boxes'
import { baselineAt } from './text-shape'
import { FIGURE_FONTS, LINE_PX, ROW_PX, type Page } from './page'
import { wrapText } from './wrap-text'

const PAD_PX = 7
const INDENT_PX = 12
const HEADING_PX = 26

/** One horizontal strip of the figure: the heading of a lane group, or a lane with its items. */
export interface LaneBand {
  readonly lane: Lane
  readonly kind: 'heading' | 'items' | 'collapsed'
  readonly depth: number
  readonly topPx: number
  readonly heightPx: number
  readonly nameLines: readonly string[]
  readonly nameLeftPx: number
  readonly firstBaselinePx: number
  /** Top of row 0. */
  readonly rowsTopPx: number
  readonly boxes: readonly PackedBox[]
}

/** Items of a lane and of all lanes in it, each record once. */
function itemsWithin(lane: Lane): TimelineItem[] {
  const found = new Map<string, TimelineItem>()
  const visit = ({ items, children }: Lane): void => {
    for (const item of items) if (!found.has(item.record)) found.set(item.record, item)
    children.forEach(visit)
  }
  visit(lane)
  return [...found.values()]
}

/**
 * The strips of a figure from top to bottom, beginning at 0. Lanes with nothing in the window
 * are left out, and so are headings with nothing under them. In a collapsed lane every item is still
 * drawn, over the others in one row, without its name.
 */
export function laneBands(page: Page, lanes: readonly Lane[]): LaneBand[] {
  const bands: LaneBand[] = []
  const collapsed = new Set(page.spec.collapsed)
  let y = 0

  const nameOf = (lane: Lane): string => cleanText(lane.names[page.spec.locale])
  const inWindow = (items: readonly TimelineItem[]): TimelineItem[] =>
    items.filter((item) => meetsWindow(item.extent, page.spec.window))

  const addHeading = (lane: Lane, depth: number): void => {
    const left = page.columnLeftPx + 8 + depth * INDENT_PX
    const lines = wrapText(nameOf(lane), page.plotRightPx - left - 8, FIGURE_FONTS.heading, page.measurer)
    const heightPx = HEADING_PX + (lines.length - 1) * LINE_PX
    const firstBaselinePx = baselineAt(y + HEADING_PX / 2, FIGURE_FONTS.heading)
    bands.push({
      lane,
      depth,
      kind: 'heading',
      topPx: y,
      heightPx,
      nameLines: lines,
      nameLeftPx: left,
      firstBaselinePx,
      rowsTopPx: y,
      boxes: [],
    })
    y += heightPx
  }

  const addRows = (lane: Lane, depth: number, kind: 'items' | 'collapsed', items: readonly TimelineItem[]): void => {
    const packed =
      kind === 'items'
        ? packBoxes(items.map((item) => itemChoice(page, item)))
        : { boxes: items.map((item) => ({ box: bareBox(page, item), row: 0 })), rows: 1 }
    const left = page.columnLeftPx + 8 + depth * INDENT_PX
    const right = page.columnLeftPx + page.columnWidthPx
    const lines = wrapText(nameOf(lane), Math.max(right - left, 40), FIGURE_FONTS.lane, page.measurer)
    const heightPx = 2 * PAD_PX + Math.max(packed.rows * ROW_PX, lines.length * LINE_PX + (ROW_PX - LINE_PX))
    const firstBaselinePx = baselineAt(y + PAD_PX + ROW_PX / 2, FIGURE_FONTS.lane)
    bands.push({
      lane,
      depth,
      kind,
      topPx: y,
      heightPx,
      nameLines: lines,
      nameLeftPx: left,
      firstBaselinePx,
      rowsTopPx: y + PAD_PX,
      boxes: packed.boxes,
    })
    y += heightPx
  }

  const add = (lane: Lane, depth: number): void => {
    const all = inWindow(itemsWithin(lane))
    if (all.length === 0) return
    if (collapsed.has(lane.id)) {
      addRows(lane, depth, 'collapsed', all)
      return
    }
    const own = inWindow(lane.items)
    if (lane.children.length > 0) addHeading(lane, depth)
    if (own.length > 0) addRows(lane, depth, 'items', own)
    for (const child of lane.children) add(child, depth + 1)
  }
  for (const lane of lanes) add(lane, 0)
  return bands
}

/** The same strips further down the page. */
export function movedDown(bands: readonly LaneBand[], byPx: number): LaneBand[] {
  return bands.map((band) => ({
    ...band,
    topPx: band.topPx + byPx,
    firstBaselinePx: band.firstBaselinePx + byPx,
    rowsTopPx: band.rowsTopPx + byPx,
  }))
}
