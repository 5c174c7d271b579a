import type { FontSpec, TextMeasurer } from '../layout/timeline-item'

/** `latin` is set in Inter, `han` in Noto Sans TC. */
export type Script = 'latin' | 'han'

export interface ScriptRun {
  readonly script: Script
  readonly text: string
}

/** A run with the place where it begins. */
export interface TextRun extends ScriptRun {
  readonly xPx: number
}

/** Latin, Greek, Cyrillic and Vietnamese; punctuation; currency, letterlike signs, numbers, arrows and mathematics. */
const LATIN_BLOCKS: readonly (readonly [number, number])[] = [
  [0x0000, 0x052f],
  [0x1e00, 0x1fff],
  [0x2000, 0x22ff],
]
/** Dashes, dots and quotes that both fonts have: they belong to the text they follow. */
const SHARED_PUNCTUATION = new Set(['·', '—', '–', '…', '‘', '’', '“', '”'])

function scriptOf(character: string, before: Script | undefined): Script {
  if (before === 'han' && (character === ' ' || SHARED_PUNCTUATION.has(character))) return 'han'
  const code = character.codePointAt(0) ?? 0
  return LATIN_BLOCKS.some(([first, last]) => code >= first && code <= last) ? 'latin' : 'han'
}

/**
 * Cuts text where the font changes: `H200 與 輝達` is latin, han. The renderer is told the font of
 * every run, because left to itself it swaps the font of a whole line for one missing character.
 * Put together again, the runs are the text.
 */
export function scriptRuns(text: string): ScriptRun[] {
  const runs: { script: Script; text: string }[] = []
  for (const character of text) {
    const last = runs.at(-1)
    const script = scriptOf(character, last?.script)
    if (last?.script === script) last.text += character
    else runs.push({ script, text: character })
  }
  return runs
}

/** The runs of a line that begins at `xPx`, each at its own place. */
export function placeRuns(text: string, xPx: number, font: FontSpec, measurer: TextMeasurer): TextRun[] {
  let x = xPx
  return scriptRuns(text).map((run) => {
    const placed = { ...run, xPx: x }
    x += measurer.widthPx(run.text, font)
    return placed
  })
}
