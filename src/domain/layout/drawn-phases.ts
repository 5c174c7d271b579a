import type { LifePhase, RuleLife } from './timeline-item'

/** A phase narrower than this cannot be told from its neighbours. */
export const LEAST_PHASE_PX = 3

/**
 * The phases of a life that can be seen at a scale, in order. What is narrower than {@link LEAST_PHASE_PX} goes to the
 * phase after it, which begins that much earlier, or, at the end of a life, to the one before; a life that is narrower
 * as a whole is its last phase.
 */
export function drawnPhases({ phases }: RuleLife, pxPerDay: number): readonly LifePhase[] {
  const drawn: LifePhase[] = []
  let begun: LifePhase | null = null
  for (const [at, phase] of phases.entries()) {
    const whole: LifePhase =
      begun === null ? phase : { ...phase, from: begun.from, solidFrom: Math.min(begun.solidFrom, phase.solidTo) }
    if ((phase.to - phase.from) * pxPerDay >= LEAST_PHASE_PX) {
      drawn.push(whole)
      begun = null
      continue
    }
    begun ??= phase
    if (at < phases.length - 1) continue
    const before = drawn.pop()
    const { solidTo, to } = phase
    drawn.push(before === undefined ? whole : { ...before, solidTo: Math.max(solidTo, before.solidFrom), to })
  }
  return drawn
}
