import * as v from 'valibot'
import { invert, sameRecord } from '../../domain/change/apply'
import { Change, type ChangeLabel } from '../../domain/change/change'
import { canMerge, squash } from '../../domain/change/squash'
import type { TapelineRecord } from '../../domain/model/record'
import { refuse, type History, type Step, type StoreReply } from './document-store'

/** Typing in one field stays one undo step for at most this long after the step began. */
export const MERGE_WINDOW_MS = 3 * 60_000

/** The log keeps the newest steps within both limits, and always the newest one. */
export const LOG_LIMIT = { steps: 1000, bytes: 32_000_000 } as const

export interface LoggedChange {
  readonly seq: number
  readonly madeAt: number
  readonly change: Change
}

/** The rows the log's rules work on. Each rule runs inside one transaction of the implementation. */
export interface Tables {
  /** The row as it is stored, whether or not it still has the form of a record. */
  record(id: string): unknown
  putRecord(record: TapelineRecord): void
  removeRecord(id: string): void
  /** `unreadable`: the row is there but damaged. New edits go on after it; undo stops at it. */
  lastDone(): LoggedChange | 'unreadable' | null
  firstUndone(): LoggedChange | 'unreadable' | null
  lastDoneLabel(): ChangeLabel | null
  firstUndoneLabel(): ChangeLabel | null
  append(change: Change, madeAt: number): void
  replace(seq: number, change: Change): void
  remove(seq: number): void
  setUndone(seq: number, undone: boolean): void
  dropUndone(): void
  prune(limit: { readonly steps: number; readonly bytes: number }): void
  revision(): number
  setRevision(revision: number): void
}

export function historyOf(tables: Tables): History {
  return { revision: tables.revision(), undo: tables.lastDoneLabel(), redo: tables.firstUndoneLabel() }
}

/** Everything is checked before the first row is written. */
export function commit(tables: Tables, input: unknown, now: number): StoreReply<History> {
  const parsed = v.safeParse(Change, input)
  if (!parsed.success) {
    const issue = parsed.issues[0]
    return refuse('invalid', issue.message, v.getDotPath(issue) ?? undefined)
  }
  const change = asStored(parsed.output)
  const stale = firstMisfit(tables, change)
  if (stale !== undefined) return refuse('stale', 'the record was changed meanwhile', stale)

  const last = tables.firstUndoneLabel() === null ? tables.lastDone() : null
  tables.dropUndone()
  writeRows(tables, change)
  if (
    last !== null &&
    last !== 'unreadable' &&
    canMerge(last.change, change) &&
    isWithinMergeWindow(last.madeAt, now)
  ) {
    const merged = squash(last.change, change)
    if (merged === null) tables.remove(last.seq)
    else tables.replace(last.seq, merged)
  } else tables.append(change, now)
  tables.prune(LOG_LIMIT)
  tables.setRevision(tables.revision() + 1)
  return { ok: true, value: historyOf(tables) }
}

export function undo(tables: Tables): StoreReply<Step> {
  const last = tables.lastDone()
  if (last === null) return refuse('nothing', 'there is no step to undo')
  if (last === 'unreadable') return unreadable()
  return move(tables, last, invert(last.change), true)
}

export function redo(tables: Tables): StoreReply<Step> {
  const next = tables.firstUndone()
  if (next === null) return refuse('nothing', 'there is no step to redo')
  if (next === 'unreadable') return unreadable()
  return move(tables, next, next.change, false)
}

const unreadable = () => refuse('corrupt', 'this step of the log cannot be read')

function move(tables: Tables, step: LoggedChange, applied: Change, undone: boolean): StoreReply<Step> {
  const stale = firstMisfit(tables, applied)
  if (stale !== undefined) return refuse('corrupt', 'the log does not fit the record', stale)
  writeRows(tables, applied)
  tables.setUndone(step.seq, undone)
  tables.setRevision(tables.revision() + 1)
  return { ok: true, value: { applied, history: historyOf(tables) } }
}

function writeRows(tables: Tables, change: Change): void {
  for (const [id, { to }] of Object.entries(change.edits)) {
    if (to === null) tables.removeRecord(id)
    else tables.putRecord(to)
  }
}

function firstMisfit(tables: Tables, change: Change): string | undefined {
  return Object.entries(change.edits).find(
    ([id, { from }]) => !sameRecord((tables.record(id) ?? null) as TapelineRecord | null, from),
  )?.[0]
}

/** A clock that was set back begins a new step: better one step too many than two joined. */
function isWithinMergeWindow(madeAt: number, now: number): boolean {
  return now >= madeAt && now - madeAt <= MERGE_WINDOW_MS
}

/** What JSON will give back: no `undefined`, no -0. Compared and kept in this form. */
function asStored(change: Change): Change {
  return JSON.parse(JSON.stringify(change)) as Change
}
