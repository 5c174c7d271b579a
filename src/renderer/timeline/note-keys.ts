const STEP_PX = 8
const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-STEP_PX, 0],
  ArrowRight: [STEP_PX, 0],
  ArrowUp: [0, -STEP_PX],
  ArrowDown: [0, STEP_PX],
}

/** Arrow keys on the box of a note: they move the box and, with Shift, the place that it hangs on. */
export function noteKeys(event: KeyboardEvent, move: (dx: number, dy: number, ofPlace: boolean) => void): void {
  const step = STEPS[event.key]
  if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return
  event.preventDefault()
  event.stopPropagation()
  move(step[0], step[1], event.shiftKey)
}
