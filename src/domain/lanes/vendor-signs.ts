import type { RecordId } from '../model/ids'

/** Shapes of points, told apart without colour. */
export const POINT_SHAPES = ['circle', 'square', 'diamond', 'triangle', 'down', 'hexagon', 'star', 'cross'] as const
export type PointShape = (typeof POINT_SHAPES)[number]

/** How a vendor's points look: a colour by number, or null for those that share the neutral one, and a shape. */
export interface VendorSign {
  readonly colour: number | null
  readonly shape: PointShape
}

/** So many vendors have a colour of their own. */
export const VENDOR_COLOURS = 6

/**
 * The signs of vendors: those with the most chips have a colour and a shape of their own, the others share the
 * neutral colour and the shapes in turn. Of equals the one whose id comes first is before the other, so that a sign
 * does not hang on the order of the records. `chips` names the vendor of each chip.
 */
export function vendorSigns(chips: Iterable<RecordId>): Map<RecordId, VendorSign> {
  const counts = new Map<RecordId, number>()
  for (const vendor of chips) counts.set(vendor, (counts.get(vendor) ?? 0) + 1)
  const ranked = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
  return new Map(
    ranked.map(([vendor], at) => [
      vendor,
      { colour: at < VENDOR_COLOURS ? at : null, shape: POINT_SHAPES[at % POINT_SHAPES.length] ?? 'circle' },
    ]),
  )
}
