import { existsSync, readFileSync } from 'node:fs'
import { readLogPages } from './wal-pages'

/** What a page of a file of ours is when its header no longer says. */
const DEFAULT_PAGE_BYTES = 4096

/** The pages of a file as they can be had, without SQLite: it gives up at the first that is damaged. */
export interface Pages {
  /** Of page 1 to this one. */
  readonly count: number
  /** Bytes of a page that SQLite uses. */
  readonly usable: number
  /** Null beyond the end. Page numbers begin at 1. */
  page(number: number): Buffer | null
}

/** Reads the file and the log beside it into memory, and touches neither. Throws what the system throws. */
export function readPages(file: string, { withLog } = { withLog: true }): Pages {
  const bytes = readFileSync(file)
  const pageBytes = pageBytesOf(bytes)
  const log = `${file}-wal`
  const newer = withLog && existsSync(log) ? readLogPages(readFileSync(log), pageBytes) : new Map<number, Buffer>()
  const count = Math.max(Math.floor(bytes.length / pageBytes), ...newer.keys())
  return {
    count,
    // No file of ours reserves bytes at the end of its pages; what the first page says of it may be damage.
    usable: pageBytes,
    page(number) {
      const found = newer.get(number)
      if (found !== undefined) return found
      const start = (number - 1) * pageBytes
      return number >= 1 && start + pageBytes <= bytes.length ? bytes.subarray(start, start + pageBytes) : null
    },
  }
}

function pageBytesOf(bytes: Buffer): number {
  if (bytes.length < 18) return DEFAULT_PAGE_BYTES
  const stored = bytes.readUInt16BE(16)
  const size = stored === 1 ? 65_536 : stored
  const isPossible = size >= 512 && (size & (size - 1)) === 0
  return isPossible && bytes.toString('latin1', 0, 6) === 'SQLite' ? size : DEFAULT_PAGE_BYTES
}
