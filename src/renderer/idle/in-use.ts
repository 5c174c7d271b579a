/** What somebody does counts for so long. */
const AFTER_MS = 500
/** A pointer that merely lies or moves over the window asks for nothing. */
const INPUTS = ['keydown', 'beforeinput', 'pointerdown', 'wheel', 'pointermove'] as const
const LISTENING = { capture: true, passive: true }

/** Says from now on whether somebody has just typed, scrolled or dragged: then the frames that follow need their time. */
export function watchUse(): () => boolean {
  let usedAt = -Infinity
  const used = (event: Event): void => {
    if (event.type !== 'pointermove' || (event as PointerEvent).buttons !== 0) usedAt = performance.now()
  }
  for (const input of INPUTS) window.addEventListener(input, used, LISTENING)
  return () => performance.now() - usedAt < AFTER_MS
}
