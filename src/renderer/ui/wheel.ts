/** What one turn of a wheel or stroke of a trackpad means. */
export type WheelIntent =
  | { readonly kind: 'zoom'; readonly factor: number }
  | { readonly kind: 'scroll'; readonly dxPx: number; readonly dyPx: number }

export interface WheelInput {
  readonly deltaX: number
  readonly deltaY: number
  readonly deltaMode: number
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  /** Chromium's count of wheel notches times 120; a trackpad gives odd values. */
  readonly wheelDeltaY?: number
}

const LINE_PX = 40
const PAGE_PX = 800
const NOTCH = 120
const ZOOM_PER_NOTCH = 1.22
/** A pinch reaches us as Ctrl and a wheel with small deltas. */
const ZOOM_PER_PINCH_PX = 1.01

/** A mouse wheel turns by whole notches and to one axis only; anything else is a trackpad. */
export function isMouseWheel(input: WheelInput): boolean {
  if (input.deltaX !== 0) return false
  if (input.deltaMode !== 0) return true
  const notches = Math.abs(input.wheelDeltaY ?? 0)
  return notches >= NOTCH && notches % NOTCH === 0 && Math.abs(input.deltaY) >= 50
}

/**
 * A mouse wheel zooms, with Shift it pans through time and with Ctrl it zooms finely; a trackpad
 * scrolls both ways, and a pinch zooms. So no stroke of two fingers ever turns into a stray zoom.
 */
export function wheelIntent(input: WheelInput): WheelIntent {
  const unit = input.deltaMode === 1 ? LINE_PX : input.deltaMode === 2 ? PAGE_PX : 1
  const [dx, dy] = [input.deltaX * unit, input.deltaY * unit]
  const mouse = isMouseWheel(input)
  if (input.ctrlKey || input.metaKey) {
    const factor = mouse ? ZOOM_PER_NOTCH ** (-dy / NOTCH) : ZOOM_PER_PINCH_PX ** -dy
    return { kind: 'zoom', factor: Math.min(Math.max(factor, 0.2), 5) }
  }
  if (input.shiftKey) return { kind: 'scroll', dxPx: dx === 0 ? dy : dx, dyPx: 0 }
  if (mouse) return { kind: 'zoom', factor: Math.min(Math.max(ZOOM_PER_NOTCH ** (-dy / NOTCH), 0.2), 5) }
  return { kind: 'scroll', dxPx: dx, dyPx: dy }
}
