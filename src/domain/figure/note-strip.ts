import { annotationMarks, type AnnotationMark } from '../layout/annotation-marks'
import { RowSpace } from '../layout/row-space'
import type { Document } from '../model/document'
import { cleanText } from './clean-text'
import { FIGURE_FONTS, LINE_PX, ROW_PX, type Page } from './page'
import { wrapText } from './wrap-text'

/** Words of a note longer than this take another line. */
const PREFERRED_PX = 260
const GAP_PX = 8
const BESIDE_PX = 6
const PAD_PX = 6

/** A note with its words in a row of the strip above the lanes, where no other words stand. */
export interface NoteBox {
  readonly mark: AnnotationMark
  readonly lines: readonly string[]
  /** The date, span or place, within the plot. */
  readonly fromPx: number
  readonly toPx: number
  readonly labelPx: number
  readonly labelWidthPx: number
  readonly row: number
}

export interface NoteStrip {
  readonly boxes: readonly NoteBox[]
  readonly heightPx: number
}

/** A callout has a line at one point of the axis; where that lies outside the window there is nothing to point at. */
function pointOf({ kind, earliest, latest }: AnnotationMark): number {
  if (kind !== 'span') return (earliest + latest) / 2
  return Number.isFinite(earliest) ? earliest : latest
}

function isInWindow(page: Page, mark: AnnotationMark): boolean {
  const { startDay, endDay } = page.spec.window
  if (mark.shape !== 'callout') return mark.earliest < endDay && mark.latest > startDay
  const at = pointOf(mark)
  return at >= startDay && at <= endDay
}

const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(value, most))

function labelLeft(page: Page, mark: AnnotationMark, [from, to]: readonly [number, number], widthPx: number): number {
  const within = (left: number): number =>
    clamp(left, page.plotLeftPx, Math.max(page.plotRightPx - widthPx, page.plotLeftPx))
  if (mark.shape === 'bracket') return within((from + to - widthPx) / 2)
  if (mark.shape === 'band') return within(from + BESIDE_PX)
  const beside = (from + to) / 2 + BESIDE_PX
  // Left of its line where the page ends too soon.
  return within(beside + widthPx <= page.plotRightPx ? beside : (from + to) / 2 - BESIDE_PX - widthPx)
}

/**
 * The notes that are shown in figures and meet the window, their words packed into rows so that none
 * covers another. `lanes` are those that are drawn: a note at a place of another one is left out.
 */
export function noteStrip(page: Page, document: Document, isDrawn: (mark: AnnotationMark) => boolean): NoteStrip {
  const rows: RowSpace[] = []
  const boxes = annotationMarks(document)
    .filter((mark) => mark.inFigures && isInWindow(page, mark) && isDrawn(mark))
    .map((mark): NoteBox => {
      const x = (day: number): number => clamp(page.xOf(day), page.plotLeftPx, page.plotRightPx)
      const asPoint = mark.kind === 'span' && mark.shape === 'callout'
      const [fromPx, toPx] = asPoint ? [x(pointOf(mark)), x(pointOf(mark))] : [x(mark.earliest), x(mark.latest)]
      const room = Math.min(PREFERRED_PX, page.plotRightPx - page.plotLeftPx)
      const lines = wrapText(cleanText(mark.title), room, FIGURE_FONTS.label, page.measurer)
      const labelWidthPx = Math.max(0, ...lines.map((line) => page.measurer.widthPx(line, FIGURE_FONTS.label)))
      const labelPx = labelLeft(page, mark, [fromPx, toPx], labelWidthPx)
      const ends = mark.shape === 'bracket' ? [fromPx, toPx] : []
      const left = Math.min(labelPx, ...ends)
      const right = Math.max(labelPx + labelWidthPx, ...ends) + GAP_PX
      const row = takeRow(rows, left, right, Math.max(1, Math.ceil((lines.length * LINE_PX) / ROW_PX)))
      return { mark, lines, fromPx, toPx, labelPx, labelWidthPx, row }
    })
  return { boxes, heightPx: rows.length === 0 ? 0 : rows.length * ROW_PX + 2 * PAD_PX }
}

/** The highest row where so many rows are free, taken. */
function takeRow(rows: RowSpace[], left: number, right: number, height: number): number {
  const isFree = (first: number): boolean =>
    Array.from({ length: height }, (_, at) => rows[first + at]).every((row) => row?.isFree(left, right) !== false)
  let row = 0
  while (!isFree(row)) row += 1
  for (let at = row; at < row + height; at += 1) (rows[at] ??= new RowSpace()).take(left, right)
  return row
}

/** The middle of a row of the strip, in px of the page. */
export const rowMiddlePx = (topPx: number, row: number): number => topPx + PAD_PX + row * ROW_PX + ROW_PX / 2
