import * as v from 'valibot'
import { Change, ChangeLabel } from '../../domain/change/change'
import type { TapelineRecord } from '../../domain/model/record'
import type { LoggedChange, Tables } from './change-log'
import type { Connection } from './connection'

interface ChangeRow {
  readonly seq: number
  readonly made_at: number
  readonly merge_key: string | null
  readonly label: string
  readonly edits: string
}

/** What is undone is always the newest part of the log, so the search from the end meets it at once. */
const AFTER_LAST_DONE = 'seq > coalesce((SELECT seq FROM change WHERE undone = 0 ORDER BY seq DESC LIMIT 1), -1)'
export const CHANGE_COLUMNS = 'seq, made_at, merge_key, label, edits'

/** The rows of an open file. Statements are prepared once: preparing costs more than running them. */
export class SqliteTables implements Tables {
  readonly #run: (sql: string, ...values: (string | number | null)[]) => void
  readonly #get: (sql: string, ...values: (string | number | null)[]) => unknown

  constructor(db: Connection) {
    const prepared = new Map<string, ReturnType<Connection['prepare']>>()
    const statement = (sql: string) => {
      const known = prepared.get(sql)
      if (known !== undefined) return known
      const made = db.prepare(sql)
      prepared.set(sql, made)
      return made
    }
    this.#run = (sql, ...values) => void statement(sql).run(...values)
    this.#get = (sql, ...values) => statement(sql).get(...values) as unknown
  }

  record(id: string): unknown {
    const row = this.#get('SELECT body FROM record WHERE id = ?', id) as { body: string } | undefined
    return row === undefined ? null : parseOrKeep(row.body)
  }

  /** A record that is there keeps its position in the document. */
  putRecord(record: TapelineRecord): void {
    this.#run(
      `INSERT INTO record (id, type, body) VALUES (?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET type = excluded.type, body = excluded.body`,
      record.id,
      record.type,
      JSON.stringify(record),
    )
  }

  removeRecord(id: string): void {
    this.#run('DELETE FROM record WHERE id = ?', id)
  }

  lastDone() {
    return logged(this.#get(`SELECT ${CHANGE_COLUMNS} FROM change WHERE undone = 0 ORDER BY seq DESC LIMIT 1`))
  }

  firstUndone() {
    return logged(this.#get(`SELECT ${CHANGE_COLUMNS} FROM change WHERE ${AFTER_LAST_DONE} ORDER BY seq LIMIT 1`))
  }

  lastDoneLabel(): ChangeLabel | null {
    return labelOf(this.#get('SELECT label FROM change WHERE undone = 0 ORDER BY seq DESC LIMIT 1'))
  }

  firstUndoneLabel(): ChangeLabel | null {
    return labelOf(this.#get(`SELECT label FROM change WHERE ${AFTER_LAST_DONE} ORDER BY seq LIMIT 1`))
  }

  append(change: Change, madeAt: number): void {
    this.#run(
      'INSERT INTO change (undone, made_at, merge_key, label, edits) VALUES (0, ?, ?, ?, ?)',
      madeAt,
      change.mergeKey ?? null,
      JSON.stringify(change.label),
      JSON.stringify(change.edits),
    )
  }

  replace(seq: number, change: Change): void {
    this.#run('UPDATE change SET edits = ? WHERE seq = ?', JSON.stringify(change.edits), seq)
  }

  remove(seq: number): void {
    this.#run('DELETE FROM change WHERE seq = ?', seq)
  }

  setUndone(seq: number, undone: boolean): void {
    this.#run('UPDATE change SET undone = ? WHERE seq = ?', undone ? 1 : 0, seq)
  }

  dropUndone(): void {
    this.#run(`DELETE FROM change WHERE ${AFTER_LAST_DONE}`)
  }

  /** `octet_length` reads only the row's header, so this stays cheap with long steps. */
  prune(limit: { readonly steps: number; readonly bytes: number }): void {
    const total = this.#get('SELECT count(*) AS steps, sum(octet_length(edits)) AS bytes FROM change') as {
      steps: number
      bytes: number | null
    }
    let { steps } = total
    let bytes = total.bytes ?? 0
    while (steps > 1 && (steps > limit.steps || bytes > limit.bytes)) {
      const oldest = this.#get('SELECT seq, octet_length(edits) AS bytes FROM change ORDER BY seq LIMIT 1') as {
        seq: number
        bytes: number
      }
      this.remove(oldest.seq)
      steps -= 1
      bytes -= oldest.bytes
    }
  }

  revision(): number {
    const row = this.#get("SELECT value FROM meta WHERE key = 'revision'") as { value: string } | undefined
    return Number(row?.value ?? 0)
  }

  setRevision(revision: number): void {
    this.#run("INSERT OR REPLACE INTO meta (key, value) VALUES ('revision', ?)", String(revision))
  }
}

function parseOrKeep(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

export function logged(row: unknown): LoggedChange | 'unreadable' | null {
  if (row === undefined) return null
  const { seq, made_at: madeAt, merge_key: mergeKey, label, edits } = row as ChangeRow
  const change = v.safeParse(Change, {
    label: parseOrKeep(label),
    ...(mergeKey === null ? {} : { mergeKey }),
    edits: parseOrKeep(edits),
  })
  return change.success ? { seq, madeAt, change: change.output } : 'unreadable'
}

function labelOf(row: unknown): ChangeLabel | null {
  if (row === undefined) return null
  const label = v.safeParse(ChangeLabel, parseOrKeep((row as { label: string }).label))
  return label.success ? label.output : null
}
