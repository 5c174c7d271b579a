import { nextTick, shallowRef, watch, type ShallowRef } from 'vue'
import { isComposing } from '../ui/ime'

export interface InPlace {
  /** What is there before it is edited. */
  readonly text: () => string
  /** Gives the field the focus once it is there. */
  readonly enter: () => void
  /** What is shown while nothing is edited; it has the focus back afterwards. */
  readonly show: Readonly<ShallowRef<HTMLElement | null>>
  /** Saves what was typed. In words what kept it from being saved, which leaves the field open; null once it is saved. */
  readonly save: (typed: string) => Promise<string | null>
}

/** A text that is edited where it stands: Enter and leaving the field save it, Escape gives it up. */
export function useEditInPlace({ text, enter, show, save }: InPlace) {
  /** What is typed; null while nothing is edited. */
  const draft = shallowRef<string | null>(null)
  const error = shallowRef<string | null>(null)
  let saving = false

  async function begin(): Promise<void> {
    draft.value = text()
    await nextTick()
    enter()
  }

  async function end(): Promise<void> {
    draft.value = null
    error.value = null
    await nextTick()
    // Elsewhere it was taken on purpose.
    if (document.activeElement === document.body) show.value?.focus()
  }

  async function commit(): Promise<void> {
    if (draft.value === null || saving) return
    saving = true
    try {
      error.value = await save(draft.value)
    } finally {
      saving = false
    }
    if (error.value === null) await end()
  }

  function onKey(event: KeyboardEvent): void {
    if (isComposing(event)) return
    if (event.key === 'Enter') {
      event.preventDefault()
      void commit()
    } else if (event.key === 'Escape') {
      event.stopPropagation()
      void end()
    }
  }

  // What was wrong with the last text says nothing of the next one.
  watch(draft, () => {
    error.value = null
  })

  return { draft, error, begin, commit, onKey }
}
