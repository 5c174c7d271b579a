const PLAIN = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i

/**
 * A number as one types or pastes it: `4,800`, full-width `４８００`, `−1`, `4.8e3`. Null for anything else, an empty
 * text and a number too large for the machine among it.
 */
export function readTypedNumber(typed: string): number | null {
  const plain = typed
    .normalize('NFKC')
    .trim()
    .replace(/^−/, '-')
    .replace(/(?<=\d),(?=\d{3}(?!\d))/g, '')
  if (!PLAIN.test(plain)) return null
  const value = Number(plain)
  return Number.isFinite(value) ? value : null
}
