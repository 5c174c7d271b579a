import { topInLanes, type LaneBand as LanePlace } from '../../layout/lane-place'
import type { AnnotationMark } from '../../layout/annotation-marks'
import type { Document } from '../../model/document'
import { drawBadge } from './badge'
import type { FigureNote } from './figure-notes'
import { BADGE_GAP_PX, rowMiddlePx, type NoteBox, type NoteStrip } from './note-strip'
import { FIGURE_FONTS, LINE_PX, type Page } from '../page'
import type { LineShape, RectShape, Shape } from '../scene'
import type { Band as LaneBand } from '../lanes/place-strips'
import { baselineAt, textShape } from '../text-shape'

const BAND_OPACITY = 0.1
const TICK_PX = 6
/** From the middle of a line of words to a bracket under it. */
const UNDER_PX = 8
const DOT_PX = 5
const GAP_PX = 5
const DASH = [4, 3]

/** What of the notes lies behind the items (`grounds`), and what stands above the lanes (`words`). */
export interface DrawnNotes {
  readonly grounds: readonly Shape[]
  readonly words: readonly Shape[]
}

/** How far down a note at a place stands on the page; null where no lane shows it. */
export function placeOnPage(
  document: Document,
  bands: readonly Pick<LaneBand, 'strip' | 'topPx' | 'heightPx'>[],
  mark: AnnotationMark,
): number | null {
  if (mark.at === null) return null
  const tops = new Map<string, LanePlace>(
    bands.map(({ strip, topPx, heightPx }) => [strip.id, { id: strip.id, top: topPx, height: heightPx }]),
  )
  return topInLanes(document, tops, mark.at)?.top ?? null
}

/** Draws the notes: bands and lines from the strip through the lanes, brackets and words in the strip. */
export function drawNotes(
  page: Page,
  strip: NoteStrip,
  area: {
    readonly topPx: number
    readonly bottomPx: number
    placeTop(mark: AnnotationMark): number | null
    numberOf(note: FigureNote): number | undefined
  },
): DrawnNotes {
  const parts = strip.boxes.map((box) => {
    const number = box.numbered ? area.numberOf(box.note) : undefined
    // A number that the list has no room for would lead nowhere.
    if (box.lines.length === 0 && number === undefined) return { ground: [], words: [] }
    const colour = page.palette.notes[box.mark.colour]
    const middlePx = rowMiddlePx(area.topPx, box.row)
    const dash = box.mark.exact ? {} : { dashPx: DASH }
    const { shape, kind } = box.mark
    const ground =
      shape === 'bracket'
        ? []
        : shape === 'band'
          ? drawBand(page, box, colour, area)
          : kind === 'place'
            ? drawPlace(box, colour, middlePx, area.placeTop(box.mark) ?? middlePx)
            : drawDate(box, colour, { topPx: middlePx, bottomPx: area.bottomPx }, dash)
    const bracket = shape === 'bracket' ? drawBracket(page, box, colour, middlePx, dash) : []
    return { ground, words: [...bracket, ...drawWords(page, box, colour, middlePx, strip.badgePx, number)] }
  })
  return { grounds: parts.flatMap(({ ground }) => ground), words: parts.flatMap(({ words }) => words) }
}

type Dash = Pick<LineShape, 'dashPx'> | object

const line = (x1: number, y1: number, x2: number, y2: number, colour: string, dash: Dash = {}): LineShape => ({
  shape: 'line',
  x1Px: x1,
  y1Px: y1,
  x2Px: x2,
  y2Px: y2,
  colour,
  widthPx: 1.25,
  ...dash,
})

const tint = (left: number, right: number, top: number, bottom: number, colour: string): RectShape => ({
  shape: 'rect',
  xPx: left,
  yPx: top,
  widthPx: right - left,
  heightPx: bottom - top,
  fill: { colour, opacity: BAND_OPACITY },
})

