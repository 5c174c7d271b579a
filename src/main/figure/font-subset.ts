import { readFileSync } from 'node:fs'
import { SUBSETTER_FILE } from './font-files'
import { join } from 'node:path'
import type { Face } from './shipped-fonts'

/** What of harfbuzz's C interface is used here: pointers are numbers into its memory. */
interface HarfbuzzSubset {
  readonly memory: { readonly buffer: ArrayBuffer }
  readonly _initialize: () => void
  readonly malloc: (bytes: number) => number
  readonly hb_blob_create: (data: number, length: number, mode: number, user: number, destroy: number) => number
  readonly hb_blob_destroy: (blob: number) => void
  readonly hb_blob_get_data: (blob: number, length: number) => number
  readonly hb_blob_get_length: (blob: number) => number
  readonly hb_face_create: (blob: number, index: number) => number
  readonly hb_face_destroy: (face: number) => void
  readonly hb_face_reference_blob: (face: number) => number
  readonly hb_set_add: (set: number, value: number) => void
  readonly hb_set_clear: (set: number) => void
  readonly hb_subset_input_create_or_fail: () => number
  readonly hb_subset_input_destroy: (input: number) => void
  readonly hb_subset_input_set: (input: number, kind: number) => number
  readonly hb_subset_input_set_flags: (input: number, flags: number) => void
  readonly hb_subset_input_unicode_set: (input: number) => number
  readonly hb_subset_or_fail: (face: number, input: number) => number
}

/** Node has it, its types do not. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object
  readonly Instance: new (module: object) => { readonly exports: unknown }
}

const MEMORY_MODE_READONLY = 1
const SET_LAYOUT_FEATURES = 6
const FLAG_NO_HINTING = 1

/** Kerning and the placing of accents; nothing that changes which letters are seen. */
const KEPT_FEATURES = ['kern', 'ccmp', 'mark', 'mkmk']

const tag = (name: string): number => [...name].reduce((sum, letter) => sum * 256 + letter.charCodeAt(0), 0)

/** Cuts fonts down to the characters of a figure, with harfbuzz. The same characters give the same bytes. */
export class FontSubsetter {
  private readonly harfbuzz: HarfbuzzSubset
  private readonly faces = new Map<string, number>()

  constructor(fontsDir: string) {
    const module = new WebAssembly.Module(readFileSync(join(fontsDir, SUBSETTER_FILE)))
    this.harfbuzz = new WebAssembly.Instance(module).exports as HarfbuzzSubset
    this.harfbuzz._initialize()
  }

  /** A TrueType font with these characters alone. Throws where harfbuzz gives none. */
  subset(face: Face, characters: Iterable<string>): Buffer {
    const hb = this.harfbuzz
    const input = hb.hb_subset_input_create_or_fail()
    if (input === 0) throw new Error('harfbuzz has no memory left')
    try {
      hb.hb_subset_input_set_flags(input, FLAG_NO_HINTING)
      const features = hb.hb_subset_input_set(input, SET_LAYOUT_FEATURES)
      hb.hb_set_clear(features)
      for (const name of KEPT_FEATURES) hb.hb_set_add(features, tag(name))
      const wanted = hb.hb_subset_input_unicode_set(input)
      for (const character of characters) hb.hb_set_add(wanted, character.codePointAt(0) ?? 0)
      return this.bytesOf(hb.hb_subset_or_fail(this.opened(face), input), face)
    } finally {
      hb.hb_subset_input_destroy(input)
    }
  }

  /** Stays open: the Chinese files hold 7 MB each. */
  private opened({ file, bytes }: Face): number {
    const known = this.faces.get(file)
    if (known !== undefined) return known
    const hb = this.harfbuzz
    const place = hb.malloc(bytes.byteLength)
    new Uint8Array(hb.memory.buffer).set(bytes, place)
    const blob = hb.hb_blob_create(place, bytes.byteLength, MEMORY_MODE_READONLY, 0, 0)
    const face = hb.hb_face_create(blob, 0)
    hb.hb_blob_destroy(blob)
    this.faces.set(file, face)
    return face
  }

  private bytesOf(subset: number, { file }: Face): Buffer {
    const hb = this.harfbuzz
    if (subset === 0) throw new Error(`harfbuzz makes no part of ${file}`)
    const blob = hb.hb_face_reference_blob(subset)
    const length = hb.hb_blob_get_length(blob)
    const start = hb.hb_blob_get_data(blob, 0)
    // The memory may have grown meanwhile, which leaves older views of it empty.
    const bytes = Buffer.from(new Uint8Array(hb.memory.buffer).slice(start, start + length))
    hb.hb_blob_destroy(blob)
    hb.hb_face_destroy(subset)
    if (bytes.byteLength === 0) throw new Error(`harfbuzz makes no part of ${file}`)
    return bytes
  }
}
