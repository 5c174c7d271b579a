import type { Change, ChangeLabel } from '../../domain/change/change'
import type { Problem } from '../../domain/model/problem'
import type { TapelineRecord } from '../../domain/model/record'
import type { Contents } from './contents'
import type { Side, StepPage, Way, WholeStep } from './step-list'

/** Milliseconds since 1970 in UTC. A port, so that tests decide what time it is. */
export type Clock = () => number

/** The name of whoever edits now; null or empty where nobody said. */
export type AuthorPort = () => string | null

/** What undo and redo would do now. `revision` counts every commit, undo and redo of this file. */
export interface History {
  readonly revision: number
  readonly undo: ChangeLabel | null
  readonly redo: ChangeLabel | null
}

export interface StoreError {
  readonly code: 'invalid' | 'stale' | 'nothing' | 'not-found' | 'read-only' | 'storage' | 'corrupt'
  readonly message: string
  readonly path?: string
}

export type StoreReply<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: StoreError }

export interface Stored {
  readonly records: TapelineRecord[]
  /** Rows that are there but are damaged or have not the form of a record. They are left alone. */
  readonly problems: Problem[]
  /** Steps of the log that cannot be read any more, by their number. Undo stops at them. */
  readonly damagedSteps: number[]
}

/** Some records in the order of their places, and what could not be read among them. */
export interface RecordBatch {
  readonly places: readonly number[]
  readonly records: readonly TapelineRecord[]
  readonly problems: readonly Problem[]
  /** How many rows were looked at: records and problems. */
  readonly rows: number
}

/**
 * All records, read a few at a time. First comes a picture of the whole in small: about `sampleRows` of them, spread
 * evenly over the document, and all that is no event where that is no more than `sampleRows`. Then the rest. Each of
 * the two is in the document's order, and no batch has some of both.
 */
export interface RecordReading {
  /** The next rows; null when there are no more, `changed` when the document is another one by now. */
  next(atMost: number): RecordBatch | 'changed' | null
  /** Whether the document was edited since the reading began. */
  changed(): boolean
}

/** What was typed somewhere and is not saved. It is no part of the document, nor of its history. */
export interface Draft {
  /** Where it was typed; a later text of the same place takes its place. */
  readonly key: string
  /** ms since 1970 in UTC. */
  readonly madeAt: number
  /** As it was handed in; null when the row is damaged. */
  readonly body: string | null
}

/** A step taken back or made again, as the caller must apply it to its own copy. */
export interface Step {
  readonly applied: Change
  readonly history: History
}

/** The bytes of the open file, to be read through a descriptor that is never closed while the file is open. */
export interface CopySource {
  readonly file: string
  readonly descriptor: number
}

/**
 * A workspace that is open. Saving is `commit`: when it has answered ok, the change is on the disk.
 * A refusal leaves everything as it was.
 */
export interface DocumentStore {
  /** Null when it lives in memory only. */
  readonly file: string | null
  readonly readOnly: boolean
  records(): Stored
  /** How many rows `records` reads. */
  rowCount(): number
  /** How many bytes of text stand in them. */
  textBytes(): number
  reading(sampleRows: number): RecordReading
  /** Of the log: see `Stored`. */
  damagedSteps(): number[]
  history(): History
  commit(change: unknown): StoreReply<History>
  undo(): StoreReply<Step>
  redo(): StoreReply<Step>
  /**
   * Writes the whole workspace, as it is now, to a file that is not there yet, and checks it before it gets
   * its name. All on this thread: for a workspace that stepped back from its file (`look`).
   */
  copyTo(file: string): StoreReply<null>
  /**
   * Lets `work` copy the bytes of the file, elsewhere than on this thread, and answers with what the
   * copy must hold. Refused if something was written meanwhile; whoever writes waits for `whenCopied`.
   */
  copied(work: (source: CopySource) => Promise<StoreReply<null>>): Promise<StoreReply<Contents>>
  /** Settles when no copy is under way, or after so long: an edit is worth more than a copy. Never rejects. */
  whenCopied(atMostMs?: number): Promise<void>
  /** The steps of the log, newest first; `before`: only those older than that one. */
  steps(range: { before: number | null; limit: number }): StoreReply<StepPage>
  /** One step with its records. `nothing`: the log has it no more; `corrupt`: it cannot be read. */
  step(seq: number): StoreReply<WholeStep>
  /** What to take back to be at the state before or after a step. Errors as of `step`. */
  wayTo(place: { seq: number; side: Side }): StoreReply<Way>
  /** Newest first. */
  drafts(): StoreReply<Draft[]>
  writeDraft(draft: { key: string; body: string }): StoreReply<null>
  /** Good also for one that is not there. */
  dropDraft(key: string): StoreReply<null>
  /**
   * What another program did to the open file; null while it is as we left it. From the first time on nothing
   * is saved into it, and what is open here is kept in a copy.
   */
  look(): string | null
  close(): void
}

export const refuse = (code: StoreError['code'], message: string, path?: string): StoreReply<never> => ({
  ok: false,
  error: { code, message, ...(path === undefined ? {} : { path }) },
})
