import { computed, type ComputedRef, type ShallowRef } from 'vue'
import type { RecordType } from '../../domain/model/record'
import type { Column } from '../../domain/table/column'
import type { Sorting } from '../../domain/table/sort-rows'
import {
  choosingColumns,
  firstLayout,
  movingColumn,
  resizingColumn,
  shownColumns,
  type TableLayout,
} from '../../domain/table/table-layout'
import { useSessionStore } from '../document/session-store'

/** How the table of each type is laid out, kept in the settings. */
export function useTableLayout(type: Readonly<ShallowRef<RecordType>>, columns: ComputedRef<readonly Column[]>) {
  const session = useSessionStore()
  const layout = computed(() => session.tables[type.value] ?? firstLayout(columns.value))
  const shown = computed(() => shownColumns(columns.value, layout.value))

  /** What is laid out begins with what one sees, so that a column which is no more is no longer kept. */
  function change(next: (seen: TableLayout) => TableLayout): void {
    const widths = new Map(layout.value.columns.map((one) => [one.id, one]))
    const seen = { ...layout.value, columns: shown.value.map(({ id }) => widths.get(id) ?? { id }) }
    session.tables = { ...session.tables, [type.value]: next(seen) }
  }

  return {
    shown,
    chosen: computed<ReadonlySet<string>>({
      get: () => new Set(shown.value.map(({ id }) => id)),
      set(ids) {
        change((seen) => choosingColumns(seen, ids))
      },
    }),
    sorting: computed<Sorting | null>({
      get: () => layout.value.sorting,
      set(sorting) {
        change((seen) => ({ ...seen, sorting }))
      },
    }),
    move(id: string, to: number) {
      change((seen) => movingColumn(seen, id, to))
    },
    resize(id: string, widthPx: number | null) {
      change((seen) => resizingColumn(seen, id, widthPx))
    },
  }
}
