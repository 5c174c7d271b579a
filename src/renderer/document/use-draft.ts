import { computed, onScopeDispose, watch } from 'vue'
import type { Draft } from '../../ipc/values'
import { placeOf, useDraftStore } from './draft-store'

interface DraftSource {
  /** Where it is typed: `edit:chip:h200`. */
  readonly place: string
  /** What is typed and not saved, as a text; null when there is nothing. */
  readonly body: () => string | null
  /** Puts such a text back; false where it no longer fits. */
  readonly restore: (body: string) => boolean
}

/** Keeps what is typed in one form until the form is left, and offers what an earlier one did not save. */
export function useDraft({ place, body, restore }: DraftSource) {
  const drafts = useDraftStore()
  const key = `${place}#${crypto.randomUUID()}`

  function putBack(draft: Draft): void {
    if (draft.body === null || !restore(draft.body)) return
    // Under its new key first: a crash in between leaves two, not none.
    drafts.write(key, body() ?? draft.body)
    drafts.flush()
    drafts.drop(draft.key)
  }

  watch(
    body,
    (typed) => {
      if (typed === null) drafts.drop(key)
      else drafts.write(key, typed)
    },
    { immediate: true },
  )
  watch(
    () => drafts.wanted,
    (wanted) => {
      if (wanted?.place !== place) return
      drafts.wanted = null
      putBack(wanted.draft)
    },
    { immediate: true },
  )
  onScopeDispose(() => {
    drafts.drop(key)
  })
  return {
    offered: computed(() => drafts.earlier.find((draft) => placeOf(draft.key) === place) ?? null),
    putBack,
    throwAway: (draft: Draft) => {
      drafts.drop(draft.key)
    },
  }
}
