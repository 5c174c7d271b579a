import { parseClipboardText, writeClipboardText } from '../../domain/table/clipboard-text'
import type { CellEditingHost } from './use-cell-editing'
import type { Block } from './use-cell-edits'
import type { CellRange } from './use-cells'

/** Copying, pasting and clearing the marked cells, as the text that spreadsheets exchange. */
export function useGridClipboard(
  host: CellEditingHost,
  grid: { readonly range: () => CellRange; readonly activeRow: () => number; readonly focus: () => void },
  write: (block: Block) => void,
) {
  function marked() {
    const { top, bottom, left, right } = grid.range()
    return { rows: host.rows.slice(top, bottom + 1), columns: host.columns.slice(left, right + 1) }
  }

  function clear(): void {
    const { rows, columns } = marked()
    if (!host.canEdit) return
    write({ rows: rows.map(({ id }) => id), columns, texts: rows.map(() => columns.map(() => '')) })
  }

  function copy(event: ClipboardEvent): void {
    const { rows, columns } = marked()
    const texts = rows.map((record) => columns.map((column) => column.read(record, host.context)))
    event.clipboardData?.setData('text/plain', writeClipboardText(texts))
    event.preventDefault()
    grid.focus()
  }

  function paste(event: ClipboardEvent): void {
    const text = event.clipboardData?.getData('text/plain') ?? ''
    event.preventDefault()
    grid.focus()
    if (text === '' || !host.canEdit || grid.activeRow() < 0) return
    const { top, bottom, left, right } = grid.range()
    let texts = parseClipboardText(text)
    const [only] = texts
    // One cell fills whatever is marked.
    if (texts.length === 1 && only?.length === 1)
      texts = Array.from({ length: bottom - top + 1 }, () => Array<string>(right - left + 1).fill(only[0] ?? ''))
    const rows = host.rows.slice(top, top + texts.length).map(({ id }) => id)
    write({ rows, columns: host.columns.slice(left), texts })
  }

  return { clear, copy, paste }
}
