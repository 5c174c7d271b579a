/** 100 % is the size on paper, at the 96 px of an inch that a screen is taken to have. */
const PX_PER_PT = 96 / 72
const STEPS = [0.1, 0.25, 0.33, 0.5, 0.67, 0.75, 1, 1.25, 1.5, 2, 3, 4] as const
const DESK_MARGIN_PX = 32
/** One that a tall page brings must not bring the other. */
const SCROLL_BAR_PX = 12
/** A page more than twice as high as the desk is shown by its width, for whole it could not be read. */
const TALL = 2

export interface PageSize {
  readonly widthPt: number
  readonly heightPt: number
}

export const pxOf = (pt: number, zoom: number): number => pt * PX_PER_PT * zoom

/** The zoom at which the whole page stands on the desk; of a very tall one its width. Never over 400 %. */
export function fitZoom(
  { widthPt, heightPt }: PageSize,
  desk: { readonly width: number; readonly height: number },
): number {
  const room = (px: number): number => Math.max(px - 2 * DESK_MARGIN_PX - SCROLL_BAR_PX, 40)
  const byWidth = room(desk.width) / pxOf(widthPt, 1)
  const byHeight = room(desk.height) / pxOf(heightPt, 1)
  const zoom = byHeight * TALL < byWidth ? byWidth : Math.min(byWidth, byHeight)
  return Math.min(zoom, STEPS[STEPS.length - 1] ?? 1)
}

/** The next step of zoom in or out. */
export function nextZoom(zoom: number, direction: 1 | -1): number {
  const steps = direction === 1 ? STEPS : [...STEPS].reverse()
  const beyond = (step: number): boolean => (step - zoom) * direction > 0.005
  return steps.find(beyond) ?? zoom
}

/** Any zoom within the first and the last step. */
export const withinZoom = (zoom: number): number => Math.min(Math.max(zoom, STEPS[0]), STEPS[STEPS.length - 1] ?? 1)

/**
 * Where a scrolled desk has to stand so that the point of the page under the pointer stays there.
 * `at`: the pointer's distance from the desk's edge; `pagePx`, `deskPx`: sizes along the same axis, before and after.
 */
export function scrollAbout(
  at: number,
  before: { readonly scroll: number; readonly pagePx: number },
  after: { readonly pagePx: number },
  deskPx: number,
): number {
  const offset = (pagePx: number): number => Math.max((deskPx - pagePx) / 2, DESK_MARGIN_PX)
  const part = (at + before.scroll - offset(before.pagePx)) / before.pagePx
  return Math.max(part * after.pagePx + offset(after.pagePx) - at, 0)
}
