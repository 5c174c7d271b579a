import type { Point } from '../../layout/arrow-route'
import type { RecordLink } from '../../layout/record-links'
import type { Page } from '../page'
import type { PathShape } from '../scene'

const HEAD_PX = 6
const PEN_PX = 1

/** Kinds of links differ by their line, so that they need no colour. */
const DASHES: Readonly<Record<RecordLink['kind'], readonly number[] | undefined>> = {
  cause: undefined,
  response: [6, 3],
  variant: [2, 2.5],
  successor: [9, 2.5, 2, 2.5],
  amends: [10, 4],
  supersedes: undefined,
  corrects: [10, 2.5, 2, 2.5, 2, 2.5],
}

/** Superseding is the strongest of what a later rule does to an earlier one. */
const PEN_OF_KIND_PX: Partial<Record<RecordLink['kind'], number>> = { supersedes: 2 }

/** A curve with a head at its end. */
export function drawArrow(
  page: Page,
  kind: RecordLink['kind'],
  start: Point,
  [one, other]: readonly [Point, Point],
  end: Point,
): PathShape[] {
  const colour = page.palette.faintInk
  const dashPx = DASHES[kind]
  const [dx, dy] = [end.x - other.x, end.y - other.y]
  const length = Math.hypot(dx, dy) || 1
  const [ux, uy] = [dx / length, dy / length]
  const base = { x: end.x - ux * HEAD_PX, y: end.y - uy * HEAD_PX }
  const half = HEAD_PX / 2
  return [
    {
      shape: 'path',
      segments: [
        { to: 'move', ...start },
        { to: 'curve', x1: one.x, y1: one.y, x2: other.x, y2: other.y, ...base },
      ],
      colour,
      widthPx: PEN_OF_KIND_PX[kind] ?? PEN_PX,
      ...(dashPx === undefined ? {} : { dashPx }),
    },
    {
      shape: 'path',
      segments: [
        { to: 'move', ...end },
        { to: 'line', x: base.x - uy * half, y: base.y + ux * half },
        { to: 'line', x: base.x + uy * half, y: base.y - ux * half },
        { to: 'close' },
      ],
      fill: { colour },
    },
  ]
}
