import { onScopeDispose, shallowRef, watch } from 'vue'
import type { ControlsIndex } from '../../domain/controls/controls-index'
import { lagStepping, type GenerationLag, type LagQuestion } from '../../domain/controls/generation-lag'
import { InSlices } from '../idle/in-slices'

/**
 * The generation lag as it is asked for; what was known stays until the next is whole. It asks for the status of every
 * chip on every day of a rule, so it is worked out between frames. `asked`: null while no lane shows it.
 */
export function useLag(asked: () => { readonly index: ControlsIndex; readonly question: LagQuestion } | null) {
  const lag = shallowRef<readonly GenerationLag[]>([])
  let work: Generator<undefined, GenerationLag[]> | null = null
  const slices = new InSlices(
    () => {
      const step = work?.next()
      if (step?.done === true) lag.value = step.value
      return step?.done === false
    },
    () => (work = null),
  )
  watch(
    asked,
    (now) => {
      slices.stop()
      work = now === null ? null : lagStepping(now.index, now.question)
      if (work !== null) slices.start(true)
    },
    { immediate: true },
  )
  onScopeDispose(() => {
    slices.stop()
  })
  return lag
}
