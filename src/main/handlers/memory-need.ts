import type { RecordsToCome } from '../../ipc/values'

/**
 * Whether a document fits into the memory of this computer, told before it is read: a page that runs out of memory
 * dies without a word. A million events of 270 bytes took 690 MB when they lay still and 1.0 GB while they came in;
 * these figures leave half as much again, for the index of the search and for edits.
 */
const BYTES_PER_RECORD = 700
const BYTES_PER_TEXT_BYTE = 2.5
/** The page without a document, and what is needed while parts are on their way. */
const BASE_BYTES = 200_000_000
/** No page of Chromium's gets more for its records, however much memory there is. */
const MOST_HEAP_BYTES = 3_500_000_000

export interface Memory {
  readonly totalBytes: number
  readonly freeBytes: number
}

export const neededBytes = (rows: number, textBytes: number): number =>
  BASE_BYTES + rows * BYTES_PER_RECORD + textBytes * BYTES_PER_TEXT_BYTE

/** What is too much, and how much would not be; null when it fits. */
export function excess(rows: number, textBytes: number, memory: Memory): RecordsToCome['tooLarge'] {
  const needed = neededBytes(rows, textBytes)
  const heapBytes = Math.min(memory.totalBytes / 4, MOST_HEAP_BYTES)
  const limit = memory.freeBytes < heapBytes ? 'free-memory' : 'page'
  const roomBytes = Math.min(memory.freeBytes, heapBytes)
  if (needed <= roomBytes) return null
  const perRecord = (needed - BASE_BYTES) / rows
  const mostRecords = Math.max(0, Math.floor((roomBytes - BASE_BYTES) / perRecord))
  return { neededBytes: needed, roomBytes, limit, mostRecords }
}
