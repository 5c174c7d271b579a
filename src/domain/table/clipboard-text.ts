/** What a spreadsheet would take for a formula. */
const RUNS = /^'*[=+\-@]/
const UNRUN = /^'+[=+\-@]/

/**
 * Rows of cells as the text that spreadsheets copy: tabs between cells, line breaks between rows, and
 * quotes about a cell that holds either. A cell that begins with `=`, `+`, `-` or `@` gets an
 * apostrophe before it, so that a spreadsheet shows it and runs nothing.
 */
export function writeClipboardText(rows: readonly (readonly string[])[]): string {
  return rows
    .map((cells) => {
      const line = cells.map(writeCellText).join('\t')
      // A row of one empty cell would read as no row at all.
      return line === '' ? '""' : line
    })
    .join('\n')
}

function writeCellText(text: string): string {
  const harmless = RUNS.test(text) ? `'${text}` : text
  return /["\t\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

const unquoted = (text: string): string => (UNRUN.test(text) ? text.slice(1) : text)

/**
 * Rows of cells out of what a spreadsheet copied. Quotes count at the start of a cell only; a last
 * line break ends the last row and begins none.
 */
export function parseClipboardText(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  for (;;) {
    const cell = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at)
    row.push(unquoted(cell.text))
    at = cell.end
    const next = text[at]
    if (next === '\t') {
      at += 1
      continue
    }
    rows.push(row)
    row = []
    if (next === undefined) return rows
    at += text.startsWith('\r\n', at) ? 2 : 1
    if (at >= text.length) return rows
  }
}

interface ReadCell {
  readonly text: string
  readonly end: number
}

function plainCell(text: string, start: number): ReadCell {
  let end = start
  while (end < text.length && !/[\t\r\n]/.test(text[end] ?? '')) end += 1
  return { text: text.slice(start, end), end }
}

function quotedCell(text: string, start: number): ReadCell {
  let read = ''
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] !== '"') read += text[at] ?? ''
    else if (text[at + 1] === '"') {
      read += '"'
      at += 1
    } else {
      // What follows the closing quote, against the custom, still belongs to the cell.
      const rest = plainCell(text, at + 1)
      return { text: read + rest.text, end: rest.end }
    }
  }
  // A quote that is never closed is a quote, not the start of all that follows.
  return plainCell(text, start)
}
