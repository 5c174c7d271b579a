/** What somebody does counts for so long. */
const AFTER_MS = 500
const INPUTS = ['keydown', 'beforeinput', 'pointerdown', 'wheel', 'pointermove'] as const
const LISTENING = { capture: true, passive: true }

/** Tells whenever somebody types, scrolls, presses or drags; a pointer that merely moves asks for nothing. Returns how to leave off. */
export function onUse(used: () => void): () => void {
  const heard = (event: Event): void => {
    if (event.type !== 'pointermove' || (event as PointerEvent).buttons !== 0) used()
  }
  for (const input of INPUTS) window.addEventListener(input, heard, LISTENING)
  return () => {
    for (const input of INPUTS) window.removeEventListener(input, heard, LISTENING)
  }
}

/** Says from now on whether somebody has just done something: then the frames that follow need their time. */
export function watchUse(): () => boolean {
  let usedAt = -Infinity
  onUse(() => {
    usedAt = performance.now()
  })
  return () => performance.now() - usedAt < AFTER_MS
}
