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
export interface LogLimit {
  readonly steps: number
  /** UTF-8 bytes of the JSON of the steps' edits. */
  readonly bytes: number
}

/** In place of a record whose row is not what was written. It equals no record, and is left alone. */
export const DAMAGED: unique symbol = Symbol('a damaged row')

export interface LoggedChange {
  readonly seq: number
  readonly madeAt: number
  /** Who made it; null where nobody said. */
  readonly author: string | null
  readonly change: Change
}

/** Who edits, and when. */
export interface Hand {
  /** ms since 1970 in UTC. */
  readonly now: number
  readonly author: string | null
}

/** The rows the log's rules work on. Each rule runs inside one transaction of the implementation. */
export interface Tables {
  /** The row as it is stored, whether or not it still has the form of a record; `DAMAGED`; or null or undefined. */
  record(id: string): unknown
  putRecord(record: TapelineRecord): void
  removeRecord(id: string): void
  /** `unreadable`: the row is there but damaged. New edits go on after it; undo stops at it. */
  lastDone(): LoggedChange | 'unreadable' | null
  firstUndone(): LoggedChange | 'unreadable' | null
  lastDoneLabel(): ChangeLabel | null
  firstUndoneLabel(): ChangeLabel | null
  append(change: Change, madeAt: number, author: string | null): void
  replace(seq: number, change: Change): void
  remove(seq: number): void
  setUndone(seq: number, undone: boolean): void
  dropUndone(): void
  prune(limit: LogLimit): void
  revision(): number
  setRevision(revision: number): void
}

export function historyOf(tables: Tables): History {
  return { revision: tables.revision(), undo: tables.lastDoneLabel(), redo: tables.firstUndoneLabel() }
}

/** Everything is checked before the first row is written. */
export function commit(tables: Tables, input: unknown, { now, author }: Hand): StoreReply<History> {
  const parsed = v.safeParse(Change, input)
  if (!parsed.success) {
    const issue = parsed.issues[0]
    return refuse('invalid', issue.message, v.getDotPath(issue) ?? undefined)
  }
  const change = asStored(parsed.output)
  const misfit = firstMisfit(tables, change)
  if (misfit !== undefined) return misfit.damaged ? damaged(misfit.id) : stale(misfit.id)

  const last = tables.firstUndoneLabel() === null ? tables.lastDone() : null
  tables.dropUndone()
  writeRows(tables, change)
  if (
    last !== null &&
    last !== 'unreadable' &&
    last.author === author &&
    canMerge(last.change, change) &&
    isWithinMergeWindow(last.madeAt, now)
  ) {
    const merged = squash(last.change, change)
    if (merged === null) tables.remove(last.seq)
    else tables.replace(last.seq, merged)
  } else tables.append(change, now, author)
  tables.prune(LOG_LIMIT)
  tables.setRevision(tables.revision() + 1)
  return { ok: true, value: historyOf(tables) }
}

export function undo(tables: Tables): StoreReply<Step> {
  const last = tables.lastDone()
  if (last === null) return refuse('nothing', 'there is no step to undo')
  // A damaged row beyond the cursor may have been on this side of it.
  if (last === 'unreadable' || tables.firstUndone() === 'unreadable') return unreadable()
  return move(tables, last, invert(last.change), true)
}

export function redo(tables: Tables): StoreReply<Step> {
  const next = tables.firstUndone()
  if (next === null) return refuse('nothing', 'there is no step to redo')
  if (next === 'unreadable' || tables.lastDone() === 'unreadable') return unreadable()
  return move(tables, next, next.change, false)
}

const stale = (id: string) => refuse('stale', 'the record was changed meanwhile', id)
const damaged = (id: string) => refuse('corrupt', 'this record is damaged in the file and was left alone', id)
const unreadable = () => refuse('corrupt', 'this step of the log cannot be read')

function move(tables: Tables, step: LoggedChange, applied: Change, undone: boolean): StoreReply<Step> {
  const misfit = firstMisfit(tables, applied)
  if (misfit?.damaged === true) return damaged(misfit.id)
  if (misfit !== undefined) return refuse('corrupt', 'the log does not fit the record', misfit.id)
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

function firstMisfit(tables: Tables, change: Change): { readonly id: string; readonly damaged: boolean } | undefined {
  for (const [id, { from }] of Object.entries(change.edits)) {
    const stored = tables.record(id) ?? null
    if (stored === DAMAGED) return { id, damaged: true }
    if (!sameRecord(stored as TapelineRecord | null, from)) return { id, damaged: false }
  }
  return undefined
}

/** A clock that was set back begins a new step: better one step too many than two joined. */
function isWithinMergeWindow(madeAt: number, now: number): boolean {
  return now >= madeAt && now - madeAt <= MERGE_WINDOW_MS
}

/** What JSON will give back: no `undefined`, no -0. Compared and kept in this form. */
function asStored(change: Change): Change {
  const stored = JSON.parse(JSON.stringify(change)) as Change
  // The key stands in a cell of its own: half a character or a NUL would come back as something else.
  return stored.mergeKey === undefined ? stored : { ...stored, mergeKey: plainText(stored.mergeKey) }
}

/** A text that a cell gives back as it was put in. */
export function plainText(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8').replaceAll('\0', '\uFFFD')
}
