/** A part of a text, in UTF-16 offsets, end exclusive. */
export interface TextRange {
  readonly start: number
  readonly end: number
}

const DASHES = /[\u2010-\u2015\u2212]/g
const APOSTROPHES = /[\u2018\u2019]/g
/**
 * Texts of Latin letters without accents, Chinese, and the punctuation and full-width letters of both: each of their
 * UTF-16 units folds to exactly one, whatever stands beside it.
 */
const UNIT_BY_UNIT = /^[\s -~\u2010-\u2015\u2018\u2019\u3001-\u301b\u4e00-\u9fff\uff01-\uff5e]*$/
/** A character with the marks that combine with it. */
const CLUSTERS = /\P{M}\p{M}*|\p{M}+/gu

/**
 * The form in which texts are compared: NFKC (full-width letters become plain ones, `²` becomes `2`),
 * lower case, every dash a hyphen and every apostrophe straight. Chinese passes unchanged, so two
 * characters are found wherever they stand. The result may differ in length from the text.
 */
export function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().normalize('NFKC').replace(DASHES, '-').replace(APOSTROPHES, "'")
}

/** What is searched for: the words of a query, folded, none twice. Empty for a blank query. */
export function searchTerms(query: string): string[] {
  return [
    ...new Set(
      fold(query)
        .split(/\s+/u)
        .filter((term) => term !== ''),
    ),
  ]
}

/**
 * Where folded terms stand in an unfolded text, in order, overlaps joined. A match that begins or
 * ends inside a character which folding made longer takes in the whole character.
 */
export function rangesOf(text: string, terms: readonly string[]): TextRange[] {
  if (UNIT_BY_UNIT.test(text)) return joined(standing(fold(text), terms))
  let folded = ''
  const starts: number[] = []
  const ends: number[] = []
  for (const cluster of text.matchAll(CLUSTERS)) {
    const piece = fold(cluster[0])
    for (let i = 0; i < piece.length; i++) {
      starts.push(cluster.index)
      ends.push(cluster.index + cluster[0].length)
    }
    folded += piece
  }
  return joined(
    standing(folded, terms).flatMap((at) => {
      const [start, end] = [starts[at.start], ends[at.end - 1]]
      return start === undefined || end === undefined ? [] : [{ start, end }]
    }),
  )
}

/** Where terms stand in a folded text, each wherever it does. */
function standing(folded: string, terms: readonly string[]): TextRange[] {
  const found: TextRange[] = []
  for (const term of terms)
    for (let at = folded.indexOf(term); at >= 0 && term !== ''; at = folded.indexOf(term, at + term.length))
      found.push({ start: at, end: at + term.length })
  return found
}

function joined(found: readonly TextRange[]): TextRange[] {
  const ranges: TextRange[] = []
  for (const range of found.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = ranges.at(-1)
    if (last !== undefined && range.start <= last.end)
      ranges[ranges.length - 1] = { start: last.start, end: Math.max(last.end, range.end) }
    else ranges.push(range)
  }
  return ranges
}

/**
 * A piece of a long text with its first match in the front half, of at most about `length` characters,
 * and the matches inside it. An ellipsis stands where something was cut away. Never cuts through a surrogate pair.
 */
export function snippet(text: string, terms: readonly string[], length: number): { text: string; ranges: TextRange[] } {
  const whole = text.replaceAll(/\s+/gu, ' ').trim()
  const first = rangesOf(whole, terms)[0]?.start ?? 0
  if (whole.length <= length) return { text: whole, ranges: rangesOf(whole, terms) }
  const start = onBoundary(whole, first > length / 2 ? first - Math.floor(length / 4) : 0)
  const end = onBoundary(whole, Math.min(whole.length, start + length))
  const cut = `${start > 0 ? '…' : ''}${whole.slice(start, end)}${end < whole.length ? '…' : ''}`
  return { text: cut, ranges: rangesOf(cut, terms) }
}

const isLowSurrogate = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff
const onBoundary = (text: string, at: number): number =>
  at > 0 && at < text.length && isLowSurrogate(text.charCodeAt(at)) ? at - 1 : at
