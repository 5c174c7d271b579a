import { recordsOfType, recordOfType, type Document } from '../model/document'
import type { RecordId } from '../model/ids'
import type { BY_DATES } from '../model/lane-kind'
import type { RecordOf } from '../model/record'
import type { DayNumber } from '../time/day-number'
import { datedOf, reached, type Dated } from './dated'

type Architecture = RecordOf<'architecture'>

/** By which of two dates something counts as there: when it was shown, or when it could be had. */
export type ByDate = (typeof BY_DATES)[number]

/** Where an architecture stands in its line: how many came before it, and the first of all. */
export interface Generation {
  /** The architecture that gave the generation its name: Blackwell, for Blackwell Ultra too. */
  readonly head: Architecture
  readonly depth: number
  readonly root: RecordId
}

/** The generation of an architecture; null where there is no such record. A line that leads into itself ends there. */
export function generationOf(document: Document, id: RecordId | undefined): Generation | null {
  const head = headOf(document, id)
  if (head === null) return null
  const seen = new Set([head.id])
  let [first, depth] = [head, 0]
  for (;;) {
    const before = headOf(document, first.predecessor)
    if (before === null || seen.has(before.id)) return { head, depth, root: first.id }
    seen.add(before.id)
    ;[first, depth] = [before, depth + 1]
  }
}

function headOf(document: Document, id: RecordId | undefined): Architecture | null {
  const seen = new Set<RecordId>()
  let found = recordOfType(document, 'architecture', id)
  while (found?.generationOf !== undefined && !seen.has(found.id)) {
    seen.add(found.id)
    const head = recordOfType(document, 'architecture', found.generationOf)
    if (head === undefined) break
    found = head
  }
  return found ?? null
}

/** A vendor's newest generation on a day. `doubt`: a date by which a newer one may have been there already. */
export interface Frontier {
  readonly generation: Generation
  readonly doubt: Dated | null
}

/**
 * The newest generation of a vendor on a day, in the line of `root`; null where none was there. Side lines (a CPU, a
 * bought design) do not count, and neither does what was withdrawn.
 */
export function frontierOn(
  document: Document,
  vendor: RecordId,
  root: RecordId,
  day: DayNumber,
  by: ByDate,
): Frontier | null {
  let best: Candidate | null = null
  const maybe: { readonly depth: number; readonly date: Dated }[] = []
  for (const architecture of recordsOfType(document, 'architecture')) {
    const date = datedOf(architecture[by])
    const generation = generationOf(document, architecture.id)
    if (architecture.vendor !== vendor || date === null || generation?.root !== root) continue
    const gone = datedOf(architecture.withdrawn)
    if (gone !== null && reached(gone, day) !== 'no') continue
    const there = reached(date, day)
    if (there === 'maybe') maybe.push({ depth: generation.depth, date })
    if (there === 'yes' && (best === null || isNewer({ generation, date }, best))) best = { generation, date }
  }
  if (best === null) return null
  const { generation } = best
  return { generation, doubt: maybe.find(({ depth }) => depth > generation.depth)?.date ?? null }
}

interface Candidate {
  readonly generation: Generation
  readonly date: Dated
}

/** Of two in one generation the earlier one gave it its start. */
function isNewer(a: Candidate, b: Candidate): boolean {
  if (a.generation.depth !== b.generation.depth) return a.generation.depth > b.generation.depth
  return a.date.last < b.date.last
}

/** The root of a vendor's longest line of architectures, its main one; null where it has none. */
export function mainLineOf(document: Document, vendor: RecordId): RecordId | null {
  let longest: Generation | null = null
  for (const { id, vendor: of } of recordsOfType(document, 'architecture')) {
    const generation = of === vendor ? generationOf(document, id) : null
    if (generation !== null && generation.depth >= (longest?.depth ?? 0)) longest = generation
  }
  return longest?.root ?? null
}

/** How many generations a chip is behind its vendor's newest of the same line: 0 is N, 1 is N-1. */
export interface ChipLag {
  readonly generations: number
  readonly frontier: Frontier
}

/** Null where chip, architecture or frontier are not known. */
export function chipLag(document: Document, chip: RecordId, day: DayNumber, by: ByDate): ChipLag | null {
  const record = recordOfType(document, 'chip', chip)
  const own = generationOf(document, record?.architecture)
  if (record === undefined || own === null) return null
  const frontier = frontierOn(document, record.vendor, own.root, day, by)
  return frontier === null ? null : { generations: frontier.generation.depth - own.depth, frontier }
}
