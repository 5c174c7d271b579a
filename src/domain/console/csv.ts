import type { QueryRows, ResultCell } from './query-outcome'

/** What spreadsheets take for a formula (OWASP, "CSV Injection"); more apostrophes are one more level of the same. */
const RUNS = /^'*[=+\-@\t\r]/

/**
 * A result as CSV after RFC 4180: a row of names, CRLF after every row, quotes about what needs them.
 * With a byte order mark, without which Excel does not read it as UTF-8. NULL is an empty field, an
 * empty text is `""`. A text that a spreadsheet would run gets an apostrophe before it; numbers do not,
 * whatever their sign.
 */
export function writeCsv({ columns, rows }: Pick<QueryRows, 'columns' | 'rows'>): string {
  const lines = [columns.map(({ name }) => textField(name)), ...rows.map((row) => row.map(fieldOf))]
  return `\uFEFF${lines.map(lineOf).join('')}`
}

/** A line with nothing on it would read as no row at all. */
const lineOf = (fields: readonly string[]): string => `${fields.join(',') || '""'}\r\n`

function fieldOf(cell: ResultCell): string {
  if (cell === null) return ''
  if (typeof cell === 'string') return textField(cell)
  if (typeof cell === 'number') return String(cell)
  return 'number' in cell ? cell.number : cell.bytes
}

function textField(text: string): string {
  const harmless = RUNS.test(text) ? `'${text}` : text
  return harmless === '' || /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
