import type { Change } from '../../domain/change/change'
import type { Problem } from '../../domain/model/problem'
import type { TapelineRecord } from '../../domain/model/record'
import { commit, historyOf, redo, undo, type LoggedChange, type LogLimit, type Tables } from './change-log'
import type { Contents } from './contents'
import {
  refuse,
  type AuthorPort,
  type Clock,
  type DocumentStore,
  type Draft,
  type History,
  type RecordReading,
  type Step,
  type Stored,
  type StoreReply,
} from './document-store'
import { readingOfRecords } from './record-reading'
import {
  pageOf,
  wayTo,
  wholeStep,
  type Side,
  type StepPage,
  type StepRows,
  type Way,
  type WholeStep,
} from './step-list'

interface Row extends LoggedChange {
  readonly undone: boolean
  /** Of the JSON of its edits: what a file would take for it. */
  readonly bytes: number
}

interface MemoryStoreOptions {
  readonly clock: Clock
  readonly author?: AuthorPort
  readonly readOnly?: boolean
  /** The file it was read from, when it shows a file that must not be written. */
  readonly file?: string
  readonly problems?: Problem[]
}

/** A document without a file behind it, or a copy of one that may only be looked at. */
export class MemoryStore implements DocumentStore {
  readonly file: string | null
  readonly readOnly: boolean
  readonly #clock: Clock
  readonly #author: AuthorPort
  readonly #problems: Problem[]
  readonly #drafts = new Map<string, Draft>()
  readonly #tables: MemoryTables

  constructor(records: Iterable<TapelineRecord>, options: MemoryStoreOptions) {
    this.file = options.file ?? null
    this.readOnly = options.readOnly ?? false
    this.#clock = options.clock
    this.#author = options.author ?? (() => null)
    this.#problems = options.problems ?? []
    this.#tables = new MemoryTables(records)
  }

  records(): Stored {
    return { records: [...this.#tables.rows.values()], problems: this.#problems, damagedSteps: [] }
  }

  rowCount(): number {
    return this.#tables.rows.size + this.#problems.length
  }

  textBytes(): number {
    let characters = 0
    for (const record of this.#tables.rows.values()) characters += JSON.stringify(record).length
    return characters
  }

  reading(sampleRows: number): RecordReading {
    const records = [...this.#tables.rows.values()]
    return readingOfRecords(records, this.#problems, sampleRows, () => this.#tables.revision())
  }

  damagedSteps(): number[] {
    return []
  }

  history(): History {
    return historyOf(this.#tables)
  }

  commit(change: unknown): StoreReply<History> {
    return this.#write(() => commit(this.#tables, change, { now: this.#clock(), author: this.#author() || null }))
  }

  undo(): StoreReply<Step> {
    return this.#write(() => undo(this.#tables))
  }

  redo(): StoreReply<Step> {
    return this.#write(() => redo(this.#tables))
  }

  copyTo(file: string): StoreReply<null> {
    return refuse('read-only', 'this document stands in no file of its own', file)
  }

  copied(): Promise<StoreReply<Contents>> {
    return Promise.resolve(refuse('read-only', 'this document stands in no file of its own', this.file ?? undefined))
  }

  whenCopied(): Promise<void> {
    return Promise.resolve()
  }

  steps(range: { before: number | null; limit: number }): StoreReply<StepPage> {
    return { ok: true, value: pageOf(this.#tables, range) }
  }

  step(seq: number): StoreReply<WholeStep> {
    return wholeStep(this.#tables, seq)
  }

  wayTo(place: { seq: number; side: Side }): StoreReply<Way> {
    return wayTo(this.#tables, place)
  }

  drafts(): StoreReply<Draft[]> {
    return { ok: true, value: [...this.#drafts.values()].sort((a, b) => b.madeAt - a.madeAt) }
  }

  writeDraft({ key, body }: { key: string; body: string }): StoreReply<null> {
    return this.#write(() => {
      this.#drafts.set(key, { key, madeAt: this.#clock(), body })
      return { ok: true, value: null }
    })
  }

  dropDraft(key: string): StoreReply<null> {
    this.#drafts.delete(key)
    return { ok: true, value: null }
  }

  look(): null {
    return null
  }

  close(): void {
    this.#tables.rows.clear()
  }

  #write<T>(work: () => StoreReply<T>): StoreReply<T> {
    return this.readOnly ? refuse('read-only', 'this workspace takes no edits', this.file ?? undefined) : work()
  }
}

/** Needs no transaction: the rules check everything before they write, and these writes cannot fail. */
class MemoryTables implements Tables, StepRows {
  readonly rows: Map<string, TapelineRecord>
  #log: Row[] = []
  #seq = 0
  #revision = 0

  constructor(records: Iterable<TapelineRecord>) {
    this.rows = new Map(Array.from(records, (record) => [record.id, record]))
  }

  record(id: string) {
    return this.rows.get(id)
  }
  putRecord(record: TapelineRecord) {
    this.rows.set(record.id, record)
  }
  removeRecord(id: string) {
    this.rows.delete(id)
  }
  lastDone() {
    return this.#log.findLast((row) => !row.undone) ?? null
  }
  firstUndone() {
    return this.#log.find((row) => row.undone) ?? null
  }
  lastDoneLabel() {
    return this.lastDone()?.change.label ?? null
  }
  firstUndoneLabel() {
    return this.firstUndone()?.change.label ?? null
  }
  append(change: Change, madeAt: number, author: string | null) {
    this.#seq += 1
    this.#log.push({ seq: this.#seq, madeAt, author, change, undone: false, bytes: bytesOf(change) })
  }
  replace(seq: number, change: Change) {
    this.#log = this.#log.map((row) => (row.seq === seq ? { ...row, change, bytes: bytesOf(change) } : row))
  }
  remove(seq: number) {
    this.#log = this.#log.filter((row) => row.seq !== seq)
  }
  setUndone(seq: number, undone: boolean) {
    this.#log = this.#log.map((row) => (row.seq === seq ? { ...row, undone } : row))
  }
  dropUndone() {
    this.#log = this.#log.filter((row) => !row.undone)
  }
  prune(limit: LogLimit) {
    let bytes = this.#log.reduce((sum, row) => sum + row.bytes, 0)
    let dropped = 0
    while (this.#log.length - dropped > 1 && (this.#log.length - dropped > limit.steps || bytes > limit.bytes)) {
      bytes -= this.#log[dropped]?.bytes ?? 0
      dropped += 1
    }
    if (dropped > 0) this.#log = this.#log.slice(dropped)
  }
  order() {
    return this.#log.toReversed()
  }
  step(seq: number) {
    return this.#log.find((row) => row.seq === seq) ?? null
  }
  listSteps(before: number | null, limit: number) {
    const older = this.#log.filter((row) => before === null || row.seq < before)
    return older
      .toReversed()
      .slice(0, limit)
      .map(({ seq, madeAt, author, undone, change: { label, mergeKey, edits } }) => ({
        seq,
        madeAt,
        author,
        undone,
        merges: mergeKey !== undefined,
        content: { label, records: Object.keys(edits).length },
      }))
  }
  revision() {
    return this.#revision
  }
  setRevision(revision: number) {
    this.#revision = revision
  }
}

const bytesOf = ({ edits }: Change): number => Buffer.byteLength(JSON.stringify(edits))
