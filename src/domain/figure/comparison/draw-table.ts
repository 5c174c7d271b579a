import { drawHead, rule } from '../charts/section-head'
import { drawNumbers } from '../notes/source-slots'
import { FIGURE_FONTS, type Page } from '../page'
import type { Shape } from '../scene'
import { textShape } from '../text-shape'
import {
  CELL_LINE_PX,
  GROUP_PX,
  HEAD_PAD_PX,
  RATIO_LINE_PX,
  ROW_PAD_PX,
  type SetRow,
  type SetTable,
  type TableBlock,
} from './set-table'

const FONT = FIGURE_FONTS.small
const INSET_PX = 6
const BASELINE_PX = 10

/** Some rows of a table: all but the first and the last page of one that goes on have no end of it. */
export interface TableRows {
  readonly from: number
  readonly to: number
  readonly isLast: boolean
}

/** How high some rows of a table are with their heads. */
export function tableHeightPx({ rowPx, overheadPx }: SetTable, { from, to }: TableRows): number {
  return to <= from ? 0 : overheadPx + rowPx.slice(from, to).reduce((sum, px) => sum + px, 0)
}

/** Draws some rows of a table with its top at `topPx`. `numbersOf` are the numbers of sources behind a value. */
export function drawTable(
  page: Page,
  table: SetTable,
  { from, to, isLast }: TableRows,
  topPx: number,
  numbersOf: (slot: string) => readonly number[],
): Shape[] {
  if (to <= from) return []
  const { palette } = page
  const shapes: Shape[] = [...drawHead(page, table.head, topPx, [])]
  let y = topPx + table.head.heightPx
  for (const block of table.blocks) {
    shapes.push(...drawHeads(page, block, y))
    y += block.headPx
    for (const [index, row] of block.rows.slice(from, to).entries()) {
      shapes.push(...drawRow(page, block, row, y, index === 0, numbersOf))
      y += row.heightPx
    }
  }
  shapes.push(rule(page, y, palette.rule))
  if (isLast)
    table.unknownLines.forEach((text, at) => {
      shapes.push(
        textShape(page, {
          role: 'cell',
          text,
          font: FONT,
          colour: palette.mutedInk,
          xPx: page.columnLeftPx + INSET_PX,
          baselinePx: y + ROW_PAD_PX + BASELINE_PX + at * CELL_LINE_PX,
        }),
      )
    })
  return shapes
}

const columnX = (page: Page, { labelPx, columnPx }: TableBlock, at: number): number =>
  page.columnLeftPx + labelPx + at * columnPx

function drawHeads(page: Page, block: TableBlock, topPx: number): Shape[] {
  return block.heads.flatMap((lines, at) =>
    lines.map((text, index) =>
      textShape(page, {
        role: 'cell',
        text,
        font: FIGURE_FONTS.smallHeading,
        colour: page.palette.ink,
        xPx: columnX(page, block, at),
        baselinePx: topPx + HEAD_PAD_PX + BASELINE_PX + index * CELL_LINE_PX,
      }),
    ),
  )
}

function drawRow(
  page: Page,
  block: TableBlock,
  row: SetRow,
  topPx: number,
  isFirst: boolean,
  numbersOf: (slot: string) => readonly number[],
): Shape[] {
  const { palette } = page
  const cell = { role: 'cell', font: FONT } as const
  const groupPx = row.group === '' ? 0 : GROUP_PX
  const first = topPx + groupPx + ROW_PAD_PX + BASELINE_PX
  const shapes: Shape[] = [rule(page, topPx, isFirst ? palette.strongRule : palette.rule)]
  if (row.group !== '')
    shapes.push(
      textShape(page, {
        ...cell,
        text: row.group,
        font: FIGURE_FONTS.list,
        colour: palette.mutedInk,
        xPx: page.columnLeftPx + INSET_PX,
        baselinePx: topPx + BASELINE_PX + 2,
      }),
    )
  row.labelLines.forEach((text, at) => {
    shapes.push(
      textShape(page, {
        ...cell,
        text,
        colour: palette.ink,
        xPx: page.columnLeftPx + INSET_PX,
        baselinePx: first + at * CELL_LINE_PX,
      }),
    )
  })
  row.cells.forEach(({ lines, isUnknown, ratio, isBehind, slot, afterPx }, at) => {
    const xPx = columnX(page, block, at)
    const last = first + (lines.length - 1) * CELL_LINE_PX
    shapes.push(
      ...lines.map((text, index) =>
        textShape(page, {
          ...cell,
          text,
          colour: isUnknown ? palette.faintInk : palette.ink,
          xPx,
          baselinePx: first + index * CELL_LINE_PX,
        }),
      ),
      ...(slot === null
        ? []
        : drawNumbers(page, numbersOf(slot.key), slot.roomPx, { xPx: xPx + afterPx, baselinePx: last - 3.5 })),
      ...(ratio === ''
        ? []
        : [
            textShape(page, {
              ...cell,
              text: ratio,
              font: FIGURE_FONTS.list,
              colour: palette.mutedInk,
              xPx: isBehind ? xPx + block.ratioPx : xPx,
              baselinePx: isBehind ? last : last + RATIO_LINE_PX,
            }),
          ]),
    )
  })
  return shapes
}
