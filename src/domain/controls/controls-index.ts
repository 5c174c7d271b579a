import { recordsOfType, recordOfType, type Document } from '../model/document'
import type { RecordId } from '../model/ids'
import type { RecordOf } from '../model/record'
import { catchOf } from './catch'
import { datedOf, type Dated } from './dated'
import { reaches, rulebookOf, type ProvisionEntry, type Rulebook } from './rulebook'
import type { Truth } from './truth'

/** A chip with its dates, and what of the rulebook can concern it. */
export interface ChipEntry {
  readonly chip: RecordOf<'chip'>
  readonly announced: Dated | null
  readonly available: Dated | null
  readonly withdrawn: Dated | null
  /** The vendor's jurisdiction: a sale at home is no export. */
  readonly home: string | undefined
}

/** A paragraph and whether it catches a certain chip. */
export interface Concern {
  readonly provision: ProvisionEntry
  readonly caught: Truth
}

/**
 * A document made ready for questions about its rules. What does not hang on the day is worked out once and kept:
 * which paragraph catches which chip, and for each chip and destination the stretches of days on which nothing
 * changes. Another one is made when a document changes; it takes over from the one before what the edit cannot have
 * touched. The answers are those of the document, whatever was asked before.
 */
export interface ControlsIndex {
  readonly document: Document
  readonly rulebook: Rulebook
  readonly chips: ReadonlyMap<RecordId, ChipEntry>
  /** The rules of a scenario in it; not empty, every answer is hypothetical. */
  readonly hypothetical: ReadonlySet<RecordId>
  /** By {@link keyOf}; what hangs on a list is kept for as long as the list is. */
  readonly concerns: Map<string, readonly Concern[]>
  /** Those of an index before this one, of chips that are the same in both. */
  readonly earlier: ReadonlyMap<string, readonly Concern[]>
}

const NONE: ReadonlySet<RecordId> = new Set()

/**
 * The index of a document. `before`: an index of another document, whose answers are taken over where nothing that
 * they rest on differs. `hypothetical`: see `scenario.ts`.
 */
export function controlsIndex(
  document: Document,
  { before, hypothetical = NONE }: { before?: ControlsIndex | undefined; hypothetical?: ReadonlySet<RecordId> } = {},
): ControlsIndex {
  const rulebook = rulebookOf(document, before?.rulebook)
  const chips = recordsOfType(document, 'chip').map((chip): [RecordId, ChipEntry] => {
    const home = recordOfType(document, 'organisation', chip.vendor)?.jurisdiction
    const was = before?.chips.get(chip.id)
    return [chip.id, was?.chip === chip && was.home === home ? was : chipEntry(chip, home)]
  })
  const index = { document, rulebook, chips: new Map(chips), hypothetical }
  const isSameChip = ([key]: ConcernsByKey): boolean =>
    before?.chips.get(chipOfKey(key)) === index.chips.get(chipOfKey(key))
  const concerns = [...(before?.concerns ?? [])].filter(isSameChip)
  const earlier = [...(before?.earlier ?? [])].filter(isSameChip)
  // What was found under other rules may be found again, but has to be looked for.
  return before?.rulebook === rulebook
    ? { ...index, concerns: new Map(concerns), earlier: new Map(earlier) }
    : { ...index, concerns: new Map(), earlier: new Map([...earlier, ...concerns]) }
}

type ConcernsByKey = readonly [string, readonly Concern[]]

const chipEntry = (chip: RecordOf<'chip'>, home: string | undefined): ChipEntry => ({
  chip,
  announced: datedOf(chip.announced),
  available: datedOf(chip.available),
  withdrawn: datedOf(chip.withdrawn),
  home,
})

/** Places that count as home beside the country itself, whose own sales there are no matter of these rules. */
const BESIDE_HOME: Readonly<Record<string, readonly string[]>> = { CN: ['HK', 'MO'] }

/** Whether a shipment stays in the vendor's own country. */
export const isAtHome = ({ home }: ChipEntry, destination: string): boolean =>
  home !== undefined && (home === destination || (BESIDE_HOME[home] ?? []).includes(destination))

/**
 * The paragraphs that can concern a chip at a destination: those that catch it or may, but of those that only ease
 * others the ones that have something to ease; and those that replace one of them. At home only paragraphs that name the chip, for nothing leaves the country.
 */
export function concernsOf(index: ControlsIndex, entry: ChipEntry, destination: string): readonly Concern[] {
  const key = keyOf(entry, destination)
  const kept = index.concerns.get(key)
  if (kept !== undefined) return kept
  const all = index.rulebook.provisions
    .filter(({ provision }) => reaches(provision, destination))
    .map((provision) => ({ provision, ...catchOf(provision, entry.chip) }))
    .filter(({ by }) => by === 'named' || !isAtHome(entry, destination))
  const catching = all.filter((each) => each.caught !== 'not-met')
  const easable = new Set(catching.flatMap(({ provision }) => provision.overriddenBy))
  const caught = catching.filter(({ provision }) => !easesOnly(provision) || easable.has(provision))
  const replacing = new Set(caught.flatMap(({ provision }) => provision.replacedBy))
  const anew = all.filter((each) => caught.includes(each) || replacing.has(each.provision))
  const was = index.earlier.get(key)
  const found = was !== undefined && isSame(was, anew) ? was : anew
  index.concerns.set(key, found)
  return found
}

/** The same paragraphs, which are the same objects only where all that they lean on is the same. */
const isSame = (a: readonly Concern[], b: readonly Concern[]): boolean =>
  a.length === b.length &&
  a.every(({ provision, caught }, at) => provision === b[at]?.provision && caught === b[at].caught)

const easesOnly = ({ provision }: ProvisionEntry): boolean => (provision.overrides ?? []).length > 0

/** A key no two pairs share: ids hold no space. */
const keyOf = ({ chip }: ChipEntry, destination: string): string => `${destination} ${chip.id}`
const chipOfKey = (key: string): RecordId => key.slice(key.indexOf(' ') + 1)
