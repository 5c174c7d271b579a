import { assertNever } from '../model/exhaustive'
import type { PathSegment, Shape } from './scene'

/** From the top of what is painted for a shape to its foot, in px of the page; rather too much than too little. */
export interface ShapeRows {
  readonly topPx: number
  readonly bottomPx: number
}

/** Accents may stack above a letter and hang below it; a rim adds to both. */
const ABOVE_EM = 2
const BELOW_EM = 1
const RIM_PX = 3
/** A corner drawn with a pen stands out by up to four half widths. */
const CORNER = 2

/** The rows a shape is painted in, so that a strip of an image leaves out what it does not meet. */
export function rowsOf(shape: Shape): ShapeRows {
  switch (shape.shape) {
    case 'rect':
      return { topPx: shape.yPx - 1, bottomPx: shape.yPx + shape.heightPx + 1 }
    case 'line':
      return around([shape.y1Px, shape.y2Px], shape.widthPx * CORNER)
    case 'path':
      return around(shape.segments.flatMap(heights), (shape.widthPx ?? 1) * CORNER)
    case 'glyph':
      return around([shape.centreYPx], shape.sizePx)
    case 'text':
      return {
        topPx: shape.baselinePx - shape.font.sizePx * ABOVE_EM - RIM_PX,
        bottomPx: shape.baselinePx + shape.font.sizePx * BELOW_EM + RIM_PX,
      }
    case 'item':
    case 'count':
    case 'chart': {
      const parts = shape.parts.map(rowsOf)
      return {
        topPx: Math.min(...parts.map(({ topPx }) => topPx)),
        bottomPx: Math.max(...parts.map(({ bottomPx }) => bottomPx)),
      }
    }
    default:
      return assertNever(shape)
  }
}

function heights(segment: PathSegment): number[] {
  if (segment.to === 'close') return []
  return segment.to === 'curve' ? [segment.y1, segment.y2, segment.y] : [segment.y]
}

function around(places: readonly number[], marginPx: number): ShapeRows {
  return { topPx: Math.min(...places) - marginPx - 1, bottomPx: Math.max(...places) + marginPx + 1 }
}
