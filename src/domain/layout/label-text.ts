import type { FontSpec, TextMeasurer } from './timeline-item'

/** The type of labels on the timeline; the window's style sheet and figures use the same. */
export const LABEL_FONT: FontSpec = { sizePx: 12, weight: 500 }

/** Labels longer than this are shortened; the whole name is in the details and in the tooltip. */
export const MAX_LABEL_PX = 320

const ELLIPSIS = '…'

/** A text that fits the width, cut between characters (never inside one) and ended with an ellipsis. */
export function fitLabel(
  text: string,
  measurer: TextMeasurer,
  maxPx: number = MAX_LABEL_PX,
  font: FontSpec = LABEL_FONT,
): { readonly text: string; readonly widthPx: number } {
  const widthPx = measurer.widthPx(text, font)
  if (widthPx <= maxPx) return { text, widthPx }
  const characters = Array.from(text)
  let [fits, tooLong] = [0, characters.length]
  while (tooLong - fits > 1) {
    const middle = (fits + tooLong) >> 1
    const shortened = characters.slice(0, middle).join('').trimEnd() + ELLIPSIS
    if (measurer.widthPx(shortened, font) <= maxPx) fits = middle
    else tooLong = middle
  }
  const shortened = characters.slice(0, fits).join('').trimEnd() + ELLIPSIS
  return { text: shortened, widthPx: measurer.widthPx(shortened, font) }
}
