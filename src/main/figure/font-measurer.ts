import * as fontkit from 'fontkit'
import type { Font } from 'fontkit'
import { scriptRuns, type Script } from '../../domain/figure/text-runs'
import type { FontSpec, TextMeasurer } from '../../domain/layout/timeline-item'
import { fontFile, shippedWeight, type ShippedWeight } from './font-files'

/** Forgets everything once it is full: texts repeat within a figure, hardly between figures. */
const MAX_KNOWN = 20_000

function openFont(file: string): Font {
  const opened = fontkit.openSync(file)
  if (!('layout' in opened)) throw new Error(`not a single font: ${file}`)
  return opened
}

/**
 * Measures text in the font files that ship, so that a figure needs no window. A font is opened
 * when the first text asks for it: a figure in English never reads the Chinese files.
 * Latin is shaped, for it is kerned; Chinese characters stand in squares and are added up.
 */
export function createFontMeasurer(fontsDir: string): TextMeasurer {
  const fonts = new Map<string, Font>()
  const known = new Map<string, number>()
  const advances = new Map<string, number>()

  const fontOf = (script: Script, weight: ShippedWeight): Font => {
    const key = `${script} ${String(weight)}`
    const open = fonts.get(key)
    if (open !== undefined) return open
    const font = openFont(fontFile(fontsDir, script, weight))
    fonts.set(key, font)
    return font
  }

  /** In em. What Inter lacks is set in Noto Sans TC by the renderer, and so measured there. */
  const widthOfLatin = (text: string, weight: ShippedWeight): number => {
    const font = fontOf('latin', weight)
    const missing = Array.from(text).some((character) => !font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0))
    if (missing) return widthOfHan(text, weight)
    return font.layout(text).advanceWidth / font.unitsPerEm
  }
  const widthOfHan = (text: string, weight: ShippedWeight): number => {
    const font = fontOf('han', weight)
    let width = 0
    for (const character of text) {
      const key = `${String(weight)}${character}`
      let advance = advances.get(key)
      if (advance === undefined) {
        advance = font.glyphForCodePoint(character.codePointAt(0) ?? 0).advanceWidth / font.unitsPerEm
        advances.set(key, advance)
      }
      width += advance
    }
    return width
  }

  const widthOfRun = (script: Script, text: string, weight: ShippedWeight): number => {
    const key = `${script} ${String(weight)} ${text}`
    const before = known.get(key)
    if (before !== undefined) return before
    const width = script === 'latin' ? widthOfLatin(text, weight) : widthOfHan(text, weight)
    if (known.size >= MAX_KNOWN) known.clear()
    known.set(key, width)
    return width
  }

  return {
    widthPx(text: string, font: FontSpec): number {
      const weight = shippedWeight(font.weight)
      return scriptRuns(text).reduce((sum, run) => sum + widthOfRun(run.script, run.text, weight), 0) * font.sizePx
    },
  }
}
