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
const MOST_UNKNOWNS = 6

/**
 * The outcome of all paragraphs of a gate together: the strictest, after each one that is replaced has gone and each
 * that is overridden has the outcome of what overrides it. Paragraphs for some alone (`only`) and those off the ladder
 * decide nothing. What is unknown is tried both ways, so an unknown that changes nothing leaves an answer; a date on
 * which one rule ends and another begins counts as one unknown.
 */
export function gateOutcome(weighed: readonly Weighed[]): GateOutcome {
  const linked = linksAmong(weighed)
  const floor = strictest(linked.filter(isFirm).map(({ step }) => step))
  const open = linked.filter((each) => stepsOf(each).some((step) => rankOf(step) > rankOf(floor)))
  const unknowns = new Set(open.flatMap(unknownsOf))
  // Wider than trying all would be: nothing is less than what nothing can ease.
  if (unknowns.size > MOST_UNKNOWNS) return outcomeOf(new Set([floor, ...open.flatMap((each) => above(floor, each))]))
  const list = [...unknowns]
  const possible = new Set<LadderStep>()
  for (let bits = 0; bits < 2 ** list.length; bits += 1)
    possible.add(strictest([floor, settled(open, new Set(list.filter((_, at) => (bits >> at) & 1)))]))
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

/** A paragraph that can decide, with what takes its place. */
interface Deciding {
  readonly self: Weighed
  readonly step: LadderStep
  readonly replacedBy: readonly Weighed[]
  /** The latest in the document first. */
  readonly overriddenBy: readonly { readonly self: Weighed; readonly step: LadderStep }[]
}

function linksAmong(weighed: readonly Weighed[]): Deciding[] {
  const parts = new Map(weighed.map((each) => [each.provision, each]))
  return weighed.flatMap((self): Deciding[] => {
    const { step } = self.provision.provision.outcome
    if (!decides(self.provision) || !mayHold(self.standing) || self.caught === 'not-met' || !isLadderStep(step))
      return []
    const here = (list: readonly ProvisionEntry[]): Weighed[] => list.flatMap((each) => parts.get(each) ?? [])
    const overriddenBy = here(self.provision.overriddenBy)
      .filter(({ provision }) => forEveryone(provision))
      .flatMap((other) => {
        const instead = other.provision.provision.outcome.step
        return isLadderStep(instead) ? [{ self: other, step: instead }] : []
      })
    return [{ self, step, replacedBy: here(self.provision.replacedBy), overriddenBy: overriddenBy.reverse() }]
  })
}

/** Whether it certainly decides, and nothing that may hold can take its place. */
const isFirm = ({ self, replacedBy, overriddenBy }: Deciding): boolean =>
  self.standing.state === 'in-force' &&
  self.caught === 'met' &&
  ![...replacedBy, ...overriddenBy.map((other) => other.self)].some(({ standing }) => mayHold(standing))

const stepsOf = ({ step, overriddenBy }: Deciding): LadderStep[] => [step, ...overriddenBy.map((other) => other.step)]

const above = (floor: LadderStep, each: Deciding): LadderStep[] =>
  stepsOf(each).filter((step) => rankOf(step) > rankOf(floor))

function unknownsOf({ self, replacedBy, overriddenBy }: Deciding): Unknown[] {
  const turns = ({ standing }: Weighed): string[] =>
    standing.state === 'undetermined' ? [standing.begins, ...standing.ends].flatMap((turn) => turn?.of ?? []) : []
  const catching = [self, ...overriddenBy.map((other) => other.self)].filter(
    ({ caught, standing }) => caught === 'undetermined' && mayHold(standing),
  )
  const all = [self, ...replacedBy, ...overriddenBy.map((other) => other.self)]
  return [...all.flatMap(turns), ...catching.map(({ provision }) => provision)]
}

/** The outcome when the unknowns in `so` are so and all others are not. */
function settled(deciding: readonly Deciding[], so: ReadonlySet<Unknown>): LadderStep {
  const forced = ({ standing }: Weighed): boolean =>
    standing.state === 'undetermined'
      ? (standing.begins === null || so.has(standing.begins.of)) && !standing.ends.some(({ of }) => so.has(of))
      : standing.state === 'in-force'
  const holds = (each: Weighed): boolean =>
    forced(each) && (each.caught === 'met' || (each.caught === 'undetermined' && so.has(each.provision)))
  const steps: LadderStep[] = []
  for (const { self, step, replacedBy, overriddenBy } of deciding)
    if (holds(self) && !replacedBy.some(forced))
      steps.push(overriddenBy.find((other) => holds(other.self))?.step ?? step)
  return strictest(steps)
}

/** Whether a paragraph has an outcome of its own for everyone. */
export const decides = ({ provision }: ProvisionEntry): boolean =>
  provision.only === undefined && (provision.overrides ?? []).length === 0 && isLadderStep(provision.outcome.step)

const forEveryone = ({ provision }: ProvisionEntry): boolean =>
  provision.only === undefined && isLadderStep(provision.outcome.step)

/** Several gates together: a shipment must pass each, so the strictest counts. */
export function together(gates: readonly GateOutcome[]): GateOutcome {
  let possible = new Set<LadderStep>(['no-licence'])
  for (const gate of gates)
    possible = new Set([...possible].flatMap((a) => gate.possible.map((b) => strictest([a, b]))))
  return outcomeOf(possible)
}
