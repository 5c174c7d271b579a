import { LADDER, isLadderStep, rankOf, strictest, type LadderStep } from './ladder'
import type { Standing } from './lifecycle'
import type { ProvisionEntry } from './rulebook'
import type { Truth } from './truth'

/**
 * What a gate makes of a chip. `outcome` is `undetermined` where what is unknown could change it; `possible` are the
 * steps it could then be, mildest first, and else the one it is.
 */
export interface GateOutcome {
  readonly outcome: LadderStep | 'undetermined'
  readonly possible: readonly LadderStep[]
}

/** A paragraph with where its rule stands on the day in question, and whether it catches the chip. */
export interface Weighed {
  readonly provision: ProvisionEntry
  readonly standing: Standing
  readonly caught: Truth
}

/** Above so many unknowns not every combination is tried; the answer is then undetermined between the extremes. */
const MOST_UNKNOWNS = 10

/**
 * The outcome of all paragraphs of a gate together: the strictest, after each one that is replaced has gone and each
 * that is overridden has the outcome of what overrides it. Paragraphs for some alone (`only`) and those off the ladder
 * decide nothing. What is unknown is tried both ways, so an unknown that changes nothing leaves an answer; a date on
 * which one rule ends and another begins counts as one unknown.
 */
export function gateOutcome(weighed: readonly Weighed[]): GateOutcome {
  const unknowns = new Set<Unknown>()
  for (const { provision, standing, caught } of weighed) {
    if (standing.state === 'undetermined')
      for (const turn of [standing.begins, ...standing.ends]) if (turn !== null) unknowns.add(turn.of)
    if (caught === 'undetermined' && mayHold(standing)) unknowns.add(provision)
  }
  if (unknowns.size > MOST_UNKNOWNS) return extremes(weighed)
  const parts = new Map(weighed.map((each) => [each.provision, each]))
  const list = [...unknowns]
  const possible = new Set<LadderStep>()
  for (let bits = 0; bits < 2 ** list.length; bits += 1)
    possible.add(settled(weighed, parts, new Set(list.filter((_, at) => (bits >> at) & 1))))
  return outcomeOf(possible)
}

/** A date that may have come, by whose it is, or a paragraph that may catch the chip. */
type Unknown = string | ProvisionEntry

const mayHold = ({ state }: Standing): boolean => state === 'in-force' || state === 'undetermined'

function outcomeOf(possible: ReadonlySet<LadderStep>): GateOutcome {
  const steps = LADDER.filter((step) => possible.has(step))
  const [only] = steps
  return { outcome: steps.length === 1 && only !== undefined ? only : 'undetermined', possible: steps }
}

type Parts = ReadonlyMap<ProvisionEntry, Weighed>

/** The outcome when the unknowns in `so` are so and all others are not. */
function settled(weighed: readonly Weighed[], parts: Parts, so: ReadonlySet<Unknown>): LadderStep {
  const forced = ({ standing }: Weighed): boolean =>
    standing.state === 'undetermined'
      ? (standing.begins === null || so.has(standing.begins.of)) && !standing.ends.some(({ of }) => so.has(of))
      : standing.state === 'in-force'
  const holds = (each: Weighed): boolean =>
    forced(each) && (each.caught === 'met' || (each.caught === 'undetermined' && so.has(each.provision)))
  const some = (list: readonly ProvisionEntry[], test: (each: Weighed) => boolean): Weighed | undefined =>
    list.flatMap((each) => parts.get(each) ?? []).find(test)
  const steps: LadderStep[] = []
  for (const each of weighed) {
    const { provision } = each
    if (!decides(provision) || !holds(each) || some(provision.replacedBy, forced) !== undefined) continue
    // The latest of several that override comes last in the document.
    const instead = some([...provision.overriddenBy].reverse(), (other) => forEveryone(other.provision) && holds(other))
    const { step } = (instead ?? each).provision.provision.outcome
    if (isLadderStep(step)) steps.push(step)
  }
  return strictest(steps)
}

/** Whether a paragraph has an outcome of its own for everyone. */
export const decides = ({ provision }: ProvisionEntry): boolean =>
  provision.only === undefined && (provision.overrides ?? []).length === 0 && isLadderStep(provision.outcome.step)

const forEveryone = ({ provision }: ProvisionEntry): boolean =>
  provision.only === undefined && isLadderStep(provision.outcome.step)

function extremes(weighed: readonly Weighed[]): GateOutcome {
  const steps = weighed
    .filter(({ standing, caught }) => mayHold(standing) && caught !== 'not-met')
    .map(({ provision }) => provision.provision.outcome.step)
    .filter(isLadderStep)
  const most = rankOf(strictest(steps))
  return { outcome: 'undetermined', possible: LADDER.filter((step) => rankOf(step) <= most) }
}

/** Several gates together: a shipment must pass each, so the strictest counts. */
export function together(gates: readonly GateOutcome[]): GateOutcome {
  let possible = new Set<LadderStep>(['no-licence'])
  for (const gate of gates)
    possible = new Set([...possible].flatMap((a) => gate.possible.map((b) => strictest([a, b]))))
  return outcomeOf(possible)
}
