import { arrowRoute, type Box, type Point } from '../../layout/arrow-route'
import { GLYPH_PX } from '../../layout/footprint'
import { recordLinks, type RecordLink } from '../../layout/record-links'
import type { Document } from '../../model/document'
import type { RecordId } from '../../model/ids'
import type { PlacedForm } from '../lanes/pack-strip'
import type { Band } from '../lanes/place-strips'
import { LINE_PX, ROW_PX, type Page } from '../page'
import type { PathShape } from '../scene'
import { drawArrow } from './draw-arrow'

const CLEAR_PX = 1.5
const SAMPLES = 24
const TANGENTS_PX = [18, 48, 96]

interface Route {
  readonly start: Point
  readonly control: readonly [Point, Point]
  readonly end: Point
}

/** Where the marks of records stand on a page; a record in several lanes is met in the first. */
export interface LinkPlaces {
  readonly marks: ReadonlyMap<RecordId, Box>
  readonly labels: readonly Box[]
  readonly bottomPx: number
}

export function linkPlaces(bands: readonly Band[]): LinkPlaces {
  const marks = new Map<RecordId, Box>()
  const labels: Box[] = []
  for (const { rowsTopPx, packing } of bands)
    for (const placed of packing.placed) {
      const centreY = rowsTopPx + placed.row * ROW_PX + ROW_PX / 2
      const x = placed.form.mark.glyphCentrePx
      const half = GLYPH_PX / 2 + CLEAR_PX
      const { record } = placed.form.item
      if (x !== null && !marks.has(record))
        marks.set(record, { left: x - half, right: x + half, top: centreY - half, bottom: centreY + half })
      const label = labelBox(placed, centreY)
      if (label !== null) labels.push(label)
    }
  const last = bands.at(-1)
  return { marks, labels, bottomPx: last === undefined ? 0 : last.topPx + last.heightPx }
}

function labelBox({ form: { label, side, labelXPx, labelRow } }: PlacedForm, centreY: number): Box | null {
  if (label === null) return null
  const left = side === 'right' ? labelXPx : labelXPx - label.widthPx
  const top = centreY + labelRow * ROW_PX - LINE_PX / 2
  return { left, right: left + label.widthPx, top, bottom: top + label.lines.length * LINE_PX }
}

/** The links between records of which both have a mark on the page. */
export function linksOn(document: Document, { marks }: LinkPlaces): RecordLink[] {
  return recordLinks(document).filter(({ from, to }) => marks.has(from) && marks.has(to))
}

/** Draws links from mark to mark, each along the way that crosses the fewest words. */
export function drawLinks(
  page: Page,
  links: readonly RecordLink[],
  { marks, labels, bottomPx }: LinkPlaces,
): PathShape[] {
  return links.flatMap(({ kind, from, to }) => {
    const [start, end] = [marks.get(from), marks.get(to)]
    if (start === undefined || end === undefined) return []
    const near = labels.filter((label) => touches(label, around(start, end)))
    let best: Route | undefined
    let least = Infinity
    for (const route of waysBetween(start, end)) {
      const cost = crossings(route, near)
      if (cost >= least || !staysOn(page, route, bottomPx)) continue
      ;[best, least] = [route, cost]
    }
    const { start: head, control, end: tip } = best ?? arrowRoute(start, end)
    return drawArrow(page, kind, head, control, tip)
  })
}

const touches = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

const MOST_BEND_PX = 96

const around = (a: Box, b: Box): Box => ({
  left: Math.min(a.left, b.left) - MOST_BEND_PX,
  right: Math.max(a.right, b.right) + MOST_BEND_PX,
  top: Math.min(a.top, b.top) - MOST_BEND_PX,
  bottom: Math.max(a.bottom, b.bottom) + MOST_BEND_PX,
})

/** The usual way first, then from the upper or lower edges with bends of several sizes. */
function waysBetween(from: Box, to: Box): Route[] {
  const [fromX, toX] = [(from.left + from.right) / 2, (to.left + to.right) / 2]
  const [fromY, toY] = [(from.top + from.bottom) / 2, (to.top + to.bottom) / 2]
  const left = { x: to.left, y: toY }
  const upright = (fromDown: 1 | -1, toDown: 1 | -1, bend: number): Route => {
    const start = { x: fromX, y: fromDown > 0 ? from.bottom : from.top }
    const end = { x: toX, y: toDown > 0 ? to.bottom : to.top }
    return {
      start,
      control: [
        { x: start.x, y: start.y + fromDown * bend },
        { x: end.x, y: end.y + toDown * bend },
      ],
      end,
    }
  }
  const intoSide = (fromDown: 1 | -1, bend: number): Route => {
    const start = { x: fromX, y: fromDown > 0 ? from.bottom : from.top }
    return {
      start,
      control: [
        { x: fromX, y: left.y },
        { x: left.x - bend, y: left.y },
      ],
      end: left,
    }
  }
  const below = toY > fromY
  return [
    arrowRoute(from, to),
    ...TANGENTS_PX.flatMap((bend) => [
      ...(toX > fromX && Math.abs(toY - fromY) > GLYPH_PX ? [intoSide(below ? 1 : -1, bend)] : []),
      upright(below ? 1 : -1, below ? -1 : 1, bend),
      upright(-1, -1, bend),
      upright(1, 1, bend),
    ]),
  ]
}

function pointOn({ start, control: [one, other], end }: Route, at: number): Point {
  const rest = 1 - at
  const [a, b, c, d] = [rest ** 3, 3 * rest * rest * at, 3 * rest * at * at, at ** 3]
  return {
    x: a * start.x + b * one.x + c * other.x + d * end.x,
    y: a * start.y + b * one.y + c * other.y + d * end.y,
  }
}

const points = (route: Route): Point[] => Array.from({ length: SAMPLES + 1 }, (_, at) => pointOn(route, at / SAMPLES))

function crossings(route: Route, labels: readonly Box[]): number {
  return points(route).filter(({ x, y }) =>
    labels.some(({ left, right, top, bottom }) => x > left && x < right && y > top && y < bottom),
  ).length
}

function staysOn(page: Page, route: Route, bottomPx: number): boolean {
  return points(route).every(({ x, y }) => x >= page.plotLeftPx - 4 && x <= page.widthPx - 2 && y >= 2 && y <= bottomPx)
}
