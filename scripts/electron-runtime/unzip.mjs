import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, resolve, sep } from 'node:path'
import { inflateRawSync } from 'node:zlib'

const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const STORED = 0
const DEFLATED = 8

/**
 * Unpacks a zip file held in memory, with the files' modes. Small, because it opens one pinned archive only:
 * no zip64, no encryption, no links.
 *
 * @param {Buffer} zip
 * @param {string} folder
 * @param {(name: string) => string | null} rename where an entry goes below the folder; null leaves it out
 * @returns {number} how many files were written
 */
export function unzip(zip, folder, rename) {
  let written = 0
  for (const entry of entriesOf(zip)) {
    const name = entry.name.endsWith('/') ? null : rename(entry.name)
    if (name === null) continue
    const target = resolve(folder, name)
    if (!target.startsWith(resolve(folder) + sep)) throw new Error(`the archive reaches outside itself: ${entry.name}`)
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, contentOf(zip, entry), { mode: entry.mode & 0o777 })
    written += 1
  }
  return written
}

/** @typedef {{ name: string, method: number, packedSize: number, mode: number, headerAt: number }} Entry */

/** @param {Buffer} zip @returns {Generator<Entry>} */
function* entriesOf(zip) {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || zip.readUInt32LE(end) !== END_OF_DIRECTORY) throw new Error('not a zip file')
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (zip.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new Error('the directory of the zip file is damaged')
    const nameLength = zip.readUInt16LE(at + 28)
    yield {
      name: zip.toString('utf8', at + 46, at + 46 + nameLength),
      method: zip.readUInt16LE(at + 10),
      packedSize: zip.readUInt32LE(at + 20),
      mode: zip.readUInt32LE(at + 38) >>> 16,
      headerAt: zip.readUInt32LE(at + 42),
    }
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
}

/** @param {Buffer} zip @param {Entry} entry */
function contentOf(zip, entry) {
  const start = entry.headerAt + 30 + zip.readUInt16LE(entry.headerAt + 26) + zip.readUInt16LE(entry.headerAt + 28)
  const packed = zip.subarray(start, start + entry.packedSize)
  if (entry.method === STORED) return packed
  if (entry.method === DEFLATED) return inflateRawSync(packed)
  throw new Error(`${entry.name} is packed by an unknown method (${entry.method})`)
}
