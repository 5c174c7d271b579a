import type { RecordId } from '../model/ids'
import type { DayNumber } from '../time/day-number'
import {
  closeCalls,
  missingFor,
  readCondition,
  type ComparisonReading,
  type ConditionReading,
} from './condition-reading'
import { concernsOf, isAtHome, type ChipEntry, type ControlsIndex } from './controls-index'
import type { Dated } from './dated'
import { GATES, type Gate } from './gate-state'
import { Kept } from './kept'
import { partOf } from './part'
import { gateOf, reaches, standingOn, type ProvisionEntry } from './rulebook'
import type { Status } from './status'
import type { Missing } from './working'

/** The paragraphs that give the outcome of a gate on a day; none where nothing is asked for or nothing is settled. */
export function decidingAt(
  index: ControlsIndex,
  entry: ChipEntry,
  destination: string,
  day: DayNumber,
  status: Status,
  gate: Gate,
): ProvisionEntry[] {
  return concernsOf(index, entry, destination).flatMap(({ provision, caught }) => {
    if (gateOf(provision.entry, destination) !== gate) return []
    const standing = standingOn(provision.entry, day)
    const part = partOf(provision, { caught, standing, day, chip: entry, status, gate })
    return part === 'decides' ? [provision] : []
  })
}

/** The conditions of a place as they are read for a chip, whatever the day. */
const READ = new Kept<ReadonlyMap<ProvisionEntry, ConditionReading>>()

function readingsOf(
  index: ControlsIndex,
  entry: ChipEntry,
  destination: string,
): ReadonlyMap<ProvisionEntry, ConditionReading> {
  return READ.of(index, entry, destination, () => {
    const there = index.rulebook.provisions.filter(({ provision }) => reaches(provision, destination))
    return new Map(
      there.flatMap((each): [ProvisionEntry, ConditionReading][] =>
        each.provision.when === undefined
          ? []
          : [[each, readCondition(each.provision.when, entry.chip, each.entry.formulas)]],
      ),
    )
  })
}

/** Why something is undetermined: a date of the chip or of a rule that is known only roughly, or what is missing. */
export type Doubt =
  | { readonly kind: 'chip-date'; readonly date: Dated }
  | { readonly kind: 'rule-date'; readonly rule: RecordId; readonly date: Dated }
  | { readonly kind: 'missing'; readonly missing: Missing }

/** What leaves the outcome of a chip open on a day, each once; empty where nothing does. */
export function doubtsOn(
  index: ControlsIndex,
  entry: ChipEntry,
  destination: string,
  day: DayNumber,
  status: Status,
): Doubt[] {
  const { stageDoubt, gates } = status
  if (stageDoubt !== null) return [{ kind: 'chip-date', date: stageDoubt }]
  if (status.outcome === 'not-announced' || status.outcome === 'withdrawn') return []
  const open = GATES.filter((gate) => gates[gate].outcome === 'undetermined')
  const found = concernsOf(index, entry, destination).flatMap(({ provision, caught }): Doubt[] => {
    if (!open.some((gate) => gate === gateOf(provision.entry, destination))) return []
    const standing = standingOn(provision.entry, day)
    const rule = provision.entry.rule.id
    if (standing.state === 'undetermined') {
      const turns = [standing.begins, ...standing.ends].filter((turn) => turn !== null)
      return turns.map(({ date }) => ({ kind: 'rule-date', rule, date }))
    }
    const reading = readingsOf(index, entry, destination).get(provision)
    if (standing.state !== 'in-force' || caught !== 'undetermined' || reading === undefined) return []
    return missingFor(reading).map((missing) => ({ kind: 'missing', missing }))
  })
  return found.filter((one, at) => found.findIndex((other) => keyOf(other) === keyOf(one)) === at)
}

const keyOf = (doubt: Doubt): string =>
  doubt.kind === 'missing'
    ? doubt.missing.metric
    : `${doubt.kind} ${doubt.kind === 'rule-date' ? doubt.rule : ''} ${doubt.date.text}`

/** A limit that a chip comes near to, and where it stands. */
export interface CloseCall {
  readonly provision: ProvisionEntry
  readonly call: ComparisonReading
}

/**
 * The limits of paragraphs in force, or not certainly over, that a chip meets or misses by no more than a share:
 * 0.01 is one percent. The nearest first. A chip that the rule names is not held against its figures.
 */
export function closeCallsOn(
  index: ControlsIndex,
  entry: ChipEntry,
  destination: string,
  day: DayNumber,
  share: number,
): CloseCall[] {
  if (isAtHome(entry, destination)) return []
  const found = [...readingsOf(index, entry, destination)].flatMap(([provision, reading]): CloseCall[] => {
    if (provision.provision.chips?.includes(entry.chip.id) === true) return []
    const { state } = standingOn(provision.entry, day)
    if (state !== 'in-force' && state !== 'undetermined') return []
    return closeCalls(reading, share).map((call) => ({ provision, call }))
  })
  const distance = ({ call }: CloseCall): number => Math.abs(call.margin?.share ?? Infinity)
  return found.sort((a, b) => distance(a) - distance(b))
}

/** The finite days on which the standing of any rule may change, ascending, each once. */
export function ruleDays({ rulebook }: ControlsIndex): DayNumber[] {
  const days = [...rulebook.rules.values()].flatMap(({ turns }) => turns)
  return [...new Set(days)].filter(Number.isFinite).sort((a, b) => a - b)
}
