/** Scales between two packings: a quarter of an octave, small enough to follow a zoom smoothly. */
const STEPS_PER_DOUBLING = 4

/**
 * The scale that rows are packed at for a shown scale: the nearest step below, so that things only
 * ever lie further apart than they were packed, and never meet.
 */
export function packingScale(pxPerDay: number): number {
  return 2 ** (Math.floor(Math.log2(pxPerDay) * STEPS_PER_DOUBLING + 1e-9) / STEPS_PER_DOUBLING)
}