/** Whether an end of a span lies in the window: one that does not is no end of what is drawn. */
function endsOf(page: Page, { earliest, latest }: AnnotationMark): { start: boolean; end: boolean } {
  const { startDay, endDay } = page.spec.window
  return { start: earliest >= startDay, end: latest <= endDay }
}

function drawBand(
  page: Page,
  { mark, fromPx, toPx }: NoteBox,
  colour: string,
  { topPx, bottomPx }: { readonly topPx: number; readonly bottomPx: number },
): Shape[] {
  const { start, end } = endsOf(page, mark)
  const dash = mark.exact ? {} : { dashPx: DASH }
  return [
    tint(fromPx, toPx, topPx, bottomPx, colour),
    ...(start ? [line(fromPx, topPx, fromPx, bottomPx, colour, dash)] : []),
    ...(end ? [line(toPx, topPx, toPx, bottomPx, colour, dash)] : []),
  ]
}

/** The line of a date stands in the middle of what the date may mean, which is tinted. */
function drawDate(
  { mark, fromPx, toPx }: NoteBox,
  colour: string,
  { topPx, bottomPx }: { readonly topPx: number; readonly bottomPx: number },
  dash: Dash,
): Shape[] {
  const x = (fromPx + toPx) / 2
  const soft = mark.exact || mark.kind === 'span' ? [] : [tint(fromPx, toPx, topPx, bottomPx, colour)]
  return [...soft, line(x, topPx, x, bottomPx, colour, dash)]
}

function drawPlace({ fromPx }: NoteBox, colour: string, middlePx: number, placePx: number): Shape[] {
  return [
    line(fromPx, middlePx, fromPx, placePx, colour),
    {
      shape: 'rect',
      xPx: fromPx - DOT_PX / 2,
      yPx: placePx - DOT_PX / 2,
      widthPx: DOT_PX,
      heightPx: DOT_PX,
      radiusPx: DOT_PX / 2,
      fill: { colour },
    },
  ]
}

/** A line on both sides of the words, or under words wider than it, with a tick at each end that lies in the window. */
function drawBracket(page: Page, box: NoteBox, colour: string, middlePx: number, dash: Dash): Shape[] {
  const { mark, fromPx, toPx, labelPx, labelWidthPx } = box
  const { start, end } = endsOf(page, mark)
  const [before, after] = [labelPx - GAP_PX, labelPx + labelWidthPx + GAP_PX]
  if (before <= fromPx || after >= toPx) {
    const y = middlePx + UNDER_PX + (box.lines.length - 1) * LINE_PX
    return [
      line(fromPx, y, toPx, y, colour, dash),
      ...(start ? [line(fromPx, y, fromPx, y + TICK_PX / 2, colour)] : []),
      ...(end ? [line(toPx, y, toPx, y + TICK_PX / 2, colour)] : []),
    ]
  }
  return [
    line(fromPx, middlePx, before, middlePx, colour, dash),
    line(after, middlePx, toPx, middlePx, colour, dash),
    ...(start ? [line(fromPx, middlePx, fromPx, middlePx + TICK_PX, colour)] : []),
    ...(end ? [line(toPx, middlePx, toPx, middlePx + TICK_PX, colour)] : []),
  ]
}

function drawWords(
  page: Page,
  { lines, labelPx, numbered, note }: NoteBox,
  colour: string,
  middlePx: number,
  badgePx: number,
  number: number | undefined,
): Shape[] {
  const badge = number === undefined ? [] : drawBadge(page, number, note.colour, labelPx, middlePx)
  const words = lines.map((text, at) =>
    textShape(page, {
      role: 'note',
      text,
      font: FIGURE_FONTS.label,
      colour,
      xPx: labelPx + (numbered ? badgePx + BADGE_GAP_PX : 0),
      baselinePx: baselineAt(middlePx, FIGURE_FONTS.label) + at * LINE_PX,
      halo: page.halo,
    }),
  )
  return [...badge, ...words]
}
