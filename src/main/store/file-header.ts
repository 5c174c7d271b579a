import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

/** "Tape" in ASCII, at byte 68 of every workspace file. */
export const APPLICATION_ID = 0x54617065

const MAGIC = 'SQLite format 3\0'
const HEADER_BYTES = 100

export type Header =
  | { readonly kind: 'workspace'; readonly version: number }
  | { readonly kind: 'missing' }
  | { readonly kind: 'damaged' | 'foreign' | 'inaccessible'; readonly detail: string }

/**
 * Reads the first 100 bytes without SQLite, which takes an empty file for a valid one and answers 0
 * to `PRAGMA application_id` of a stump (https://www.sqlite.org/fileformat2.html, 1.3).
 */
export function readHeader(file: string): Header {
  let descriptor: number
  try {
    descriptor = openSync(file, 'r')
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return { kind: 'missing' }
    return { kind: 'inaccessible', detail: messageOf(error) }
  }
  try {
    const stat = fstatSync(descriptor)
    if (!stat.isFile()) return { kind: 'foreign', detail: 'is not a file' }
    const bytes = Buffer.alloc(HEADER_BYTES)
    const count = readSync(descriptor, bytes, 0, HEADER_BYTES, 0)
    return judge(bytes.subarray(0, count), stat.size)
  } catch (error) {
    return { kind: 'inaccessible', detail: messageOf(error) }
  } finally {
    closeSync(descriptor)
  }
}

function judge(bytes: Buffer, size: number): Header {
  const damaged = (detail: string): Header => ({ kind: 'damaged', detail })
  if (size === 0) return damaged('is empty (0 bytes)')
  if (bytes.every((byte) => byte === 0)) return damaged('begins with zeroes')
  const magic = bytes.toString('latin1', 0, MAGIC.length)
  if (!MAGIC.startsWith(magic)) return { kind: 'foreign', detail: 'is not an SQLite file' }
  if (bytes.length < HEADER_BYTES) return damaged(`is cut off after ${String(size)} bytes`)
  const applicationId = bytes.readUInt32BE(68)
  if (applicationId !== APPLICATION_ID)
    return { kind: 'foreign', detail: `is an SQLite file of another program (application id ${String(applicationId)})` }
  const stored = bytes.readUInt16BE(16)
  const pageSize = stored === 1 ? 65_536 : stored
  if (pageSize < 512 || (pageSize & (pageSize - 1)) !== 0)
    return damaged(`has no valid page size (${String(pageSize)})`)
  if (size % pageSize !== 0)
    return damaged(`is cut off: ${String(size)} bytes are not whole pages of ${String(pageSize)}`)
  const version = bytes.readInt32BE(60)
  return version < 1 ? damaged(`has no valid version (${String(version)})`) : { kind: 'workspace', version }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
