import { computed, type ComputedRef, type ShallowRef } from 'vue'
import type { Column, TableContext } from '../../domain/table/column'
import { sortRows, type Sorting } from '../../domain/table/sort-rows'
import { recordsOfType, type Document } from '../../domain/model/document'
import type { RecordType, TapelineRecord } from '../../domain/model/record'
import type { RecordSet } from '../document/record-set'

/** What the timeline can draw, what of it passes the filters, and whether there are any. */
export interface InStep {
  readonly all: RecordSet
  readonly shown: RecordSet
  readonly filtered: boolean
}

/** Whether a row passes. What the timeline cannot draw, for want of a date, shows as long as nothing is filtered. */
function passes({ type, id }: TapelineRecord, { all, shown, filtered }: InStep): boolean {
  if (type !== 'event' && type !== 'chip' && type !== 'architecture' && type !== 'rule') return true
  return shown.has(id) || (!filtered && !all.has(id))
}

export function filteredRows(document: Document, type: RecordType, inStep: InStep): TapelineRecord[] {
  return recordsOfType(document, type).filter((record) => passes(record, inStep))
}

/** The rows of a record type, filtered as the timeline is, in the order that was asked for. */
export function useTableRows(
  type: Readonly<ShallowRef<RecordType>>,
  inStep: () => InStep,
  columns: ComputedRef<readonly Column[]>,
  sorting: Readonly<ShallowRef<Sorting | null>>,
  context: ComputedRef<TableContext>,
): ComputedRef<readonly TapelineRecord[]> {
  const collator = computed(() => new Intl.Collator(context.value.locale, { numeric: true }))
  const rows = computed(() => filteredRows(context.value.document, type.value, inStep()))
  return computed(() => {
    const column = columns.value.find(({ id }) => id === sorting.value?.column)
    if (sorting.value === null || column === undefined) return rows.value
    return sortRows(rows.value, column, sorting.value.descending, context.value, collator.value.compare)
  })
}
