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
  private readonly rowBytes: number
  private before: Uint8Array

  constructor(private readonly facts: PngFacts) {
    this.rowBytes = facts.width * (facts.isTransparent ? 4 : 3)
    this.before = new Uint8Array(this.rowBytes)
    this.packer.on('data', (piece: Buffer) => this.packed.push(piece))
  }

  /** Rows of RGBA with the opacity multiplied in, as painters give them, from `start` to before `end`. */
  async add(pixels: Uint8Array, start: number, end: number): Promise<void> {
    const rows = filtered(pixels.subarray(start, end), this.before, this.facts.isTransparent)
    this.before = rows.last
    await new Promise<void>((resolve, reject) => {
      this.packer.write(rows.bytes, (error) => {
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

/** Each byte less the one above it ("Up"): rows that repeat become zeros, however wide the image. */
function filtered(
  pixels: Uint8Array,
  before: Uint8Array,
  isTransparent: boolean,
): { readonly bytes: Uint8Array; readonly last: Uint8Array } {
  const rowBytes = before.length
  const step = isTransparent ? 4 : 3
  const width = rowBytes / step
  const rows = pixels.length / (width * 4)
  const bytes = new Uint8Array(rows * (rowBytes + 1))
  let above = before
  for (let row = 0; row < rows; row += 1) {
    const values = new Uint8Array(rowBytes)
    const from = row * width * 4
    if (isTransparent) separate(pixels, from, values)
    else
      for (let at = 0, source = from; at < rowBytes; at += 3, source += 4) {
        values[at] = pixels[source] ?? 0
        values[at + 1] = pixels[source + 1] ?? 0
        values[at + 2] = pixels[source + 2] ?? 0
      }
    const to = row * (rowBytes + 1)
    bytes[to] = 2
    for (let at = 0; at < rowBytes; at += 1) bytes[to + 1 + at] = (values[at] ?? 0) - (above[at] ?? 0)
    above = values
  }
  return { bytes, last: above }
}

/** The colour without its opacity, which a PNG keeps apart. */
function separate(pixels: Uint8Array, from: number, values: Uint8Array): void {
  for (let at = 0; at < values.length; at += 4) {
    const opacity = pixels[from + at + 3] ?? 0
    if (opacity === 0) continue
    for (let part = 0; part < 3; part += 1) {
      const value = pixels[from + at + part] ?? 0
      values[at + part] = opacity === 255 ? value : Math.min(255, Math.round((value * 255) / opacity))
    }
    values[at + 3] = opacity
  }
}
