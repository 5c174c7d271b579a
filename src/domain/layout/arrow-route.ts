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

const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(value, most))
const middleOf = (a: number, b: number): number => (a + b) / 2

/**
 * The way of an arrow between two boxes. It leaves at the right edge and arrives at the left one where
 * the other stands clear to the right; where it stands above or below, it goes from edge to edge
 * upright; a link backwards in time leaves at the left edge and arrives at the right one. Both ends
 * lie on an edge of their box. Two boxes that overlap are joined over their upper edges.
 */
export function arrowRoute(from: Box, to: Box): ArrowRoute {
  if (to.left - from.right >= LEAST_BEND_PX / 2) return sideways(from.right, from, to.left, to, 1)
  if (from.left - to.right >= LEAST_BEND_PX / 2) return sideways(from.left, from, to.right, to, -1)
  const below = to.top >= from.bottom
  if (!below && to.bottom > from.top) return over(from, to)
  const start = { x: from.left + Math.min(8, (from.right - from.left) / 2), y: below ? from.bottom : from.top }
  const end = { x: to.left + Math.min(8, (to.right - to.left) / 2), y: below ? to.top : to.bottom }
  const bend = (end.y - start.y) / 2
  return curve(start, { x: start.x, y: start.y + bend }, { x: end.x, y: end.y - bend }, end)
}

function sideways(startX: number, from: Box, endX: number, to: Box, direction: 1 | -1): ArrowRoute {
  const start = { x: startX, y: middleOf(from.top, from.bottom) }
  const end = { x: endX, y: middleOf(to.top, to.bottom) }
  const bend = direction * clamp(Math.abs(endX - startX) / 2, LEAST_BEND_PX, MOST_BEND_PX)
  return curve(start, { x: start.x + bend, y: start.y }, { x: end.x - bend, y: end.y }, end)
}

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
