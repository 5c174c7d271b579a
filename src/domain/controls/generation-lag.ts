import type { RecordId } from '../model/ids'
import type { RecordOf } from '../model/record'
import type { DayNumber } from '../time/day-number'
import type { ChipEntry, ControlsIndex } from './controls-index'
import { datedOf, reached, turnsOf } from './dated'
import { frontierOn, generationOf, mainLineOf, type ByDate, type Frontier, type Generation } from './generation'
import { laneValue } from './lane-metric'
import { SALEABLE, type LadderStep } from './ladder'
import { segmentOn, segmentsOf } from './segments'

/** What is asked: whose chips, sold where, by which date, and whether the buyer's government counts as well. */
export interface LagQuestion {
  readonly vendor: RecordId
  readonly destination: string
  readonly by: ByDate
  readonly gates: 'export' | 'both'
}

/** How far the best that may be sold lies behind the vendor's newest, on a day. */
export interface GenerationLag {
  readonly day: DayNumber
  readonly by: ByDate
  readonly hypothetical: boolean
  readonly frontier: Frontier
  /** The strongest chip of the newest generation, by TPP. */
  readonly frontierChip: RecordOf<'chip'> | null
  /** The newest generation's strongest chip that may be sold; null where none may. */
  readonly best: RecordOf<'chip'> | null
  /** 0 is N, 1 is N-1; null where nothing may be sold. */
  readonly generations: number | null
  /** Months between the dates of the two generations, as exact as the dates are. */
  readonly months: { readonly least: number; readonly most: number } | null
  /** Best divided by the frontier's chip; null where one of the two figures is not known. */
  readonly ratios: Readonly<Record<'tpp' | 'memory-bandwidth' | 'memory-capacity', number | null>>
  /** Whether a date or a figure that is not known well enough could make another chip the best, or the frontier newer. */
  readonly uncertain: boolean
}

const RATIOS = ['tpp', 'memory-bandwidth', 'memory-capacity'] as const
/** The average length of a month in the Gregorian calendar, in days. */
const MONTH = 146_097 / 4800

/** The lag on a day; null where the vendor had nothing yet. Chips of side lines are left out of it. */
export function generationLag(index: ControlsIndex, question: LagQuestion, day: DayNumber): GenerationLag | null {
  const { vendor, by } = question
  const root = mainLineOf(index.document, vendor)
  const frontier = root === null ? null : frontierOn(index.document, vendor, root, day, by)
  if (root === null || frontier === null) return null
  const rivals = rivalsOf(index, question, root, day)
  const there = rivals.filter(({ present }) => present === 'yes')
  const best = strongest(there.filter(({ saleable }) => saleable === 'yes'))
  const frontierChip = strongest(there.filter(({ generation }) => generation.depth === frontier.generation.depth))
  const better = rivals.filter((each) => each.present !== 'no' && each.saleable !== 'no' && isStronger(each, best))
  return {
    day,
    by,
    hypothetical: index.hypothetical.size > 0,
    frontier,
    frontierChip: frontierChip?.chip ?? null,
    best: best?.chip ?? null,
    generations: best === null ? null : frontier.generation.depth - best.generation.depth,
    months: best === null ? null : monthsBetween(best.generation, frontier.generation, by),
    ratios: ratiosOf(best, frontierChip),
    uncertain: frontier.doubt !== null || better.length > 0,
  }
}

/** The days on which the lag can change, ascending, each once. */
export function lagDays(index: ControlsIndex, { vendor, destination, by }: LagQuestion): DayNumber[] {
  const days = new Set<DayNumber>()
  for (const record of index.document.records.values())
    if (record.type === 'architecture' && record.vendor === vendor)
      for (const day of [record[by], record.withdrawn].map(datedOf).flatMap(turnsOf)) days.add(day)
  for (const entry of index.chips.values()) {
    if (entry.chip.vendor !== vendor) continue
    for (const day of turnsOf(entry[by])) days.add(day)
    for (const { from } of segmentsOf(index, entry, destination)) days.add(from)
  }
  return [...days].filter(Number.isFinite).sort((a, b) => a - b)
}

/** The lag as a step line: one entry for each day on which something of it changes. */
export function lagSteps(index: ControlsIndex, question: LagQuestion): GenerationLag[] {
  const work = lagStepping(index, question)
  for (;;) {
    const { done, value } = work.next()
    if (done === true) return value
  }
}

