import type { Pages } from './damaged-pages'

/** A value of a row: whole numbers beyond 2^53 and floating ones are not of our tables. */
export type Value = string | number | null

export interface Row {
  /** Null in a tree without row numbers. */
  readonly rowid: number | null
  readonly values: readonly Value[]
  /** The pages that its text goes on in. */
  readonly overflow: readonly number[]
}

/** No row of ours is longer (`connection.ts`). */
const MOST_BYTES = 50_000_000
const MOST_COLUMNS = 16

/** A cell of a page; null where the bytes are none (https://www.sqlite.org/fileformat2.html, 1.6 and 2.1). */
export function readCell(pages: Pages, page: Buffer, start: number, tree: 'table' | 'index'): Row | null {
  const length = readVarint(page, start)
  if (length === null || length.value < 2 || length.value > MOST_BYTES) return null
  let at = length.next
  let rowid: number | null = null
  if (tree === 'table') {
    const read = readVarint(page, at)
    if (read === null) return null
    rowid = read.value
    at = read.next
  }
  const payload = readPayload(pages, page, at, length.value, tree)
  if (payload === null) return null
  const values = readValues(payload.bytes)
  return values === null ? null : { rowid, values, overflow: payload.overflow }
}

function readPayload(pages: Pages, page: Buffer, at: number, length: number, tree: 'table' | 'index') {
  const { usable } = pages
  const most = tree === 'table' ? usable - 35 : Math.floor(((usable - 12) * 64) / 255) - 23
  const least = Math.floor(((usable - 12) * 32) / 255) - 23
  const wished = least + ((length - least) % (usable - 4))
  const local = length <= most ? length : wished <= most ? wished : least
  if (at + local + (local < length ? 4 : 0) > usable) return null
  const chunks = [page.subarray(at, at + local)]
  const overflow: number[] = []
  let missing = length - local
  let next = missing > 0 ? page.readUInt32BE(at + local) : 0
  while (missing > 0) {
    const more = next > 1 ? pages.page(next) : null
    // A chain cannot be longer than the file; one that turns in a circle would be.
    if (more === null || overflow.length >= pages.count) return null
    overflow.push(next)
    chunks.push(more.subarray(4, 4 + Math.min(missing, usable - 4)))
    missing -= usable - 4
    next = more.readUInt32BE(0)
  }
  return { bytes: chunks.length === 1 ? (chunks[0] ?? page) : Buffer.concat(chunks), overflow }
}

function readValues(bytes: Buffer): Value[] | null {
  const header = readVarint(bytes, 0)
  if (header === null || header.value > bytes.length || header.value > 2 + 9 * MOST_COLUMNS) return null
  const values: Value[] = []
  let at = header.next
  let body = header.value
  while (at < header.value) {
    const type = readVarint(bytes, at)
    if (type === null || type.next > header.value || values.length === MOST_COLUMNS) return null
    const size = sizeOf(type.value)
    if (size === null || body + size > bytes.length) return null
    const value = valueOf(bytes, body, type.value, size)
    if (value === undefined) return null
    values.push(value)
    body += size
    at = type.next
  }
  return body === bytes.length ? values : null
}

/** Of a serial type; null for one that our tables do not use. */
function sizeOf(type: number): number | null {
  if (type <= 4) return type
  if (type === 5) return 6
  if (type === 6) return 8
  if (type === 8 || type === 9) return 0
  return type >= 13 && type % 2 === 1 ? (type - 13) / 2 : null
}

function valueOf(bytes: Buffer, at: number, type: number, size: number): Value | undefined {
  if (type === 0) return null
  if (type === 8 || type === 9) return type - 8
  if (type >= 13) return bytes.toString('utf8', at, at + size)
  if (size <= 6) return bytes.readIntBE(at, size)
  const value = Number(bytes.readBigInt64BE(at))
  return Number.isSafeInteger(value) ? value : undefined
}

/** At most nine bytes; null past the end or beyond 2^53. */
function readVarint(bytes: Buffer, start: number): { readonly value: number; readonly next: number } | null {
  let value = 0
  for (let n = 0; n < 8; n += 1) {
    const byte = bytes[start + n]
    if (byte === undefined) return null
    value = value * 128 + (byte & 0x7f)
    if (value > Number.MAX_SAFE_INTEGER) return null
    if (byte < 0x80) return { value, next: start + n + 1 }
  }
  return null
}
