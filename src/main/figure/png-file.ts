import { finished } from 'node:stream/promises'
import { crc32, createDeflate, deflateSync, type Deflate } from 'node:zlib'

/** Under which the program reads back what a figure is made of. */
export const PNG_MARK_KEYWORD = 'Tapeline figure'

export const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** What a PNG says of itself beside its pixels. */
export interface PngFacts {
  readonly width: number
  readonly height: number
  /** Whether pixels have an opacity of their own. */
  readonly isTransparent: boolean
  readonly dpi: number
  /** Keyword (Latin, at most 79 letters) and text; long ones are compressed. */
  readonly texts: readonly { readonly keyword: string; readonly text: string }[]
}

const METRES_PER_INCH = 0.0254
const COMPRESS_FROM_BYTES = 1024
const IDAT_BYTES = 1_048_576
/** Figures are mostly even ground: more effort takes twice the time for a few bytes. */
const DEFLATE_LEVEL = 4

/**
 * A PNG written row by row: it never holds more of the image than it is given at once, and what it
 * has packed. The same rows give the same bytes.
 */
export class PngFile {
  private readonly packer: Deflate = createDeflate({ level: DEFLATE_LEVEL, memLevel: 9, chunkSize: IDAT_BYTES })
  private readonly packed: Buffer[] = []
  /** The row above the next one; there is none above the first, which counts as zeros. */
  private before: Uint32Array

  constructor(private readonly facts: PngFacts) {
    this.before = new Uint32Array(facts.width)
    this.packer.on('data', (piece: Buffer) => this.packed.push(piece))
  }

  /** Rows of RGBA with the opacity multiplied in, as painters give them, from `start` to before `end`. */
  async add(pixels: Uint8Array, start: number, end: number): Promise<void> {
    const { width, isTransparent } = this.facts
    const rows = numbersIn(pixels.subarray(start, end))
    const bytes = filtered(rows, this.before, isTransparent)
    this.before = rows.slice(-width)
    await new Promise<void>((resolve, reject) => {
      this.packer.write(bytes, (error) => {
        if (error) reject(error)
        else resolve()
      })
    })
  }

  /** The whole file, after the last row. */
  async finish(): Promise<Buffer> {
    this.packer.end()
    await finished(this.packer)
    const { width, height, isTransparent, dpi, texts } = this.facts
    const header = Buffer.alloc(13)
    header.writeUInt32BE(width, 0)
    header.writeUInt32BE(height, 4)
    header.set([8, isTransparent ? 6 : 2, 0, 0, 0], 8)
    const density = Buffer.alloc(9)
    const perMetre = Math.round(dpi / METRES_PER_INCH)
    density.writeUInt32BE(perMetre, 0)
    density.writeUInt32BE(perMetre, 4)
    density[8] = 1
    const pixels = Buffer.concat(this.packed)
    const parts = Array.from({ length: Math.ceil(pixels.length / IDAT_BYTES) }, (_, part) =>
      pngChunk('IDAT', pixels.subarray(part * IDAT_BYTES, (part + 1) * IDAT_BYTES)),
    )
    return Buffer.concat([
      PNG_SIGNATURE,
      pngChunk('IHDR', header),
      pngChunk('sRGB', Buffer.from([0])),
      pngChunk('pHYs', density),
      ...texts.map(({ keyword, text }) => pngChunk('iTXt', textOf(keyword, text))),
      ...parts,
      pngChunk('IEND', Buffer.alloc(0)),
    ])
  }
}

/** One chunk: length, name, content, checksum. */
export function pngChunk(name: string, content: Uint8Array): Buffer {
  const chunk = Buffer.alloc(content.length + 12)
  chunk.writeUInt32BE(content.length, 0)
  chunk.write(name, 4, 'latin1')
  chunk.set(content, 8)
  chunk.writeUInt32BE(crc32(chunk.subarray(4, content.length + 8)), content.length + 8)
  return chunk
}

function textOf(keyword: string, text: string): Buffer {
  const bytes = Buffer.from(text, 'utf8')
  const isPacked = bytes.length >= COMPRESS_FROM_BYTES
  const head = Buffer.concat([Buffer.from(keyword, 'latin1'), Buffer.from([0, isPacked ? 1 : 0, 0, 0, 0])])
  return Buffer.concat([head, isPacked ? deflateSync(bytes) : bytes])
}

/**
 * Each byte less the one above it ("Up"): rows that repeat become zeros, however wide the image. Most
 * pixels of a figure are like the one above, so pixels are compared whole and seldom taken apart.
 */
function filtered(pixels: Uint32Array, first: Uint32Array, isTransparent: boolean): Uint8Array {
  const width = first.length
  const step = isTransparent ? 4 : 3
  const rowBytes = width * step + 1
  const rows = pixels.length / width
  const bytes = new Uint8Array(rows * rowBytes)
  for (let row = 0; row < rows; row += 1) {
    const above = row === 0 ? first : pixels.subarray((row - 1) * width, row * width)
    const here = pixels.subarray(row * width, (row + 1) * width)
    let to = row * rowBytes
    bytes[to] = 2
    to += 1
    for (let at = 0; at < width; at += 1, to += step) {
      const [value, before] = [here[at] ?? 0, above[at] ?? 0]
      if (value === before) continue
      const [now, then] = isTransparent ? [separate(value), separate(before)] : [value, before]
      bytes[to] = now - then
      bytes[to + 1] = (now >>> 8) - (then >>> 8)
      bytes[to + 2] = (now >>> 16) - (then >>> 16)
      if (isTransparent) bytes[to + 3] = (now >>> 24) - (then >>> 24)
    }
  }
  return bytes
}

/** The colour without its opacity, which a PNG keeps apart: four bytes in one number, red lowest. */
function separate(pixel: number): number {
  const opacity = pixel >>> 24
  if (opacity === 0) return 0
  if (opacity === 255) return pixel
  const part = (shift: number): number =>
    Math.min(255, Math.round((((pixel >>> shift) & 255) * 255) / opacity)) << shift
  return ((opacity << 24) | part(16) | part(8) | part(0)) >>> 0
}

/** Pixels as numbers, red lowest; every machine that Electron runs on has its bytes in this order. */
function numbersIn(pixels: Uint8Array): Uint32Array {
  const isAligned = pixels.byteOffset % 4 === 0
  return isAligned
    ? new Uint32Array(pixels.buffer, pixels.byteOffset, pixels.byteLength / 4)
    : new Uint32Array(pixels.slice().buffer)
}
