import * as fontkit from 'fontkit'
import type { Font } from 'fontkit'
import { readFileSync } from 'node:fs'
import type { Script } from '../../domain/figure/text-runs'
import type { FontSpec } from '../../domain/layout/timeline-item'
import { fontFile, shippedWeight, type ShippedWeight } from './font-files'

/** One font file that ships, open. */
export interface Face {
  readonly script: Script
  readonly weight: ShippedWeight
  readonly file: string
  readonly bytes: Buffer
  readonly font: Font
}

/** The fonts of a folder, each read when the first text needs it: a figure in English never reads the Chinese files. */
export class ShippedFonts {
  private readonly faces = new Map<string, Face>()

  constructor(readonly folder: string) {}

  /** Throws, naming the file, where it is missing or no font. */
  face(script: Script, weight: ShippedWeight): Face {
    const key = `${script} ${String(weight)}`
    const open = this.faces.get(key)
    if (open !== undefined) return open
    const file = fontFile(this.folder, script, weight)
    const bytes = readFileSync(file)
    const font = fontkit.create(bytes)
    if (!('layout' in font)) throw new Error(`not a single font: ${file}`)
    const face = { script, weight, file, bytes, font }
    this.faces.set(key, face)
    return face
  }

  /** The face that sets a run: what Inter lacks is set in Noto Sans TC, the whole run. */
  faceOf(script: Script, text: string, weight: FontSpec['weight']): Face {
    const face = this.face(script, shippedWeight(weight))
    if (script === 'han') return face
    for (const character of text)
      if (!face.font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)) return this.face('han', face.weight)
    return face
  }
}

const open = new Map<string, ShippedFonts>()

/** The fonts of a folder; opened once for all figures of the process. */
export function fontsIn(folder: string): ShippedFonts {
  const known = open.get(folder)
  if (known !== undefined) return known
  const fonts = new ShippedFonts(folder)
  open.set(folder, fonts)
  return fonts
}