/** {@link lagSteps} a little at a time, for who has frames to draw meanwhile: first chip by chip, then day by day. */
export function* lagStepping(index: ControlsIndex, question: LagQuestion): Generator<undefined, GenerationLag[]> {
  for (const entry of index.chips.values()) {
    if (entry.chip.vendor !== question.vendor) continue
    segmentsOf(index, entry, question.destination)
    yield
  }
  const steps: GenerationLag[] = []
  for (const day of lagDays(index, question)) {
    const step = generationLag(index, question, day)
    if (step !== null && !sameLag(steps.at(-1), step)) steps.push(step)
    yield
  }
  return steps
}

function sameLag(a: GenerationLag | undefined, b: GenerationLag): boolean {
  const same = (key: 'generations' | 'best' | 'frontierChip' | 'uncertain'): boolean => a?.[key] === b[key]
  return (
    a?.frontier.generation.head === b.frontier.generation.head &&
    same('generations') &&
    same('best') &&
    same('frontierChip') &&
    same('uncertain')
  )
}

interface Rival {
  readonly chip: RecordOf<'chip'>
  readonly generation: Generation
  /** TPP, then bandwidth, then memory. */
  readonly strength: readonly (number | null)[]
  readonly present: 'yes' | 'no' | 'maybe'
  readonly saleable: 'yes' | 'no' | 'maybe'
}

function rivalsOf(index: ControlsIndex, question: LagQuestion, root: RecordId, day: DayNumber): Rival[] {
  return [...index.chips.values()].flatMap((entry): Rival[] => {
    const { chip } = entry
    const generation = chip.vendor === question.vendor ? generationOf(index.document, chip.architecture) : null
    if (generation?.root !== root) return []
    const strength = RATIOS.map((metric) => laneValue(chip, metric).value)
    return [{ chip, generation, strength, ...standingOf(index, entry, question, day) }]
  })
}

function standingOf(index: ControlsIndex, entry: ChipEntry, { destination, by, gates }: LagQuestion, day: DayNumber) {
  const { status } = segmentOn(segmentsOf(index, entry, destination), day)
  const date = entry[by]
  const present = date === null || status.stage === 'withdrawn' ? 'no' : reached(date, day)
  const possible = gates === 'both' ? status.possible : status.gates.export.possible
  return { present, saleable: saleableAmong(possible) } as const
}

function saleableAmong(possible: readonly LadderStep[]): Rival['saleable'] {
  const open = possible.filter((step) => SALEABLE.has(step)).length
  return open === 0 ? 'no' : open === possible.length ? 'yes' : 'maybe'
}

/** Newer first, then by TPP, bandwidth and memory; of equals the one that comes first. */
function isStronger(a: Rival, b: Rival | null): boolean {
  if (b === null || a.generation.depth !== b.generation.depth) return a.generation.depth > (b?.generation.depth ?? -1)
  for (const [at, value] of a.strength.entries())
    if ((value ?? -1) !== (b.strength[at] ?? -1)) return (value ?? -1) > (b.strength[at] ?? -1)
  return false
}

function strongest(rivals: readonly Rival[]): Rival | null {
  return rivals.reduce<Rival | null>((best, each) => (isStronger(each, best) ? each : best), null)
}

function monthsBetween(older: Generation, newer: Generation, by: ByDate) {
  if (older.depth === newer.depth) return { least: 0, most: 0 }
  const [from, to] = [datedOf(older.head[by]), datedOf(newer.head[by])]
  if (from === null || to === null) return null
  return { least: (to.first - from.last) / MONTH, most: (to.last - from.first) / MONTH }
}

function ratiosOf(best: Rival | null, frontier: Rival | null): GenerationLag['ratios'] {
  const ratio = (metric: (typeof RATIOS)[number]): number | null => {
    if (best === null || frontier === null) return null
    const [own, other] = [laneValue(best.chip, metric).value, laneValue(frontier.chip, metric).value]
    return own === null || other === null || other === 0 ? null : own / other
  }
  const [tpp, bandwidth, capacity] = RATIOS.map(ratio)
  return { tpp: tpp ?? null, 'memory-bandwidth': bandwidth ?? null, 'memory-capacity': capacity ?? null }
}
