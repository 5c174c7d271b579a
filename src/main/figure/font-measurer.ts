import { scriptRuns, type Script } from '../../domain/figure/text-runs'
import type { FontSpec, TextMeasurer } from '../../domain/layout/timeline-item'
import { shapeLatin, ShippedFonts, type Face } from './shipped-fonts'

/** Forgets everything once it is full: texts repeat within a figure, hardly between figures. */
const MAX_KNOWN = 20_000

/**
 * Measures text in the font files that ship, so that a figure needs no window.
 * Latin is shaped, for it is kerned; Chinese characters stand in squares and are added up.
 */
export function createFontMeasurer(fonts: string | ShippedFonts): TextMeasurer {
  const shipped = typeof fonts === 'string' ? new ShippedFonts(fonts) : fonts
  const known = new Map<string, number>()
  const advances = new Map<string, number>()

  /** In em. */
  const widthOfHan = ({ font, weight }: Face, text: string): number => {
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

  const widthOfRun = (script: Script, text: string, weight: FontSpec['weight']): number => {
    const key = `${script} ${String(weight)} ${text}`
    const before = known.get(key)
    if (before !== undefined) return before
    const face = shipped.faceOf(script, text, weight)
    const width =
      face.script === 'latin' ? shapeLatin(face, text).advanceWidth / face.font.unitsPerEm : widthOfHan(face, text)
    if (known.size >= MAX_KNOWN) known.clear()
    known.set(key, width)
    return width
  }

  return {
    widthPx(text: string, font: FontSpec): number {
      return scriptRuns(text).reduce((sum, run) => sum + widthOfRun(run.script, run.text, font.weight), 0) * font.sizePx
    },
  }
}
