import type { AsOf } from '../../domain/controls/as-of'
import type { ChipEntry, ControlsIndex } from '../../domain/controls/controls-index'
import { GATE_STATES, gateStateOf, type Gate, type GateState } from '../../domain/controls/gate-state'
import { decidingAt } from '../../domain/controls/grounds'
import type { ProvisionEntry } from '../../domain/controls/rulebook'
import type { Segment } from '../../domain/controls/segments'
import type { RecordId } from '../../domain/model/ids'
import { markedBeside, sharedBeside, type Beside, type Marked } from './beside'

/** What a gate says, and by which paragraphs. */
export interface GateSays {
  readonly gate: Gate
  readonly state: GateState
  readonly deciding: readonly ProvisionEntry[]
}

export interface ListedChip {
  readonly entry: ChipEntry
  readonly segment: Segment
}

/** Chips of which every gate that is looked at says the same, by the same paragraphs. */
export interface StandingSection {
  readonly key: string
  readonly says: readonly GateSays[]
  readonly chips: readonly ListedChip[]
  /** What is said beside the outcome of every one of them. */
  readonly shared: readonly Beside[]
  /** What is said beside the outcome of several. */
  readonly marked: readonly Marked[]
}

/** Chips with the same outcome at every gate that is looked at; its sections differ in what decides. */
export interface StandingGroup {
  readonly key: string
  readonly states: readonly { readonly gate: Gate; readonly state: GateState }[]
  readonly count: number
  readonly sections: readonly StandingSection[]
}

/** Where no gate is asked: there is no chip, or no border. */
export const isAbsent = (state: GateState): boolean => state === 'not-announced' || state === 'withdrawn'

/**
 * The chips of a day in groups by outcome, the strictest first. With two gates a group is what both say, side by side:
 * no one word stands for the two of them.
 */
export function standingGroups(index: ControlsIndex, state: AsOf, gates: readonly Gate[]): StandingGroup[] {
  const groups = new Map<string, MutableGroup>()
  for (const [id, segment] of state.chips) {
    const entry = index.chips.get(id)
    if (entry === undefined) continue
    const says = gates.map((gate): GateSays => saysAt(index, entry, state, segment, gate))
    const key = says.map((each) => each.state).join(' ')
    const group: MutableGroup = groups.get(key) ?? {
      states: says.map(({ gate, state: at }) => ({ gate, state: at })),
      sections: new Map(),
    }
    groups.set(key, group)
    const by = says.map(({ deciding }) => deciding.map(({ provision }) => provision.id).join(',')).join(' ')
    const section = group.sections.get(by) ?? { key: `${key} ${by}`, says, chips: [] }
    group.sections.set(by, section)
    section.chips.push({ entry, segment })
  }
  const ranks = (key: string): number[] => key.split(' ').map((each) => RANK.get(each) ?? 0)
  return [...groups]
    .sort(([a], [b]) => compareRanks(ranks(a), ranks(b)))
    .map(([key, { states, sections }]) => ({
      key,
      states,
      count: [...sections.values()].reduce((sum, { chips }) => sum + chips.length, 0),
      sections: [...sections.values()].map((section) => {
        const statuses = section.chips.map(({ segment }) => segment.status)
        return { ...section, shared: sharedBeside(statuses), marked: markedBeside(statuses) }
      }),
    }))
}

interface MutableGroup {
  readonly states: StandingGroup['states']
  readonly sections: Map<string, MutableSection>
}

interface MutableSection extends Omit<StandingSection, 'shared' | 'marked'> {
  readonly chips: ListedChip[]
}

const RANK: ReadonlyMap<string, number> = new Map(GATE_STATES.map((state, rank) => [state, rank]))

/** A chip that is not there stands last, whatever the gates; else the strictest of its states says where it stands. */
function compareRanks(a: readonly number[], b: readonly number[]): number {
  const [x, y] = [[...a].sort((m, n) => m - n), [...b].sort((m, n) => m - n)]
  for (const [at, rank] of x.entries()) if (rank !== y[at]) return rank - (y[at] ?? 0)
  for (const [at, rank] of a.entries()) if (rank !== b[at]) return rank - (b[at] ?? 0)
  return 0
}

function saysAt(
  index: ControlsIndex,
  entry: ChipEntry,
  { destination, day }: AsOf,
  { status }: Segment,
  gate: Gate,
): GateSays {
  const state = gateStateOf(status, gate)
  const deciding = isAbsent(state) ? [] : decidingAt(index, entry, destination, day, status, gate)
  return { gate, state, deciding }
}

/** The chips in the groups, in the order in which they stand there. */
export const chipsOf = (group: StandingGroup): RecordId[] =>
  group.sections.flatMap(({ chips }) => chips.map(({ entry }) => entry.chip.id))
