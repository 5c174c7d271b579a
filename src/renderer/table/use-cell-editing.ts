import { shallowRef, watch } from 'vue'
import type { TapelineRecord } from '../../domain/model/record'
import type { Column, TableContext } from '../../domain/table/column'
import type { Outcome } from '../document/document-store'
import { useWords } from '../language/use-words'
import { outcomeInWords } from './problem-words'

export type Then = 'stay' | 'down' | 'next' | 'previous'

export interface CellEditingHost {
  readonly rows: readonly TapelineRecord[]
  readonly columns: readonly Column[]
  readonly context: TableContext
  readonly canEdit: boolean
  readonly write: (record: string, column: Column, text: string) => Promise<Outcome>
}

/** The cell that is typed into, from its opening until what is typed is saved or given up. */
export function useCellEditing(
  host: CellEditingHost,
  grid: {
    readonly active: () => { readonly row: number; readonly column: number }
    readonly bringIntoView: () => Promise<void>
    readonly moveTo: (to: { row: number; column: number }) => void
    readonly focus: () => void
    readonly hasFocus: () => boolean
  },
) {
  const { t, locale } = useWords()
  const editing = shallowRef<{ record: string; column: Column } | null>(null)
  const draft = shallowRef('')
  const error = shallowRef<string | null>(null)
  let saving = false

  // What was wrong with the last text says nothing of the next one.
  watch(draft, () => {
    error.value = null
  })

  async function begin(): Promise<void> {
    const { row, column: at } = grid.active()
    const record = host.rows[row]
    const column = host.columns[at]
    if (record === undefined || column === undefined || !host.canEdit) return
    await grid.bringIntoView()
    error.value = null
    if (column.write === undefined) return
    draft.value = column.read(record, host.context)
    editing.value = { record: record.id, column }
  }

  function end(): void {
    editing.value = null
    error.value = null
    grid.focus()
  }

  async function save(then: Then): Promise<void> {
    const edited = editing.value
    if (edited === null || saving) return
    saving = true
    const outcome = await host.write(edited.record, edited.column, draft.value)
    saving = false
    error.value = outcomeInWords(outcome, draft.value, { t, locale: locale.value })
    if (error.value !== null) return
    if (then === 'stay' && !grid.hasFocus()) {
      editing.value = null
      return
    }
    end()
    // The row may have moved by what was typed, where the table is sorted by it.
    const row = host.rows.findIndex(({ id }) => id === edited.record)
    const column = host.columns.findIndex(({ id }) => id === edited.column.id)
    if (row < 0 || then === 'stay') return
    if (then === 'down') grid.moveTo({ row: row + 1, column })
    else {
      grid.moveTo({ row, column: column + (then === 'next' ? 1 : -1) })
      await begin()
    }
  }

  /** The column that is typed into in the row of a record; -1 where none is. */
  const editedColumn = (record: string): number =>
    editing.value?.record === record ? host.columns.findIndex(({ id }) => id === editing.value?.column.id) : -1

  return { editing, draft, error, begin, end, save, editedColumn }
}
