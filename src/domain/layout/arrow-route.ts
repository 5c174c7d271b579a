/** Where an item, a counted mark or a lane stands, in px. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export interface Point {
  readonly x: number
  readonly y: number
}

/** A cubic curve from the edge of one box to that of another, and the middle of it for a label. */
export interface ArrowRoute {
  readonly start: Point
  readonly control: readonly [Point, Point]
  readonly end: Point
  readonly middle: Point
}

const LEAST_BEND_PX = 24
const MOST_BEND_PX = 120
/** How far beside its box an arrow runs, between the names of two rows; and from which part of its box it leaves. */
const BESIDE_PX = 3
const LEAVES_PX = 9

const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(value, most))
const middleOf = (a: number, b: number): number => (a + b) / 2

/**
 * The way of an arrow between two boxes; both ends lie on an edge of their box. Where the other stands clear to the
 * right, it leaves at the edge that is nearer to it, the lower of boxes in one row, runs beside the name that stands
 * there and arrives at the left edge. Where the other stands above or below, it goes from edge to edge upright. A link
 * backwards in time leaves at the left edge and arrives at the right one. Two boxes that overlap are joined over their
 * upper edges.
 */
export function arrowRoute(from: Box, to: Box): ArrowRoute {
  if (to.left - from.right >= LEAST_BEND_PX / 2) return forwards(from, to)
  if (from.left - to.right >= LEAST_BEND_PX / 2) return backwards(from, to)
  const below = to.top >= from.bottom
  if (!below && to.bottom > from.top) return over(from, to)
  const start = { x: from.left + Math.min(8, (from.right - from.left) / 2), y: below ? from.bottom : from.top }
  const end = { x: to.left + Math.min(8, (to.right - to.left) / 2), y: below ? to.top : to.bottom }
  const bend = (end.y - start.y) / 2
  return curve(start, { x: start.x, y: start.y + bend }, { x: end.x, y: end.y - bend }, end)
}

function forwards(from: Box, to: Box): ArrowRoute {
  const end = { x: to.left, y: middleOf(to.top, to.bottom) }
  const isDown = end.y >= middleOf(from.top, from.bottom)
  const x = from.right - Math.min(LEAVES_PX, (from.right - from.left) / 2)
  const start = { x, y: isDown ? from.bottom : from.top }
  const beside = start.y + (isDown ? BESIDE_PX : -BESIDE_PX)
  const bend = bendOver(end.x - x)
  return curve(start, { x: x + bend / 4, y: beside }, { x: end.x - bend, y: beside }, end)
}

function backwards(from: Box, to: Box): ArrowRoute {
  const start = { x: from.left, y: middleOf(from.top, from.bottom) }
  const end = { x: to.right, y: middleOf(to.top, to.bottom) }
  const bend = bendOver(start.x - end.x)
  return curve(start, { x: start.x - bend, y: start.y }, { x: end.x + bend, y: end.y }, end)
}

const bendOver = (widthPx: number): number => clamp(widthPx / 2, LEAST_BEND_PX, MOST_BEND_PX)

function over(from: Box, to: Box): ArrowRoute {
  const start = { x: middleOf(from.left, from.right), y: from.top }
  const end = { x: middleOf(to.left, to.right), y: to.top }
  const top = Math.min(from.top, to.top) - LEAST_BEND_PX
  return curve(start, { x: start.x, y: top }, { x: end.x, y: top }, end)
}

function curve(start: Point, one: Point, other: Point, end: Point): ArrowRoute {
  const middle = {
    x: (start.x + 3 * one.x + 3 * other.x + end.x) / 8,
    y: (start.y + 3 * one.y + 3 * other.y + end.y) / 8,
  }
  return { start, control: [one, other], end, middle }
}

/** The route as the `d` of an SVG path. */
export function routePath({ start, control: [one, other], end }: ArrowRoute): string {
  const at = ({ x, y }: Point): string => `${String(Math.round(x * 10) / 10)} ${String(Math.round(y * 10) / 10)}`
  return `M${at(start)} C${at(one)} ${at(other)} ${at(end)}`
}
