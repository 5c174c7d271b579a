/** Where CJK, kana, Hangul and full-width forms begin; a few symbols below are wide too, none of ours. */
const FIRST_WIDE = 0x2e_80

/**
 * The rough width of a text in px where nothing can measure it: a full square for each CJK
 * character, 0.6 of one for any other, which is on the wide side for proportional fonts.
 */
export function approximateTextWidth(text: string, sizePx = 12): number {
  let squares = 0
  for (const character of text) squares += (character.codePointAt(0) ?? 0) >= FIRST_WIDE ? 1 : 0.6
  return squares * sizePx
}
