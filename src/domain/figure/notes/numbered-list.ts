import { FIGURE_FONTS, type Page } from '../page'
import type { Shape, TextRole } from '../scene'
import { textShape } from '../text-shape'
import { wrapText } from '../wrap-text'

const COLUMN_PX = 270
const MOST_COLUMNS = 6
const COLUMN_GAP_PX = 18
const LIST_LINE_PX = 12.5
const HEADING_PX = 17
const MOST_LINES = 60

interface SetEntry {
  readonly number: number
  readonly lines: readonly string[]
}

/** A numbered list in columns, as far as it has room. */
export interface ListLayout {
  readonly columns: readonly (readonly SetEntry[])[]
  readonly columnWidthPx: number
  readonly indentPx: number
  /** How many of the texts are in it, from the first on. */
  readonly listed: number
  /** With its heading; 0 where nothing is listed. */
  readonly heightPx: number
}

const NOTHING: ListLayout = { columns: [], columnWidthPx: 0, indentPx: 0, listed: 0, heightPx: 0 }

/** How many of the entries, from the first on, fill columns of so many lines. */
function fill(entries: readonly SetEntry[], columns: number, linesEach: number): SetEntry[][] {
  const filled: SetEntry[][] = []
  let left = 0
  for (const entry of entries) {
    if (entry.lines.length > linesEach) break
    if (entry.lines.length > left) {
      if (filled.length === columns) break
      filled.push([])
      left = linesEach
    }
    filled.at(-1)?.push(entry)
    left -= entry.lines.length
  }
  return filled
}

const countIn = (columns: readonly (readonly SetEntry[])[]): number =>
  columns.reduce((sum, column) => sum + column.length, 0)

/**
 * Sets texts as a numbered list under a heading, in as many columns as the page is wide for, as low
 * as they allow and no higher than `mostPx`. What has no room is not in it. `firstNumber` is that of
 * the first text, `mostLines` how many lines each line of a text may take.
 */
export function numberedList(
  page: Page,
  texts: readonly string[],
  firstNumber: number,
  mostPx: number,
  mostLines = MOST_LINES,
): ListLayout {
  const font = FIGURE_FONTS.list
  const widthPx = page.plotRightPx - page.columnLeftPx
  const columns = Math.max(1, Math.min(MOST_COLUMNS, Math.floor((widthPx + COLUMN_GAP_PX) / COLUMN_PX)))
  const columnWidthPx = (widthPx - (columns - 1) * COLUMN_GAP_PX) / columns
  const indentPx = page.measurer.widthPx(`${'0'.repeat(String(firstNumber + texts.length - 1).length)} `, font) + 4
  const most = Math.min(texts.length * MOST_LINES, Math.floor((mostPx - HEADING_PX) / LIST_LINE_PX))
  if (texts.length === 0 || most < 1) return NOTHING
  const entries: SetEntry[] = []
  let lines = 0
  for (const [index, text] of texts.entries()) {
    const set = text
      .split('\n')
      .flatMap((line) => wrapText(line, columnWidthPx - indentPx, font, page.measurer, mostLines, 'filled'))
    entries.push({ number: firstNumber + index, lines: set.length === 0 ? ['…'] : set })
    lines += set.length
    if (lines > most * columns) break
  }
  const listed = countIn(fill(entries, columns, most))
  if (listed === 0) return NOTHING
  const kept = entries.slice(0, listed)
  let low = Math.ceil(kept.reduce((sum, entry) => sum + entry.lines.length, 0) / columns)
  while (countIn(fill(kept, columns, low)) < listed) low += 1
  return {
    columns: fill(kept, columns, low),
    columnWidthPx,
    indentPx,
    listed,
    heightPx: HEADING_PX + low * LIST_LINE_PX,
  }
}

/** The list with its heading, from `topPx` down. */
export function drawList(page: Page, list: ListLayout, heading: string, role: TextRole, topPx: number): Shape[] {
  if (list.listed === 0) return []
  const font = FIGURE_FONTS.list
  const shapes: Shape[] = [
    textShape(page, {
      role,
      text: heading,
      font: FIGURE_FONTS.smallHeading,
      colour: page.palette.ink,
      xPx: page.columnLeftPx,
      baselinePx: topPx + 11,
    }),
  ]
  list.columns.forEach((entries, column) => {
    const left = page.columnLeftPx + column * (list.columnWidthPx + COLUMN_GAP_PX)
    let line = 0
    for (const { number, lines } of entries) {
      const baselineOf = (at: number): number => topPx + HEADING_PX + at * LIST_LINE_PX + 9.5
      const place = { role, font, colour: page.palette.mutedInk } as const
      shapes.push(
        textShape(page, {
          ...place,
          text: String(number),
          colour: page.palette.ink,
          xPx: left + list.indentPx - 5,
          anchor: 'end',
          baselinePx: baselineOf(line),
        }),
        ...lines.map((text, at) =>
          textShape(page, { ...place, text, xPx: left + list.indentPx, baselinePx: baselineOf(line + at) }),
        ),
      )
      line += lines.length
    }
  })
  return shapes
}
