import { parse, type SyntaxTree } from 'edtf'

/** A date without qualifiers as the `edtf` library reads it. `values` are numbers for these types. */
export interface LibraryDate {
  readonly type: 'Date' | 'Year' | 'Decade' | 'Century' | 'Season'
  readonly values: readonly number[]
  readonly significant: number | null
}

/**
 * Asks the `edtf` library whether a text is one date, and for its numbers. Only its grammar is
 * used: its `Date` objects carry clock times, its seasons are quarters, and its bounds of dates
 * with X are wrong in places (`2026-X0`), so every day is computed from the text by us.
 * `null` when it is not a single date.
 */
export function readByLibrary(text: string): LibraryDate | null {
  let tree: SyntaxTree
  try {
    // Level 3 is the library's own name for seasons with X or qualifiers.
    tree = parse(text, { level: 3 })
  } catch {
    return null
  }
  const { type, values } = tree
  if (type === 'Interval' || type === 'Set' || type === 'List') return null
  return { type, values: values.map(Number), significant: tree.significant ?? null }
}
