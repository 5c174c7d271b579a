/** A panel at the side, and how wide it is at first, in px. */
export interface OpenPanel<T extends string> {
  readonly name: T
  readonly widthPx: number
}

/** The timeline is left so much at the least, in px. */
const TIMELINE_PX = 360

/**
 * Which of the open panels are shown, `open` by when they were opened: as many of the last as leave the timeline room,
 * one at the least. The others come back when there is room.
 */
export function panelsWithRoom<T extends string>(open: readonly OpenPanel<T>[], windowPx: number): ReadonlySet<T> {
  const shown = new Set<T>()
  let leftPx = windowPx - TIMELINE_PX
  for (const { name, widthPx } of open.toReversed()) {
    if (shown.size > 0 && widthPx > leftPx) break
    shown.add(name)
    leftPx -= widthPx
  }
  return shown
}
