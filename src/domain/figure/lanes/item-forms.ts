import { GLYPH_PX, ITEM_GAP_PX, LABEL_GAP_PX } from '../../layout/footprint'
import type { TimelineItem } from '../../layout/timeline-item'
import type { Page } from '../page'
import { labelBlock, labelTexts, type LabelBlock } from './label-block'
import { ARROW_PX, markPlace, type MarkPlace } from './mark-place'
import type { Cell } from './row-grid'

/** Names longer than this take a second line, so that one long name does not widen its whole lane. */
const PREFERRED_LABEL_PX = 300
/** Names are not broken into lines shorter than this to save room. */
const LEAST_WRAP_PX = 84
const WRAP_SHARES = [0.56, 0.38]
/** From the line that leads to a label to its first letter. */
const AFTER_LEADER_PX = 5
const LEADER_PX = 3
const MOST_ROWS_LED = 3

export type LabelSide = 'right' | 'left'

/** One way to draw an item: its mark, its label, and the space both take. */
export interface ItemForm {
  readonly item: TimelineItem
  readonly mark: MarkPlace
  /** Null: the mark alone. */
  readonly label: LabelBlock | null
  readonly side: LabelSide
  /** Left edge of right-hand labels, right edge of left-hand ones. */
  readonly labelXPx: number
  /** The row of the label's first line, from that of the mark; where it is another one, a line leads there. */
  readonly labelRow: number
  readonly cells: readonly Cell[]
}

/** The ways to draw an item in the order in which they are tried. `other` is the label on its other side. */
export interface ItemForms {
  readonly item: TimelineItem
  readonly mark: MarkPlace
  readonly first: ItemForm
  readonly other: ItemForm | undefined
  /** Only where room is short: in narrower lines, then led out to another row. Made when asked for. */
  readonly tight: () => readonly ItemForm[]
}

const markCell = ({ leftPx, rightPx }: MarkPlace): Cell => ({ row: 0, leftPx, rightPx: rightPx + ITEM_GAP_PX })

/** The item without its name, for lanes that are folded to one row. */
export function bareForm(page: Page, item: TimelineItem): ItemForm {
  const mark = markPlace(page, item)
  return { item, mark, label: null, side: 'right', labelXPx: mark.rightPx, labelRow: 0, cells: [markCell(mark)] }
}

function besideForm(item: TimelineItem, mark: MarkPlace, label: LabelBlock, side: LabelSide, xPx: number): ItemForm {
  const [left, right] = side === 'right' ? [xPx, xPx + label.widthPx] : [xPx - label.widthPx, xPx]
  const cells = Array.from({ length: label.rows }, (_, row): Cell => ({
    row,
    leftPx: row === 0 ? Math.min(mark.leftPx, left) : left,
    rightPx: (row === 0 ? Math.max(mark.rightPx, right) : right) + ITEM_GAP_PX,
  }))
  return { item, mark, label, side, labelXPx: xPx, labelRow: 0, cells }
}

/** The label in another row, at a thin line from the middle of the mark. */
function ledForms(page: Page, item: TimelineItem, mark: MarkPlace, label: LabelBlock): ItemForm[] {
  const x = mark.glyphCentrePx
  if (x === null) return []
  const sides: (readonly [LabelSide, number, number, number])[] = [
    ['right', x + AFTER_LEADER_PX, x - LEADER_PX, x + AFTER_LEADER_PX + label.widthPx],
    ['left', x - AFTER_LEADER_PX, x - AFTER_LEADER_PX - label.widthPx, x + LEADER_PX],
  ]
  const fitting = sides.filter(([, , left, right]) => left >= page.plotLeftPx && right <= page.plotRightPx)
  const steps = Array.from({ length: MOST_ROWS_LED }, (_, step) => [step + 1, -step - label.rows]).flat()
  return steps.flatMap((labelRow) =>
    fitting.map(([side, labelXPx, leftPx, rightPx]): ItemForm => {
      const between = labelRow > 0 ? [1, labelRow] : [labelRow + label.rows, 0]
      const leader: Cell[] = []
      for (let row = between[0] ?? 0; row < (between[1] ?? 0); row += 1)
        leader.push({ row, leftPx: x - LEADER_PX, rightPx: x + LEADER_PX })
      const lines = Array.from({ length: label.rows }, (_, row): Cell => ({
        row: labelRow + row,
        leftPx,
        rightPx: rightPx + ITEM_GAP_PX,
      }))
      return { item, mark, label, side, labelXPx, labelRow, cells: [markCell(mark), ...leader, ...lines] }
    }),
  )
}

/**
 * Finds the places of an item's label. It stands right of the glyph at the head of the bar and may
 * run beyond the bar's end; where the page ends too soon for that, it stands left of the mark, or
 * over its lead. Where no side has room for the name, it is broken into lines on the roomiest.
 * `tailPx` is the room for the numbers behind the name.
 */
export function itemForms(page: Page, item: TimelineItem, mark: MarkPlace, tailPx: number): ItemForms {
  const halfGlyph = mark.glyphCentrePx === null ? 0 : GLYPH_PX / 2
  const centre = mark.glyphCentrePx ?? mark.rightPx - ARROW_PX
  const afterGlyph = centre + halfGlyph + LABEL_GAP_PX
  const beforeMark = mark.leftPx - LABEL_GAP_PX
  const overLead = centre - halfGlyph - LABEL_GAP_PX
  const texts = labelTexts(page, item)

  const linesIn = (widthPx: number): LabelBlock => labelBlock(page, texts, tailPx, widthPx)
  const formOf = (side: LabelSide, xPx: number, label: LabelBlock): ItemForm => besideForm(item, mark, label, side, xPx)
  const roomOnRight = page.plotRightPx - afterGlyph
  const leftIfItFits = (xPx: number, label: LabelBlock): ItemForm | undefined =>
    label.widthPx <= xPx - page.plotLeftPx ? formOf('left', xPx, label) : undefined

  const preferred = linesIn(PREFERRED_LABEL_PX)
  const inBar = mark.rightPx - afterGlyph > PREFERRED_LABEL_PX ? linesIn(mark.rightPx - afterGlyph) : preferred
  const left = leftIfItFits(beforeMark, preferred)
  const tight = (): ItemForm[] => {
    const narrow = WRAP_SHARES.map((share) => preferred.widthPx * share)
      .filter((widthPx) => widthPx >= LEAST_WRAP_PX)
      .map(linesIn)
      .filter(({ lines }) => lines.length > preferred.lines.length)
    return [
      ...narrow.flatMap((label) => [
        ...(label.widthPx <= roomOnRight ? [formOf('right', afterGlyph, label)] : []),
        ...[leftIfItFits(beforeMark, label)].filter((form) => form !== undefined),
      ]),
      ...ledForms(page, item, mark, preferred),
      ...narrow.slice(0, 1).flatMap((label) => ledForms(page, item, mark, label)),
    ]
  }
  if (inBar.widthPx <= roomOnRight) return { item, mark, first: formOf('right', afterGlyph, inBar), other: left, tight }
  const first =
    left ??
    leftIfItFits(overLead, preferred) ??
    (roomOnRight > overLead - page.plotLeftPx
      ? formOf('right', afterGlyph, linesIn(roomOnRight))
      : formOf('left', overLead, linesIn(overLead - page.plotLeftPx)))
  return { item, mark, first, other: undefined, tight }
}
