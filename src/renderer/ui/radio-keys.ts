import type { Ref } from 'vue'

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

/** Arrow keys in a group of radio buttons choose the next one, round the end, and give it the focus. */
export function radioKeys<T>(
  root: Readonly<Ref<HTMLElement | null>>,
  values: () => readonly T[],
  chosen: () => T | null,
  choose: (value: T) => void,
): (event: KeyboardEvent) => void {
  return (event) => {
    const step = STEPS[event.key]
    if (step === undefined) return
    event.preventDefault()
    event.stopPropagation()
    const list = values()
    const at = list.findIndex((value) => value === chosen())
    const to = (at + step + list.length) % list.length
    const next = list[to]
    if (next === undefined) return
    choose(next)
    root.value?.querySelectorAll('button')[to]?.focus()
  }
}
