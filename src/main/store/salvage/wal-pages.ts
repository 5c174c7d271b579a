const HEADER_BYTES = 32
const FRAME_BYTES = 24

/** A page as one commit of the log left it. */
export interface LogFrame {
  readonly number: number
  readonly page: Buffer
}

/** The pages that a write-ahead log holds beyond the file, up to its last whole commit. */
export function readLogPages(log: Buffer, pageBytes: number): Map<number, Buffer> {
  return new Map(readLogFrames(log, pageBytes).map(({ number, page }) => [number, page]))
}

/**
 * The same in the order in which they were written (https://www.sqlite.org/fileformat2.html, 4). Empty when the log
 * is of another page size, or is none.
 */
export function readLogFrames(log: Buffer, pageBytes: number): LogFrame[] {
  const committed: LogFrame[] = []
  if (log.length < HEADER_BYTES) return committed
  const magic = log.readUInt32BE(0)
  if ((magic !== 0x377f0682 && magic !== 0x377f0683) || log.readUInt32BE(8) !== pageBytes) return committed
  const sum = checksummer(log, magic === 0x377f0683)
  if (!sum.covers(0, 24, 24)) return committed

  let pending: LogFrame[] = []
  for (let at = HEADER_BYTES; at + FRAME_BYTES + pageBytes <= log.length; at += FRAME_BYTES + pageBytes) {
    // Frames of an earlier round of the log carry other salts.
    if (log.compare(log, 16, 24, at + 8, at + 16) !== 0) break
    sum.add(at, 8)
    if (!sum.covers(at + FRAME_BYTES, pageBytes, at + 16)) break
    const page = log.subarray(at + FRAME_BYTES, at + FRAME_BYTES + pageBytes)
    pending.push({ number: log.readUInt32BE(at), page })
    if (log.readUInt32BE(at + 4) === 0) continue
    committed.push(...pending)
    pending = []
  }
  return committed
}

/** The running checksum of the log, in the byte order that its first word names. */
function checksummer(log: Buffer, isBigEndian: boolean) {
  let [a, b] = [0, 0]
  const word = (at: number) => (isBigEndian ? log.readUInt32BE(at) : log.readUInt32LE(at))
  const add = (start: number, length: number) => {
    for (let at = start; at < start + length; at += 8) {
      a = (a + word(at) + b) >>> 0
      b = (b + word(at + 4) + a) >>> 0
    }
  }
  return {
    add,
    /** Adds these bytes, and says whether the sum is then the one kept at `kept`. */
    covers(start: number, length: number, kept: number): boolean {
      add(start, length)
      return a === log.readUInt32BE(kept) && b === log.readUInt32BE(kept + 4)
    },
  }
}
