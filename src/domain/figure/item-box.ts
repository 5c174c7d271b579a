import { GLYPH_PX, ITEM_GAP_PX, LABEL_GAP_PX } from '../layout/footprint'
import type { TimelineItem } from '../layout/timeline-item'
import { cleanText } from './clean-text'
import { UNVERIFIED_MARK } from './figure-words'
import { ARROW_PX, markPlace, type MarkPlace } from './mark-place'
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
 * run beyond the bar's end; where the page ends too soon for that, it stands left of the mark, or
 * over its lead. Where no side has room for the name, it is broken into lines on the roomiest.
 */
export function itemChoice(page: Page, item: TimelineItem): ItemChoice {
  const mark = markPlace(page, item)
  const halfGlyph = mark.glyphCentrePx === null ? 0 : GLYPH_PX / 2
  const centre = mark.glyphCentrePx ?? mark.rightPx - ARROW_PX
  const afterGlyph = centre + halfGlyph + LABEL_GAP_PX
  const beforeMark = mark.leftPx - LABEL_GAP_PX
  const overLead = centre - halfGlyph - LABEL_GAP_PX
  const label = labelOf(page, item)

  const linesIn = (widthPx: number): string[] => wrapText(label, widthPx, FIGURE_FONTS.label, page.measurer)
  const widthOf = (lines: readonly string[]): number =>
    Math.max(0, ...lines.map((line) => page.measurer.widthPx(line, FIGURE_FONTS.label)))
  const boxOf = (labelSide: LabelSide, labelXPx: number, lines: readonly string[]): ItemBox => {
    const [left, right] =
      labelSide === 'right' ? [labelXPx, labelXPx + widthOf(lines)] : [labelXPx - widthOf(lines), labelXPx]
    return {
      item,
      mark,
      lines,
      labelSide,
      labelXPx,
      leftPx: Math.min(mark.leftPx, left),
      rightPx: Math.max(mark.rightPx, right) + ITEM_GAP_PX,
      rows: Math.max(1, Math.ceil((lines.length * LINE_PX + 3) / ROW_PX)),
    }
  }
  const roomOnRight = page.plotRightPx - afterGlyph
  const ifItFits = (xPx: number, lines: readonly string[]): ItemBox | undefined =>
    widthOf(lines) <= xPx - page.plotLeftPx ? boxOf('left', xPx, lines) : undefined

  const inBar = linesIn(Math.max(PREFERRED_LABEL_PX, mark.rightPx - afterGlyph))
  const preferred = linesIn(PREFERRED_LABEL_PX)
  const left = ifItFits(beforeMark, preferred)
  if (widthOf(inBar) <= roomOnRight) return { first: boxOf('right', afterGlyph, inBar), other: left }
  const first =
    left ??
    ifItFits(overLead, preferred) ??
    (roomOnRight > overLead - page.plotLeftPx
      ? boxOf('right', afterGlyph, linesIn(roomOnRight))
      : boxOf('left', overLead, linesIn(overLead - page.plotLeftPx)))
  return { first, other: undefined }
}
