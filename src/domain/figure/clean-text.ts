// Marks that turn the direction of writing could make a figure say what its record does not.
const DIRECTION_MARKS = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/gu
const LONE_SURROGATE = /[\ud800-\udfff]/gu

/** Controls and non-characters: they may not stand in XML, not even escaped. */
function isForbidden(code: number): boolean {
  return (
    (code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d) ||
    (code >= 0x7f && code < 0xa0) ||
    (code & 0xfffe) === 0xfffe
  )
}

/** What XML cannot hold becomes U+FFFD, so that a damaged name is seen to be damaged. */
export function xmlSafe(text: string): string {
  let safe = ''
  for (const character of text.replace(LONE_SURROGATE, '\ufffd'))
    safe += isForbidden(character.codePointAt(0) ?? 0) ? '\ufffd' : character
  return safe
}

/** Text as a figure may carry it: one line, single spaces, well-formed, in its own direction. */
export function cleanText(text: string): string {
  return xmlSafe(text.replace(DIRECTION_MARKS, '').replace(/\s+/gu, ' ').trim())
}
