import { pointOutline } from '../../lanes/point-shapes'
import type { VendorSign } from '../../lanes/vendor-signs'
import type { Page } from '../page'
import type { Mark, PathSegment } from '../scene'

/** As large as they are told apart by shape alone in print. */
export const POINT_PX = 4

const segmentsOf = ({ shape }: VendorSign, x: number, y: number, radiusPx: number): PathSegment[] => [
  ...pointOutline(shape).map(([dx, dy], at) => ({
    to: at === 0 ? ('move' as const) : ('line' as const),
    x: x + dx * radiusPx,
    y: y + dy * radiusPx,
  })),
  { to: 'close' },
]

/** The colour of a vendor; those without one of their own share one. */
export const vendorColour = ({ palette }: Page, { colour }: VendorSign): string =>
  (colour === null ? undefined : palette.vendors[colour]) ?? palette.otherVendors

/** The mark of a chip at a place, hollow where its date is not known to the day. */
export function pointMark(page: Page, sign: VendorSign, x: number, y: number, hollow: boolean): Mark {
  const colour = vendorColour(page, sign)
  const segments = segmentsOf(sign, x, y, hollow ? POINT_PX - 0.4 : POINT_PX)
  const { halo } = page
  if (!hollow)
    return { shape: 'path', segments, fill: { colour }, ...(halo === undefined ? {} : { colour: halo, widthPx: 0.75 }) }
  return {
    shape: 'path',
    segments,
    colour,
    widthPx: 1.25,
    ...(halo === undefined ? {} : { fill: { colour: halo } }),
  }
}
