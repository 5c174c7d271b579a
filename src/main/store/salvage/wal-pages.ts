const HEADER_BYTES = 32
const FRAME_BYTES = 24

/**
 * The pages that a write-ahead log holds beyond the file, up to its last whole commit
 * (https://www.sqlite.org/fileformat2.html, 4). Empty when it is of another page size, or is none.
 */
export function readLogPages(log: Buffer, pageBytes: number): Map<number, Buffer> {
  const committed = new Map<number, Buffer>()
  if (log.length < HEADER_BYTES) return committed
  const magic = log.readUInt32BE(0)
  if ((magic !== 0x377f0682 && magic !== 0x377f0683) || log.readUInt32BE(8) !== pageBytes) return committed
  const sum = checksummer(log, magic === 0x377f0683)
  if (!sum.covers(0, 24, 24)) return committed

  const pending = new Map<number, Buffer>()
  for (let at = HEADER_BYTES; at + FRAME_BYTES + pageBytes <= log.length; at += FRAME_BYTES + pageBytes) {
    // Frames of an earlier round of the log carry other salts.
    if (log.compare(log, 16, 24, at + 8, at + 16) !== 0) break
    sum.add(at, 8)
    if (!sum.covers(at + FRAME_BYTES, pageBytes, at + 16)) break
    pending.set(log.readUInt32BE(at), log.subarray(at + FRAME_BYTES, at + FRAME_BYTES + pageBytes))
    if (log.readUInt32BE(at + 4) === 0) continue
    for (const [number, page] of pending) committed.set(number, page)
    pending.clear()
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
