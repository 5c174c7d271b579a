import type { OutcomeStep } from '../model/rule'

/** The steps that say whether a shipment may be made, mildest first. A tariff is a price, not a step. */
export const LADDER = [
  'no-licence',
  'notified',
  'discouraged',
  'licence-required',
  'case-by-case',
  'presumption-of-denial',
  'prohibited',
] as const satisfies readonly OutcomeStep[]
export type LadderStep = (typeof LADDER)[number]

const RANKS: ReadonlyMap<string, number> = new Map(LADDER.map((step, rank) => [step, rank]))

/** Whether a step stands on the ladder. */
export function isLadderStep(step: string): step is LadderStep {
  return RANKS.has(step)
}

/** How strict a step is: 0 for the mildest. */
export function rankOf(step: LadderStep): number {
  return RANKS.get(step) ?? 0
}

/** The strictest of some steps, for a shipment must pass all of them; `no-licence` of none. */
export function strictest(steps: Iterable<LadderStep>): LadderStep {
  let found: LadderStep = 'no-licence'
  for (const step of steps) if (rankOf(step) > rankOf(found)) found = step
  return found
}

/**
 * The steps at which a chip can be sold, if need be with a licence that is given on its merits. `licence-required` is
 * not among them: there no source says how applications are judged.
 */
export const SALEABLE: ReadonlySet<LadderStep> = new Set(['no-licence', 'notified', 'discouraged', 'case-by-case'])
