import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import type { Connection } from './connection'
import { readPages, type Pages } from './salvage/damaged-pages'
import { readCell } from './salvage/read-cell'
import { cellsOf, LEAF_INDEX, walkTree } from './salvage/walk-tree'
import { readLogFrames } from './salvage/wal-pages'

/** The log is written back into the file beyond this size; SQLite would do so at about the same. */
const MOST_LOG_BYTES = 4_000_000
const KEY = 'log-token'

/**
 * Begins a new log: writes the old one back into the file, with a new token in both. SQLite itself would replay a
 * log into whatever file stands under the name; the token says which one it belongs to.
 */
export function renewLog(db: Connection): void {
  const read = db.prepare('SELECT value FROM meta WHERE key = ?')
  const write = db.prepare('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)')
  const old = tokenIn((read.get(KEY) as { value: string } | undefined)?.value ?? '')
  const token = randomUUID()
  // Until it is in the file the log must say what the file still has, and after that no more.
  write.run(KEY, `${token} ${old}`)
  db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  write.run(KEY, token)
}

const tokenIn = (value: string): string => value.split(' ')[0] ?? ''
const tokenBefore = (value: string): string | undefined => value.split(' ')[1]

export function isLogLong(file: string): boolean {
  return (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > MOST_LOG_BYTES
}

/** A copy is another file: no log of the original may be replayed into it. */
export function forgetToken(db: Connection): void {
  db.prepare('DELETE FROM meta WHERE key = ?').run(KEY)
}

/**
 * Whether the log beside a file was begun on this very file in this very state. A file that cannot be read, or a log
 * that says nothing, is left to the checks that follow.
 */
export function logBelongs(file: string): boolean {
  const log = `${file}-wal`
  if (!existsSync(log)) return true
  const pages = readPages(file, { withLog: false })
  const root = walkTree(pages, 1).rows.find(({ values }) => values[1] === 'meta')?.values[3]
  if (typeof root !== 'number') return true
  const own = valueOn(pages, pages.page(root))
  if (own === null) return true
  const frames = readLogFrames(readFileSync(log), pages.usable)
  if (frames.length === 0) return true
  // Every write of ours goes through that table, so a log without it is of a file that has it elsewhere.
  const values = frames.filter(({ number }) => number === root).map(({ page }) => valueOn(pages, page))
  const [first, last] = [values.at(0), values.at(-1)]
  // Not there, or in that place the page of another table.
  if (typeof first !== 'string' || typeof last !== 'string') return false
  // The last one where the power went while the log was written back.
  return [tokenIn(first), tokenBefore(first), tokenIn(last)].includes(tokenIn(own))
}

/** The table of single values is one page. Empty where it has no token, as in version 1; null where it is damaged. */
function valueOn(pages: Pages, page: Buffer | null): string | null {
  const cells = page?.[0] === LEAF_INDEX ? cellsOf(page, 0, false, pages.usable) : null
  if (page === null || cells === null) return null
  const rows = cells.map((at) => readCell(pages, page, at, 'index'))
  if (!rows.some((row) => row?.values[0] === 'revision')) return null
  return String(rows.find((row) => row?.values[0] === KEY)?.values[1] ?? '')
}
