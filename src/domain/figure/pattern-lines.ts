import type { FillPattern, RectShape } from './scene'

export interface PatternLine {
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
}

/** How thick the lines of a pattern are, and how large its dots. */
export const PATTERN_LINE_PX = 1
const DOT_PX = 1.2
const DASH_PART = 0.55

/**
 * A pattern as the lines of it that fall into a rectangle, in px of the page. The pattern hangs on the
 * page: neighbours continue each other. Lines and no tiles, because every reader and the PDF draw
 * lines alike, and lines can fade with the shape. Dots are lines as long as they are thick.
 */
export function patternLines(
  { xPx, yPx, widthPx, heightPx }: Pick<RectShape, 'xPx' | 'yPx' | 'widthPx' | 'heightPx'>,
  { kind, spacingPx }: Pick<FillPattern, 'kind' | 'spacingPx'>,
): PatternLine[] {
  if (!(spacingPx > 0) || widthPx <= 0 || heightPx <= 0) return []
  const box = { left: xPx, top: yPx, right: xPx + widthPx, bottom: yPx + heightPx }
  switch (kind) {
    case 'hatch':
      return rising(box, spacingPx * Math.SQRT2)
    case 'back-hatch':
      return falling(box, spacingPx * Math.SQRT2)
    case 'cross':
      return [...rising(box, spacingPx * Math.SQRT2), ...falling(box, spacingPx * Math.SQRT2)]
    case 'dots':
      return dots(box, spacingPx)
    case 'dashes':
      return dashes(box, spacingPx)
  }
}

interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** The multiples of a step that lie between two numbers. */
function* multiples(from: number, to: number, step: number): Generator<number> {
  const last = Math.floor(to / step)
  for (let count = Math.ceil(from / step); count <= last; count += 1) yield count * step
}

/** Lines on which x + y is a multiple of the step: they rise to the right. */
function rising({ left, top, right, bottom }: Box, step: number): PatternLine[] {
  return Array.from(multiples(left + top, right + bottom, step), (sum) => {
    const x1 = Math.max(left, sum - bottom)
    const x2 = Math.min(right, sum - top)
    return { x1, y1: sum - x1, x2, y2: sum - x2 }
  })
}

/** Lines on which x - y is a multiple of the step: they fall to the right. */
function falling({ left, top, right, bottom }: Box, step: number): PatternLine[] {
  return Array.from(multiples(left - bottom, right - top, step), (difference) => {
    const x1 = Math.max(left, difference + top)
    const x2 = Math.min(right, difference + bottom)
    return { x1, y1: x1 - difference, x2, y2: x2 - difference }
  })
}

function dots({ left, top, right, bottom }: Box, step: number): PatternLine[] {
  const half = DOT_PX / 2
  const found: PatternLine[] = []
  for (const y of multiples(top + half, bottom - half, step))
    for (const x of multiples(left + half, right - half, step)) found.push({ x1: x - half, y1: y, x2: x + half, y2: y })
  return found
}

/** Along both edges, just inside; a dash takes somewhat more than half of its step. */
function dashes({ left, top, right, bottom }: Box, step: number): PatternLine[] {
  const half = PATTERN_LINE_PX / 2
  const found: PatternLine[] = []
  for (const y of [top + half, bottom - half])
    for (const x of multiples(left - step, right, step)) {
      const [x1, x2] = [Math.max(x, left), Math.min(x + step * DASH_PART, right)]
      if (x1 < x2) found.push({ x1, y1: y, x2, y2: y })
    }
  return found
}
