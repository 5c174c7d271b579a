import { GLYPH_PX, ITEM_GAP_PX, LABEL_GAP_PX } from '../layout/footprint'
import type { TimelineItem } from '../layout/timeline-item'
import { cleanText } from './clean-text'
import { UNVERIFIED_MARK } from './figure-words'
import { markPlace, type MarkPlace } from './mark-place'
import { FIGURE_FONTS, LINE_PX, ROW_PX, type Page } from './page'
import { wrapText } from './wrap-text'

/** Names longer than this take a second line, so that one long name does not widen its whole lane. */
const PREFERRED_LABEL_PX = 300

export type LabelSide = 'right' | 'left'

/** How an item is drawn: its mark, its label on one side of it, and the space both take. */
export interface ItemBox {
  readonly item: TimelineItem
  readonly mark: MarkPlace
  readonly lines: readonly string[]
  readonly labelSide: LabelSide
  /** Left edge of right-hand labels, right edge of left-hand ones. */
  readonly labelXPx: number
  readonly leftPx: number
  /** The gap to the next item in the row included. */
  readonly rightPx: number
  readonly rows: number
}

/** The name as the figure writes it: marked where no source was read. */
function labelOf(page: Page, item: TimelineItem): string {
  return cleanText(item.names[page.spec.locale]) + (item.confidence === 'unverified' ? UNVERIFIED_MARK : '')
}

/** The item without its name, for lanes that are folded to one row. */
export function bareBox(page: Page, item: TimelineItem): ItemBox {
  const mark = markPlace(page, item)
  const { leftPx, rightPx } = mark
  return { item, mark, lines: [], labelSide: 'right', labelXPx: rightPx, leftPx, rightPx, rows: 1 }
}

/** How an item may be drawn: `other` has the label on the other side, where that too is on the page. */
export interface ItemChoice {
  readonly first: ItemBox
  readonly other: ItemBox | undefined
}

/**
 * Finds the places of an item's label. It stands right of the glyph at the head of the bar and may
 * run beyond the bar's end; where the page ends too soon for that, it stands left of the mark; where
 * neither side has room for the name, it is broken into lines on the roomier one.
 */
export function itemChoice(page: Page, item: TimelineItem): ItemChoice {
  const mark = markPlace(page, item)
  const edges = { right: mark.glyphCentrePx + GLYPH_PX / 2 + LABEL_GAP_PX, left: mark.leftPx - LABEL_GAP_PX }
  const rooms = { right: page.plotRightPx - edges.right, left: edges.left - page.plotLeftPx }
  const label = labelOf(page, item)

  const linesIn = (widthPx: number): string[] => wrapText(label, widthPx, FIGURE_FONTS.label, page.measurer)
  const widthOf = (lines: readonly string[]): number =>
    Math.max(0, ...lines.map((line) => page.measurer.widthPx(line, FIGURE_FONTS.label)))
  const boxOf = (labelSide: LabelSide, lines: readonly string[]): ItemBox => {
    const width = widthOf(lines)
    const onRight = labelSide === 'right'
    return {
      item,
      mark,
      lines,
      labelSide,
      labelXPx: edges[labelSide],
      leftPx: onRight ? mark.leftPx : edges.left - width,
      rightPx: (onRight ? Math.max(mark.rightPx, edges.right + width) : mark.rightPx) + ITEM_GAP_PX,
      rows: Math.max(1, Math.ceil((lines.length * LINE_PX + 3) / ROW_PX)),
    }
  }

  const inBar = linesIn(Math.max(PREFERRED_LABEL_PX, mark.rightPx - edges.right))
  const preferred = linesIn(PREFERRED_LABEL_PX)
  const left = widthOf(preferred) <= rooms.left ? boxOf('left', preferred) : undefined
  if (widthOf(inBar) <= rooms.right) return { first: boxOf('right', inBar), other: left }
  if (left !== undefined) return { first: left, other: undefined }
  const side = rooms.left > rooms.right ? 'left' : 'right'
  return { first: boxOf(side, linesIn(rooms[side])), other: undefined }
}
