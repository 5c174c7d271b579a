import type { RecordId } from '../model/ids'
import type { RecordOf } from '../model/record'
import type { Provision } from '../model/rule'
import type { DayNumber } from '../time/day-number'
import { catchOf, type Catch } from './catch'
import { comparisonsOf, missingFor } from './condition-reading'
import { isAtHome, type ChipEntry, type ControlsIndex } from './controls-index'
import type { Standing } from './lifecycle'
import { destinationsIn, gateOf, reaches, standingOn, type ProvisionEntry } from './rulebook'
import { partOf, type Part } from './part'
import { statusOn, type Status } from './status'
import { figureSwings, swingsOfCatch, type Swing } from './swings'
import { sourcesOf, type Missing } from './working'

/** One paragraph held against a chip on a day: the rule version, the condition with its working, and the part it plays. */
export interface ProvisionReading extends Catch {
  readonly rule: RecordOf<'rule'>
  readonly provision: Provision
  readonly gate: 'export' | 'import' | 'transit'
  readonly standing: Standing
  readonly part: Part
  readonly missing: readonly Missing[]
  /** Other figures with which it would catch the chip, or no longer. */
  readonly swings: readonly Swing['figure'][]
  /** The paragraph's own sources, then those of the figures it was held against. */
  readonly sources: readonly RecordId[]
}

/** Everything about one chip, one destination and one day. */
export interface Verdict {
  readonly chip: RecordOf<'chip'>
  readonly destination: string
  readonly day: DayNumber
  /** The index holds a scenario, so nothing here is the law. */
  readonly hypothetical: boolean
  /** Whether the document has limits in figures for this destination; if not, nothing follows from their absence. */
  readonly covered: boolean
  readonly status: Status
  readonly readings: readonly ProvisionReading[]
  /** Paragraphs in force there that are kept in words alone and were not held against the chip. */
  readonly inWords: readonly ProvisionEntry[]
  /** What the outcome would be if another source were right about one figure; only where it would differ. */
  readonly swings: readonly Swing[]
}

/** The verdict on a chip, or null where the document has no chip of that id. */
export function verdictOf(index: ControlsIndex, chip: RecordId, destination: string, day: DayNumber): Verdict | null {
  const entry = index.chips.get(chip)
  if (entry === undefined) return null
  const status = statusOn(index, entry, destination, day)
  const readings = index.rulebook.provisions
    .filter(({ provision }) => reaches(provision, destination))
    .map((each) => readingOf(each, entry, destination, day, status))
    .filter(({ by }) => by === 'named' || !isAtHome(entry, destination))
  return {
    chip: entry.chip,
    destination,
    day,
    hypothetical: index.hypothetical.size > 0,
    covered: destinationsIn(index.rulebook).includes(destination),
    status,
    readings,
    inWords: index.rulebook.inWords.filter(
      ({ entry: rule, provision }) => reaches(provision, destination) && standingOn(rule, day).state === 'in-force',
    ),
    swings: figureSwings(index, entry, destination, day),
  }
}

/** The readings that play one of these parts. */
export const playing = ({ readings }: Verdict, ...parts: readonly Part[]): ProvisionReading[] =>
  readings.filter(({ part }) => parts.includes(part))

function readingOf(
  each: ProvisionEntry,
  entry: ChipEntry,
  destination: string,
  day: DayNumber,
  status: Status,
): ProvisionReading {
  const held = catchOf(each, entry.chip)
  const standing = standingOn(each.entry, day)
  const gate = gateOf(each.entry, destination)
  const workings = held.reading === null ? [] : comparisonsOf(held.reading).map(({ working }) => working)
  return {
    ...held,
    rule: each.entry.rule,
    provision: each.provision,
    gate,
    standing,
    part: partOf(each, { caught: held.caught, standing, day, chip: entry, status, gate }),
    missing: held.caught === 'undetermined' && held.reading !== null ? missingFor(held.reading) : [],
    swings: held.by === 'named' ? [] : swingsOfCatch(each, entry, held),
    sources: [...new Set([...each.provision.sources, ...workings.flatMap(sourcesOf)])],
  }
}
