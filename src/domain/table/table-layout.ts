import type { Column } from './column'
import type { Sorting } from './sort-rows'

/** Between these the width of a column stays, in px. */
const NARROWEST_PX = 48
const WIDEST_PX = 900

/** How a user has laid out the table of one record type. */
export interface TableLayout {
  /** The columns that show, in their order; `widthPx` where it was changed. */
  readonly columns: readonly { readonly id: string; readonly widthPx?: number | undefined }[]
  readonly sorting: Sorting | null
}

/** The layout of a type that nobody has laid out. */
export function firstLayout(columns: readonly Column[]): TableLayout {
  return { columns: columns.filter(({ atFirst }) => atFirst).map(({ id }) => ({ id })), sorting: null }
}

/** The columns to show, in order and with their widths. Ids that no column has are passed over; never none at all. */
export function shownColumns(columns: readonly Column[], layout: TableLayout): Column[] {
  const byId = new Map(columns.map((column) => [column.id, column]))
  const shown = layout.columns.flatMap(({ id, widthPx }) => {
    const column = byId.get(id)
    byId.delete(id)
    if (column === undefined) return []
    return [widthPx === undefined ? column : { ...column, widthPx: withinLimits(widthPx) }]
  })
  return shown.length > 0 ? shown : columns.filter(({ atFirst }) => atFirst)
}

/** The layout with these columns and no others: those that stay keep their place, new ones come last. */
export function choosingColumns(layout: TableLayout, ids: ReadonlySet<string>): TableLayout {
  const kept = layout.columns.filter(({ id }) => ids.has(id))
  const had = new Set(kept.map(({ id }) => id))
  return { ...layout, columns: [...kept, ...[...ids].filter((id) => !had.has(id)).map((id) => ({ id }))] }
}

/** The layout with one column at another place among those that show; past an end it stays at that end. */
export function movingColumn(layout: TableLayout, id: string, to: number): TableLayout {
  const column = layout.columns.find((one) => one.id === id)
  if (column === undefined) return layout
  const columns = layout.columns.filter((one) => one !== column)
  columns.splice(Math.max(0, to), 0, column)
  return { ...layout, columns }
}

/** The layout with one column of another width; null gives it its own back. */
export function resizingColumn(layout: TableLayout, id: string, widthPx: number | null): TableLayout {
  const columns = layout.columns.map((one) =>
    one.id !== id ? one : widthPx === null ? { id } : { id, widthPx: withinLimits(widthPx) },
  )
  return { ...layout, columns }
}

const withinLimits = (widthPx: number): number => Math.round(Math.max(NARROWEST_PX, Math.min(widthPx, WIDEST_PX)))
