import { scriptRuns, type Script } from '../../domain/figure/text-runs'
import type { FontSpec, TextMeasurer } from '../../domain/layout/timeline-item'
import { widthOf } from './shape-text'
import { ShippedFonts } from './shipped-fonts'

/** Forgets everything once it is full: texts repeat within a figure, hardly between figures. */
const MAX_KNOWN = 20_000

/**
 * Measures text in the font files that ship, so that a figure needs no window.
 */
export function createFontMeasurer(fonts: string | ShippedFonts): TextMeasurer {
  const shipped = typeof fonts === 'string' ? new ShippedFonts(fonts) : fonts
  const known = new Map<string, number>()

  /** In em. */
  const widthOfRun = (script: Script, text: string, weight: FontSpec['weight']): number => {
    const key = `${script} ${String(weight)} ${text}`
    const before = known.get(key)
    if (before !== undefined) return before
    const width = widthOf(shipped.faceOf(script, text, weight), text)
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
