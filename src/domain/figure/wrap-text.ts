import type { FontSpec, TextMeasurer } from '../layout/timeline-item'
import { scriptRuns } from './text-runs'

/** A name longer than this many lines is not a name; the last line then ends in an ellipsis. */
const MAX_LINES = 8

const NEVER_FIRST = /^[，。、；：！？）」』】》〉…·,.;:!?)\]}%％’”]/u
const NEVER_LAST = /[（「『【《〈([{‘“]$/u

/** Where a line may break: after spaces, and between Chinese characters but for punctuation that clings. */
function pieces(text: string): string[] {
  const found: string[] = []
  for (const run of scriptRuns(text)) {
    const parts = run.script === 'han' ? Array.from(run.text) : (run.text.match(/\S+\s*|\s+/gu) ?? [])
    for (const part of parts) {
      const before = found.at(-1)
      if (before !== undefined && (NEVER_FIRST.test(part) || NEVER_LAST.test(before) || part.trim() === ''))
        found[found.length - 1] = before + part
      else found.push(part)
    }
  }
  return found
}

function lineBreaks(
  parts: readonly string[],
  maxWidthPx: number,
  widthOf: (text: string) => number,
  maxLines: number,
): string[] {
  const lines: string[] = []
  let line = ''
  let width = 0
  const end = (): void => {
    if (line.trim() !== '') lines.push(line.trim())
    line = ''
    width = 0
  }
  const add = (part: string, partWidth: number): void => {
    line += part
    width += partWidth
  }
  for (const part of parts) {
    const bare = widthOf(part.trimEnd())
    if (line !== '' && width + bare > maxWidthPx) end()
    if (bare <= maxWidthPx) {
      add(part, widthOf(part))
      continue
    }
    for (const character of part) {
      const characterWidth = widthOf(character)
      if (line !== '' && width + characterWidth > maxWidthPx) end()
      add(character, characterWidth)
    }
    if (lines.length > maxLines) break
  }
  end()
  return lines
}

/**
 * Breaks text into lines no wider than `maxWidthPx`, of about equal length, or each as full as it gets. Words too long for a
 * line are broken between letters; a single letter wider than that stands alone. Of more lines than
 * `maxLines` the last one kept ends in an ellipsis. Empty text gives no line.
 */
export function wrapText(
  text: string,
  maxWidthPx: number,
  font: FontSpec,
  measurer: TextMeasurer,
  maxLines = MAX_LINES,
  shape: 'even' | 'filled' = 'even',
): string[] {
  if (text === '') return []
  if (measurer.widthPx(text, font) <= maxWidthPx) return [text]
  const widths = new Map<string, number>()
  const widthOf = (part: string): number => {
    const known = widths.get(part)
    if (known !== undefined) return known
    const width = measurer.widthPx(part, font)
    widths.set(part, width)
    return width
  }
  const parts = pieces(text)
  let best = lineBreaks(parts, maxWidthPx, widthOf, maxLines)
  if (best.length > maxLines) {
    const last = Array.from(best[maxLines - 1] ?? '')
    while (last.length > 0 && widthOf(`${last.join('')}…`) > maxWidthPx) last.pop()
    return [...best.slice(0, maxLines - 1), `${last.join('')}…`]
  }
  if (shape === 'filled') return best
  // Never narrower than a word that fits, or it would be broken for nothing.
  const widestPart = Math.max(...parts.map((part) => widthOf(part.trimEnd())).filter((width) => width <= maxWidthPx))
  let [tooNarrow, wideEnough] = [Math.max(widestPart, maxWidthPx / best.length / 1.5), maxWidthPx]
  for (let step = 0; step < 6; step += 1) {
    const middle = (tooNarrow + wideEnough) / 2
    const lines = lineBreaks(parts, middle, widthOf, maxLines)
    if (lines.length > best.length) tooNarrow = middle
    else [best, wideEnough] = [lines, middle]
  }
  return best
}
