import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { Assumption } from '../../domain/controls/assumptions'
import type { RecordId } from '../../domain/model/ids'
import type { DayNumber } from '../../domain/time/day-number'
import { localToday } from '../document/today'

export const VIEWS = ['standing', 'changes', 'latest', 'scenario'] as const
export const GATE_CHOICES = ['both', 'export', 'import'] as const
/** Shares of a limit under which a margin is marked; 0 marks none. */
export const MARGIN_SHARES = [0, 0.01, 0.02, 0.05, 0.1] as const

/**
 * What is asked of the rules in this window: the day, the place, the gate, and what is assumed. Kept while the window
 * is open and never written into records. It knows nothing of the answers, so that it is light enough for the start.
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
  const assumptions = shallowRef<readonly Assumption[]>([])
  const assuming = shallowRef(false)

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
    /** Whether what is assumed is taken for the law: everything shown is then hypothetical. */
    hypothetical: computed(() => assuming.value && assumptions.value.length > 0),
    assume(next: readonly Assumption[]) {
      assumptions.value = next
      assuming.value = next.length > 0
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
