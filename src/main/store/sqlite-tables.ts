import type { Change, ChangeLabel } from '../../domain/change/change'
import type { TapelineRecord } from '../../domain/model/record'
import { DAMAGED, type LogLimit, type Tables } from './change-log'
import type { Prepare } from './prepared'
import { recordChecksum, type RecordCells } from './row-checksum'
import { jsonOrText, loggedChange, partsOf, putStep, readStep, readStepLabel } from './step-rows'

/** What is undone is always the newest part of the log, so the search from the end meets it at once. */
const AFTER_LAST_DONE = 'seq > coalesce((SELECT seq FROM change WHERE undone = 0 ORDER BY seq DESC LIMIT 1), -1)'
const LAST_DONE = 'undone = 0 ORDER BY seq DESC LIMIT 1'
const FIRST_UNDONE = `${AFTER_LAST_DONE} ORDER BY seq LIMIT 1`

/** The rows of an open file. */
export class SqliteTables implements Tables {
  readonly #prepare: Prepare

  constructor(prepare: Prepare) {
    this.#prepare = prepare
  }

  record(id: string): unknown {
    const row = this.#get('SELECT position, id, type, checksum, body FROM record WHERE id = ?', id) as
      (RecordCells & { readonly checksum: number }) | undefined
    if (row === undefined) return null
    return recordChecksum(row) === row.checksum ? jsonOrText(row.body) : DAMAGED
  }

  /** A record that is there keeps its position in the document. */
  putRecord(record: TapelineRecord): void {
    const { id, type } = record
    const row = this.#get('SELECT position FROM record WHERE id = ?', id) as { position: number } | undefined
    const cells = { position: row?.position ?? this.#nextPosition(), id, type, body: JSON.stringify(record) }
    const checksum = recordChecksum(cells)
    if (row === undefined)
      this.#run(
        'INSERT INTO record (position, id, type, checksum, body) VALUES (?, ?, ?, ?, ?)',
        cells.position,
        id,
        type,
        checksum,
        cells.body,
      )
    else this.#run('UPDATE record SET type = ?, checksum = ?, body = ? WHERE id = ?', type, checksum, cells.body, id)
  }

  removeRecord(id: string): void {
    this.#run('DELETE FROM record WHERE id = ?', id)
  }

  lastDone() {
    return loggedChange(readStep(this.#prepare, LAST_DONE))
  }

  firstUndone() {
    return loggedChange(readStep(this.#prepare, FIRST_UNDONE))
  }

  lastDoneLabel(): ChangeLabel | null {
    return readStepLabel(this.#prepare, LAST_DONE)
  }

  firstUndoneLabel(): ChangeLabel | null {
    return readStepLabel(this.#prepare, FIRST_UNDONE)
  }

  append(change: Change, madeAt: number, author: string | null): void {
    const seq = (this.#get('SELECT coalesce(max(seq), 0) + 1 AS seq FROM change') as { seq: number }).seq
    this.#put({ seq, undone: 0, madeAt, author }, change)
  }

  replace(seq: number, change: Change): void {
    const { undone, made_at: madeAt, author } = this.#whole(seq).cells
    this.#put({ seq, undone, madeAt, author }, change)
  }

  remove(seq: number): void {
    this.#run('DELETE FROM change WHERE seq = ?', seq)
  }

  setUndone(seq: number, undone: boolean): void {
    const { cells, parts } = this.#whole(seq)
    putStep(this.#prepare, { cells: { ...cells, undone: undone ? 1 : 0 }, parts })
  }

  dropUndone(): void {
    this.#run(`DELETE FROM change WHERE ${AFTER_LAST_DONE}`)
  }

  /** `octet_length` reads only the row's header, so this stays cheap with long steps. */
  prune(limit: LogLimit): void {
    const total = this.#get(
      `SELECT count(*) AS steps, coalesce(sum(octet_length(edits)), 0)
        + (SELECT coalesce(sum(octet_length(edits)), 0) FROM change_part) AS bytes FROM change`,
    ) as { steps: number; bytes: number }
    let { steps, bytes } = total
    while (steps > 1 && (steps > limit.steps || bytes > limit.bytes)) {
      const oldest = this.#get(
        `SELECT seq, octet_length(edits) + coalesce((SELECT sum(octet_length(edits)) FROM change_part
          WHERE change_part.seq = change.seq), 0) AS bytes FROM change ORDER BY seq LIMIT 1`,
      ) as { seq: number; bytes: number }
      this.remove(oldest.seq)
      steps -= 1
      bytes -= oldest.bytes
    }
  }

  /** It is a counter and no part of the document: a damaged one begins again. */
  revision(): number {
    const row = this.#get("SELECT value FROM meta WHERE key = 'revision'") as { value: string } | undefined
    const revision = Number(row?.value ?? 0)
    return Number.isSafeInteger(revision) && revision >= 0 ? revision : 0
  }

  setRevision(revision: number): void {
    this.#run("INSERT OR REPLACE INTO meta (key, value) VALUES ('revision', ?)", String(revision))
  }

  #nextPosition(): number {
    return (this.#get('SELECT coalesce(max(position), 0) + 1 AS next FROM record') as { next: number }).next
  }

  /** Only a step that was just read is written again. */
  #whole(seq: number) {
    const step = readStep(this.#prepare, 'seq = ?', seq)
    if (step === null || step === 'unreadable') throw new Error(`step ${String(seq)} of the log cannot be read`)
    return step
  }

  #put(
    { seq, undone, madeAt, author }: { seq: number; undone: number; madeAt: number; author: string | null },
    { label, mergeKey, edits }: Change,
  ): void {
    const cells = {
      seq,
      undone,
      made_at: madeAt,
      author,
      merge_key: mergeKey ?? null,
      label: JSON.stringify(label),
      records: Object.keys(edits).length,
    }
    putStep(this.#prepare, { cells, parts: partsOf(edits) })
  }

  #run(sql: string, ...values: (string | number | null)[]): void {
    this.#prepare(sql).run(...values)
  }

  #get(sql: string, ...values: (string | number | null)[]): unknown {
    return this.#prepare(sql).get(...values)
  }
}
