import { sameRecord } from '../../../domain/change/apply'
import type { TapelineRecord } from '../../../domain/model/record'
import type { FoundRecord, FoundStep, OurRows } from './our-rows'
import type { Rank } from './walk-tree'

export interface Chosen {
  /** In the document's order. */
  readonly records: readonly TapelineRecord[]
  /** How many of them come from the log, because their own row is lost. */
  readonly fromLog: number
  /** Ids of records of which nobody can tell whether this is their last state, or whether they were deleted. */
  readonly doubtful: readonly string[]
  /** Ids of records that were there and of which nothing could be read. */
  readonly lostRecords: readonly string[]
  /** Oldest first. */
  readonly steps: readonly FoundStep[]
  /** Numbers of steps that are missing between others. */
  readonly lostSteps: readonly number[]
}

const ORDER: Readonly<Record<Rank, number>> = { tree: 0, page: 1, bytes: 2 }

/**
 * One row for each record and step. A row that SQLite's own way leads to is the one that counts. Others may be
 * what was once deleted or written over; there the log decides, as far as it is whole.
 */
export function chooseRows(
  rows: OurRows,
  { logIsWhole, freeKnown }: { logIsWhole: boolean; freeKnown: boolean },
): Chosen {
  const steps = oneOfEach(
    rows.steps,
    (step) => step.stored.cells.seq,
    (a, b) => ORDER[a.rank] - ORDER[b.rank] || b.stored.cells.made_at - a.stored.cells.made_at,
  ).sort((a, b) => a.stored.cells.seq - b.stored.cells.seq)
  const lostSteps = gapsOf(steps)
  const inLog = statesInLog(steps, logIsWhole ? (lostSteps.at(-1) ?? 0) : Infinity)

  const mayBeThere = (id: string) => !rows.ids.all || rows.ids.known.has(id)

  const byId = new Map<string, FoundRecord[]>()
  for (const found of rows.records) byId.set(found.record.id, [...(byId.get(found.record.id) ?? []), found])
  const isSure = ({ rank, record }: FoundRecord) =>
    rank === 'tree' || (rank === 'page' && freeKnown) || inLog.get(record.id)?.certain === true
  const chosen: FoundRecord[] = []
  for (const [id, found] of byId) {
    const best = bestOf(found, inLog.get(id), mayBeThere(id))
    if (best !== null) chosen.push(best)
  }
  const present = new Set(chosen.map(({ record }) => record.id))
  const last = chosen.reduce((most, { position }) => Math.max(most, position), 0)
  const restored = [...inLog].flatMap(([id, { state }]) =>
    state === null || present.has(id) || !mayBeThere(id) ? [] : [state],
  )
  for (const record of restored)
    chosen.push({ rank: 'bytes', record, position: rows.ids.known.get(record.id) ?? last + 1 })
  const saved = new Set(chosen.map(({ record }) => record.id))
  return {
    records: chosen.sort((a, b) => a.position - b.position).map(({ record }) => record),
    fromLog: restored.length,
    doubtful: chosen.flatMap((found) => (isSure(found) ? [] : [found.record.id])).sort(),
    lostRecords: [...rows.ids.known.keys()].filter((id) => !saved.has(id) && inLog.get(id)?.state !== null).sort(),
    steps,
    lostSteps,
  }
}

interface StateInLog {
  readonly state: TapelineRecord | null
  /** Whether no step after it is missing. */
  readonly certain: boolean
}

function bestOf(
  found: readonly FoundRecord[],
  logged: StateInLog | undefined,
  mayBeThere: boolean,
): FoundRecord | null {
  const sorted = found.toSorted((a, b) => ORDER[a.rank] - ORDER[b.rank])
  const [best] = sorted
  if (best === undefined || best.rank === 'tree') return best ?? null
  if (!mayBeThere) return null
  if (logged?.certain !== true) return best
  const { state } = logged
  if (state === null) return null
  return sorted.find(({ record }) => sameRecord(record, state)) ?? { ...best, record: state }
}

/** What each record was at the end, as far as the log tells. Steps up to `doubtful` have a gap after them. */
function statesInLog(steps: readonly FoundStep[], doubtful: number): Map<string, StateInLog> {
  const states = new Map<string, StateInLog>()
  // What is undone still says what was there before it: the oldest such step says it last.
  for (const { stored, change } of steps.toReversed())
    if (stored.cells.undone === 1)
      for (const [id, { from }] of Object.entries(change.edits))
        states.set(id, { state: from, certain: stored.cells.seq > doubtful })
  for (const { stored, change } of steps)
    if (stored.cells.undone === 0)
      for (const [id, { to }] of Object.entries(change.edits))
        states.set(id, { state: to, certain: stored.cells.seq > doubtful })
  return states
}

/** Numbers follow on each other without a gap: the newest is dropped first when one is dropped. */
function gapsOf(steps: readonly FoundStep[]): number[] {
  const gaps: number[] = []
  for (const [at, { stored }] of steps.entries()) {
    const before = steps[at - 1]?.stored.cells.seq
    if (before === undefined) continue
    for (let seq = before + 1; seq < stored.cells.seq; seq += 1) gaps.push(seq)
  }
  return gaps
}

function oneOfEach<T>(items: readonly T[], key: (item: T) => number, order: (a: T, b: T) => number): T[] {
  const best = new Map<number, T>()
  for (const item of items.toSorted(order)) if (!best.has(key(item))) best.set(key(item), item)
  return [...best.values()]
}
