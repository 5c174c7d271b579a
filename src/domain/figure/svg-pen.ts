/**
 * How the lengths of a page are written in an SVG: in whole steps of a grid, so that equal scenes give
 * equal text and no number has an exponent.
 */
export interface SvgPen {
  /** Steps of the grid for each px of the page. */
  readonly stepsPerPx: number
  /** A whole number of steps as text. */
  readonly text: (steps: number) => string
}

/** For files: px of the page with at most two decimals. */
export const FILE_PEN: SvgPen = { stepsPerPx: 100, text: (steps) => String(steps / 100) }

/** Steps of the painter's grid for each pixel of an image. */
export const STEPS_PER_PIXEL = 64

/**
 * For painting: whole 64ths of a pixel of the image, each exact as the painter's 32-bit number. So a
 * strip that is moved up by whole pixels gets the very pixels that the whole image has there.
 */
export const paintPen = (pixelsPerPx: number): SvgPen => ({ stepsPerPx: STEPS_PER_PIXEL * pixelsPerPx, text: String })

/** A length or place in steps. Throws on what is no place on a page. */
export function stepsOf(pen: SvgPen, px: number): number {
  if (!Number.isFinite(px)) throw new Error(`not a place on a page: ${String(px)}`)
  // `+ 0`: never -0.
  return Math.round(px * pen.stepsPerPx) + 0
}

export const written = (pen: SvgPen, px: number): string => pen.text(stepsOf(pen, px))
