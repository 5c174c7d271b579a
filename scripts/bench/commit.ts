import { DatabaseSync } from '@photostructure/sqlite'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openWorkspaceFile } from '../../src/main/store/open-workspace-file'
import { openLarge } from './large/workspace'

const RECORDS = 100_000
const COMMITS = 1_000
/** Fills the log, so that each commit that counts also drops the oldest step. */
const WARM_UP = 1_000
const EDITED = WARM_UP + COMMITS
const OPENINGS = 5
/** Of an acknowledged commit, in milliseconds. */
const BUDGET = { median: 5, p99: 20 }

const folder = mkdtempSync(join(tmpdir(), 'tapeline-bench-'))
try {
  process.exitCode = bench()
} finally {
  rmSync(folder, { recursive: true })
}

function bench(): number {
  const { store, file, events } = openLarge(folder, RECORDS, EDITED)
  const records = store.records().records.length
  const bare = bareTable(join(folder, 'bare.db'))

  // In turns, so that what else the machine does meets both.
  const commits: number[] = []
  const inserts: number[] = []
  for (let n = 0; n < EDITED; n += 1) {
    const from = events[n]
    if (from === undefined) throw new Error('there are too few events')
    const to = { ...from, name: { ...from.name, en: `Renamed ${String(n)}` } }
    const change = { label: { action: 'rename', subject: from.name }, edits: { [from.id]: { from, to } } }
    const text = JSON.stringify(change)
    const commitMs = timed(() => {
      const reply = store.commit(change)
      if (!reply.ok) throw new Error(reply.error.message)
    })
    const insertMs = timed(() => bare.insert(text))
    if (n < WARM_UP) continue
    commits.push(commitMs)
    inserts.push(insertMs)
  }
  store.close()
  bare.close()
  const openings = Array.from({ length: OPENINGS }, () => timed(() => readAgain(file, records)))

  console.log(
    `workspace of ${String(RECORDS)} events, ${(statSync(file).size / 1e6).toFixed(0)} MB; ${String(COMMITS)} commits`,
  )
  const commit = report('acknowledged commit', commits)
  report('bare insert, synchronous=FULL', inserts)
  report('opened, checked and read whole', openings)
  const good = commit.median <= BUDGET.median && commit.p99 <= BUDGET.p99
  console.log(`asked: ${String(BUDGET.median)} ms median, ${String(BUDGET.p99)} ms p99: ${good ? 'kept' : 'NOT KEPT'}`)
  return good ? 0 : 1
}

function readAgain(file: string, records: number): void {
  const opened = openWorkspaceFile(file, { clock: Date.now, onTrouble: (trouble) => console.error(trouble) })
  if (opened.kind !== 'open') throw new Error(JSON.stringify(opened))
  if (opened.store.records().records.length !== records) throw new Error('records are missing')
  opened.store.close()
}

function bareTable(file: string) {
  const db = new DatabaseSync(file)
  db.exec('PRAGMA locking_mode = exclusive; PRAGMA journal_mode = wal; PRAGMA synchronous = full')
  db.exec('CREATE TABLE line (id INTEGER PRIMARY KEY, body TEXT)')
  const statement = db.prepare('INSERT INTO line (body) VALUES (?)')
  return { insert: (text: string) => void statement.run(text), close: () => db.close() }
}

function timed(work: () => void): number {
  const started = performance.now()
  work()
  return performance.now() - started
}

function report(name: string, times: number[]) {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? Number.NaN
  const [median, p99, worst] = [at(0.5), at(0.99), at(1)]
  console.log(
    `  ${name.padEnd(32)} median ${median.toFixed(2)} ms   p99 ${p99.toFixed(2)} ms   worst ${worst.toFixed(2)} ms`,
  )
  return { median, p99 }
}
