import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import type { Assumption } from '../../domain/model/scenario'
import { recordOfType } from '../../domain/model/document'
import type { RecordId } from '../../domain/model/ids'
import type { DayNumber } from '../../domain/time/day-number'
import { useDocumentStore } from '../document/document-store'
import { localToday } from '../document/today'

export const VIEWS = ['standing', 'changes', 'latest', 'scenario'] as const
export const GATE_CHOICES = ['both', 'export', 'import'] as const
/** Shares of a limit under which a margin is marked; 0 marks none. */
export const MARGIN_SHARES = [0, 0.01, 0.02, 0.05, 0.1] as const

const NOTHING: readonly Assumption[] = []

/**
 * What is asked of the rules in this window: the day, the place, the gate, and what is assumed. What is assumed is a
 * kept scenario, or a draft that no record holds. It knows nothing of the answers, so that it is light enough for the start.
 */
export const useControlsStore = defineStore('controls', () => {
  const day = shallowRef<DayNumber>(localToday())
  const secondDay = shallowRef<DayNumber | null>(null)
  const destination = shallowRef('CN')
  const gate = shallowRef<(typeof GATE_CHOICES)[number]>('both')
  const view = shallowRef<(typeof VIEWS)[number]>('standing')
  const marginShare = shallowRef<number>(0.05)
  const opened = shallowRef<RecordId | null>(null)
  /** Chips that are drawn along time, beside those that are selected. */
  const barred = shallowRef<readonly RecordId[]>([])
  const documents = useDocumentStore()
  const chosen = shallowRef<RecordId | null>(null)
  /** What is assumed where that is otherwise than what is kept; null while it is the same. */
  const draft = shallowRef<readonly Assumption[] | null>(null)
  const assuming = shallowRef(false)
  const kept = computed(() => recordOfType(documents.document, 'scenario', chosen.value ?? undefined) ?? null)
  const assumptions = computed(() => draft.value ?? kept.value?.assumptions ?? NOTHING)

  const hypothetical = computed(() => assuming.value && assumptions.value.length > 0)

  // A scenario that goes, by an undo say, leaves what was assumed: its words would else turn into those of the law.
  watch(
    kept,
    (now, before) => {
      if (now !== null || before === null || before.id !== chosen.value) return
      draft.value ??= before.assumptions
      chosen.value = null
    },
    { flush: 'sync' },
  )

  let coming: { readonly which: 'first' | 'second'; readonly day: DayNumber } | null = null

  function set(which: 'first' | 'second', to: DayNumber): void {
    coming = null
    if (which === 'first') day.value = to
    else secondDay.value = to
  }

  /** Followed once a frame, however often the pointer tells. */
  function follow(which: 'first' | 'second', to: DayNumber): void {
    const waits = coming !== null
    coming = { which, day: to }
    if (waits) return
    requestAnimationFrame(() => {
      if (coming !== null) set(coming.which, coming.day)
    })
  }

  return {
    day,
    secondDay,
    destination,
    gate,
    view,
    marginShare,
    opened,
    barred,
    assumptions,
    /** The kept scenario that is in use, and whether other things are assumed than it says. */
    kept,
    changed: computed(() => kept.value !== null && draft.value !== null),
    /** Whether what is assumed is taken for the law: everything shown is then hypothetical. */
    hypothetical,
    /** What is assumed while it is taken for the law, else nothing. */
    inForce: computed(() => (hypothetical.value ? assumptions.value : NOTHING)),
    assume(next: readonly Assumption[]) {
      draft.value = kept.value !== null && isSame(next, kept.value.assumptions) ? null : next
      assuming.value = next.length > 0
    },
    /** Takes up a kept scenario as it is, or begins with none. */
    choose(id: RecordId | null) {
      chosen.value = id
      draft.value = null
      assuming.value = assumptions.value.length > 0
    },
    /** Goes back to the law as it is; what was assumed is kept, to be taken up again. */
    leaveScenario() {
      assuming.value = false
    },
    takeUpScenario() {
      assuming.value = assumptions.value.length > 0
    },
    set,
    follow,
  }
})

/** Made by one form, so that their fields stand in one order. */
const isSame = (a: readonly Assumption[], b: readonly Assumption[]): boolean => JSON.stringify(a) === JSON.stringify(b)
