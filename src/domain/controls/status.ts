import type { DayNumber } from '../time/day-number'
import { concernsOf, isAtHome, type ChipEntry, type Concern, type ControlsIndex } from './controls-index'
import { reached, type Dated } from './dated'
import { gateOutcome, together, type GateOutcome, type Weighed } from './gate-outcome'
import { isLadderStep, type LadderStep } from './ladder'
import { gateOf, standingOn, type ProvisionEntry } from './rulebook'

/** How far a chip has come. `undated`: no date is known, so it is taken to be there. */
export type Stage = 'not-announced' | 'announced' | 'available' | 'withdrawn' | 'undated' | 'undetermined'

/** What a chip is at a destination on a day, without the reasons; those are in `verdict.ts`. */
export interface Status {
  readonly stage: Stage
  /** The date that leaves the stage open. */
  readonly stageDoubt: Dated | null
  /** A step of the ladder, `undetermined`, or that there is no chip to sell: not yet, or no longer. */
  readonly outcome: LadderStep | 'undetermined' | 'not-announced' | 'withdrawn'
  /** What it may be where it is undetermined by rules. */
  readonly possible: readonly LadderStep[]
  /** Leaving the seller's country, and entering the buyer's. */
  readonly gates: Readonly<Record<'export' | 'import', GateOutcome>>
  /** Sold where the vendor is at home: no border is passed. */
  readonly atHome: boolean
  /** Paragraphs that catch it, are announced and do not bind on this day. */
  readonly pending: readonly ProvisionEntry[]
  /** Paragraphs in force that catch it for some buyers or uses alone. */
  readonly forSome: readonly ProvisionEntry[]
  /** Paragraphs in force that put a price on it. */
  readonly charges: readonly ProvisionEntry[]
  /** Paragraphs in force whose outcome stands in place of another's that catches it. */
  readonly eased: readonly ProvisionEntry[]
}

/** The status of a chip at a destination on a day, worked out for that day alone. */
export function statusOn(index: ControlsIndex, entry: ChipEntry, destination: string, day: DayNumber): Status {
  const concerns = concernsOf(index, entry, destination)
  const weighed = concerns.map((each) => ({ ...each, standing: standingOn(each.provision.entry, day) }))
  const gates = gatesOf(weighed, destination)
  const { outcome, possible } = together([gates.export, gates.import])
  const { stage, doubt } = stageOn(entry, day)
  const caught = weighed.filter((each) => each.caught !== 'not-met')
  const binding = caught.filter((each) => each.standing.state === 'in-force' && each.caught === 'met')
  return {
    stage,
    stageDoubt: doubt,
    outcome:
      stage === 'undetermined' ? 'undetermined' : stage === 'not-announced' || stage === 'withdrawn' ? stage : outcome,
    possible,
    gates,
    atHome: isAtHome(entry, destination),
    pending: entriesOf(caught.filter(({ standing }) => standing.state === 'announced')),
    forSome: entriesOf(binding.filter(({ provision }) => provision.provision.only !== undefined)),
    charges: entriesOf(binding.filter(({ provision }) => !isLadderStep(provision.provision.outcome.step))),
    eased: [...new Set(binding.flatMap(({ provision }) => provision.overriddenBy))].filter((over) =>
      binding.some(({ provision }) => provision === over),
    ),
  }
}

const entriesOf = (list: readonly Concern[]): ProvisionEntry[] => list.map(({ provision }) => provision)

/** What each gate makes of weighed paragraphs; those met in transit put a price on a shipment and stop none. */
export function gatesOf(weighed: readonly Weighed[], destination: string): Status['gates'] {
  const at = (gate: 'export' | 'import'): GateOutcome =>
    gateOutcome(weighed.filter(({ provision }) => gateOf(provision.entry, destination) === gate))
  return { export: at('export'), import: at('import') }
}

/** How far a chip has come on a day; `doubt` is the date that is not known exactly enough to say. */
export function stageOn(
  { announced, available, withdrawn }: ChipEntry,
  day: DayNumber,
): { readonly stage: Stage; readonly doubt: Dated | null } {
  const gone = withdrawn === null ? 'no' : reached(withdrawn, day)
  if (gone === 'yes') return { stage: 'withdrawn', doubt: null }
  if (gone === 'maybe') return { stage: 'undetermined', doubt: withdrawn }
  if (available !== null && reached(available, day) === 'yes') return { stage: 'available', doubt: null }
  const first = announced ?? available
  if (first === null) return { stage: 'undated', doubt: null }
  const known = reached(first, day)
  if (known === 'maybe') return { stage: 'undetermined', doubt: first }
  return { stage: known === 'yes' ? 'announced' : 'not-announced', doubt: null }
}
