import type { AnnotationMark } from '../../domain/layout/annotation-marks'
import type { TimeWindow } from '../../domain/model/view'

export interface Offset {
  readonly dx: number
  readonly dy: number
}

interface Point {
  readonly x: number
  readonly y: number
}

/** The parts of one note in px of the drawn area; what is null is not to be seen. */
export interface NoteGeometry {
  /** A line, a band or a bracket: from the first to the last day. */
  readonly ground: { readonly left: number; readonly width: number; readonly top: number } | null
  readonly box: Point | null
  /** From the target to the box. */
  readonly leader: { readonly from: Point; readonly to: Point } | null
}

export interface NoteInput {
  readonly mark: AnnotationMark
  readonly window: TimeWindow
  readonly widthPx: number
  readonly box: { readonly width: number; readonly height: number }
  readonly offset: Offset
  /** How far down a place is; null where its lane does not show. */
  readonly placeTop: number | null
}

/** A box that is not placed stands beside its line, and above its place. */
const BESIDE_PX = 14
const ABOVE_PX = -34
const EDGE_PX = 4
const NOTHING: NoteGeometry = { ground: null, box: null, leader: null }

/** Where the box of a note stands until it is put somewhere else; `row` keeps neighbours apart. */
export function firstOffset({ kind, shape }: AnnotationMark, boxWidth: number, rowTop: number): Offset {
  if (kind === 'place') return { dx: BESIDE_PX, dy: ABOVE_PX }
  if (shape === 'bracket') return { dx: -boxWidth / 2, dy: rowTop }
  return { dx: shape === 'band' ? 0 : BESIDE_PX, dy: rowTop }
}

/** Where everything of a note is drawn. */
export function noteGeometry(input: NoteInput): NoteGeometry {
  return input.mark.kind === 'place' ? atPlace(input) : atDate(input)
}

function atPlace({ mark, window, widthPx, box, offset, placeTop }: NoteInput): NoteGeometry {
  if (placeTop === null) return NOTHING
  const from = { x: (mark.earliest - window.startDay) * pxPerDay(window, widthPx), y: placeTop }
  const at = { x: Math.round(from.x + offset.dx), y: Math.max(0, Math.round(from.y + offset.dy)) }
  const seen = (left: number, right: number): boolean => right >= 0 && left <= widthPx
  if (!seen(from.x, from.x) && !seen(at.x, at.x + box.width)) return NOTHING
  const to = nearest(from, at, box)
  return { ground: null, box: at, leader: { from, to } }
}

function atDate({ mark, window, widthPx, box, offset }: NoteInput): NoteGeometry {
  const scale = pxPerDay(window, widthPx)
  const px = (day: number): number => (day - window.startDay) * scale
  // A span as a callout is a line at its beginning or, where that is open, at its end.
  const asLine = mark.kind === 'span' && mark.shape === 'callout'
  const lineAt = Number.isFinite(mark.earliest) ? mark.earliest : mark.latest
  const [first, last] = asLine ? [lineAt, lineAt] : [mark.earliest, mark.latest]
  const left = px(Math.max(first, window.startDay - 1))
  const right = px(Math.min(last, window.endDay + 1))
  const anchor = anchorOf(mark.shape, [first, last], px)
  const top = Math.round(offset.dy)
  const line = mark.shape === 'callout'
  const out = right < 0 || left > widthPx
  let x = anchor + offset.dx
  // The title of a span that begins left of the window stays in view for as long as the span does.
  if (!line && !out) x = Math.max(x, Math.min(EDGE_PX, right - box.width))
  x = Math.round(x)
  const boxSeen = x + box.width >= 0 && x <= widthPx
  if (out && (!line || !boxSeen)) return NOTHING
  const middle = top + box.height / 2
  const from = { x: line ? anchor : Math.min(Math.max(x + box.width / 2, left), right), y: middle }
  const to = nearest(from, { x, y: top }, box)
  const ground = out ? null : { left, width: Math.max(right - left, 0), top: mark.shape === 'bracket' ? middle : 0 }
  return { ground, box: { x, y: top }, leader: to.x === from.x ? null : { from, to } }
}

/** What the box is placed from: the middle of a date or a bracket, the beginning of a band; of an open span, its one end. */
function anchorOf(
  shape: AnnotationMark['shape'],
  [first, last]: readonly [number, number],
  px: (day: number) => number,
): number {
  if (!Number.isFinite(first)) return Number.isFinite(last) ? px(last) : 0
  return shape === 'band' || !Number.isFinite(last) ? px(first) : (px(first) + px(last)) / 2
}

const pxPerDay = (window: TimeWindow, widthPx: number): number => widthPx / (window.endDay - window.startDay)

/** The point of a box that is nearest to another point. */
function nearest(from: Point, at: Point, box: NoteInput['box']): Point {
  return {
    x: Math.min(Math.max(from.x, at.x), at.x + box.width),
    y: Math.min(Math.max(from.y, at.y), at.y + box.height),
  }
}
