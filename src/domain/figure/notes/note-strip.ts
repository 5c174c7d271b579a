import type { AnnotationMark } from '../../layout/annotation-marks'
import { RowSpace } from '../../layout/row-space'
import { FIGURE_FONTS, LINE_PX, ROW_PX, type Page } from '../page'
import { wrapText } from '../wrap-text'
import { badgeWidthPx } from './badge'
import type { FigureNote } from './figure-notes'

/** Words of a note longer than this take another line. */
const PREFERRED_PX = 260
const GAP_PX = 8
const BESIDE_PX = 6
const PAD_PX = 6
export const BADGE_GAP_PX = 4

/** A note in a row of the strip above the lanes, where no other words stand. */
export interface NoteBox {
  readonly note: FigureNote
  readonly mark: AnnotationMark
  /** Empty where its words have no room here: then its number stands alone. */
  readonly lines: readonly string[]
  /** Its number refers to the list, for its words are not all here. */
  readonly numbered: boolean
  /** The date, span or place, within the plot. */
  readonly fromPx: number
  readonly toPx: number
  readonly labelPx: number
  readonly labelWidthPx: number
  readonly row: number
}

export interface NoteStrip {
  readonly boxes: readonly NoteBox[]
  /** Notes for which there is no room at all. */
  readonly left: readonly FigureNote[]
  readonly badgePx: number
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

/** The words of a note, and the room they take with its number before them. */
interface Words {
  readonly lines: readonly string[]
  readonly numbered: boolean
  readonly widthPx: number
  readonly rows: number
}

function wordsOf(page: Page, note: FigureNote, badgePx: number): Words {
  const font = FIGURE_FONTS.label
  const numbered = note.text !== note.title
  const before = numbered ? badgePx + BADGE_GAP_PX : 0
  const room = Math.min(PREFERRED_PX, page.plotRightPx - page.plotLeftPx) - before
  const lines = wrapText(note.title, room, font, page.measurer)
  const widthPx = before + Math.max(0, ...lines.map((line) => page.measurer.widthPx(line, font)))
  return { lines, numbered, widthPx, rows: Math.max(1, Math.ceil((lines.length * LINE_PX) / ROW_PX)) }
}

/**
 * The notes on the axis that meet the window, packed into rows so that none covers another: no more
 * than `mostRows`. A note whose words have no room there is a number alone. `isDrawn`: whether its
 * lane is among those of the page; a note at a place of another one is not there.
 */
export function noteStrip(
  page: Page,
  notes: readonly FigureNote[],
  mostRows: number,
  isDrawn: (mark: AnnotationMark) => boolean,
): NoteStrip {
  const rows: RowSpace[] = []
  const badgePx = badgeWidthPx(page, String(notes.length).length)
  const boxes: NoteBox[] = []
  const left: FigureNote[] = []
  for (const note of notes) {
    const { mark } = note
    if (mark === null || !isInWindow(page, mark) || !isDrawn(mark)) continue
    const x = (day: number): number => clamp(page.xOf(day), page.plotLeftPx, page.plotRightPx)
    const asPoint = mark.kind === 'span' && mark.shape === 'callout'
    const [fromPx, toPx] = asPoint ? [x(pointOf(mark)), x(pointOf(mark))] : [x(mark.earliest), x(mark.latest)]
    const bare: Words = { lines: [], numbered: true, widthPx: badgePx, rows: 1 }
    const ends = mark.shape === 'bracket' ? [fromPx, toPx] : []
    const fits = [wordsOf(page, note, badgePx), bare].some(({ lines, numbered, widthPx, rows: height }) => {
      const labelPx = labelLeft(page, mark, [fromPx, toPx], widthPx)
      const right = Math.max(labelPx + widthPx, ...ends) + GAP_PX
      const row = takeRow(rows, Math.min(labelPx, ...ends), right, height, mostRows)
      if (row === null) return false
      boxes.push({ note, mark, lines, numbered, fromPx, toPx, labelPx, labelWidthPx: widthPx, row })
      return true
    })
    if (!fits) left.push(note)
  }
  return { boxes, left, badgePx, heightPx: rows.length === 0 ? 0 : rows.length * ROW_PX + 2 * PAD_PX }
}

/** The highest row where so many rows are free, taken; null where there is none. */
function takeRow(rows: RowSpace[], left: number, right: number, height: number, most: number): number | null {
  const isFree = (first: number): boolean =>
    Array.from({ length: height }, (_, at) => rows[first + at]).every((row) => row?.isFree(left, right) !== false)
  let row = 0
  while (row + height <= most && !isFree(row)) row += 1
  if (row + height > most) return null
  for (let at = row; at < row + height; at += 1) (rows[at] ??= new RowSpace()).take(left, right)
  return row
}

/** The middle of a row of the strip, in px of the page. */
export const rowMiddlePx = (topPx: number, row: number): number => topPx + PAD_PX + row * ROW_PX + ROW_PX / 2
