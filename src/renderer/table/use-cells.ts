import { computed, shallowRef } from 'vue'

/** A cell by row and column; row -1 is the row of headings. */
export interface CellAt {
  readonly row: number
  readonly column: number
}

export interface CellRange {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(value, most))

/** The active cell, and the range from where it was begun. */
export function useCells(size: () => { rows: number; columns: number; pageRows: number }) {
  const active = shallowRef<CellAt>({ row: 0, column: 0 })
  const anchor = shallowRef<CellAt>({ row: 0, column: 0 })

  const range = computed<CellRange>(() => ({
    top: Math.max(0, Math.min(active.value.row, anchor.value.row)),
    bottom: Math.max(active.value.row, anchor.value.row),
    left: Math.min(active.value.column, anchor.value.column),
    right: Math.max(active.value.column, anchor.value.column),
  }))

  function goTo(to: CellAt, extend = false): void {
    const { rows, columns } = size()
    active.value = {
      row: clamp(to.row, extend ? 0 : -1, Math.max(rows - 1, -1)),
      column: clamp(to.column, 0, Math.max(columns - 1, 0)),
    }
    if (!extend) anchor.value = active.value
  }

  /** Where a key leads; null for keys that move nothing. */
  function destination({ key, ctrlKey, metaKey }: KeyboardEvent): CellAt | null {
    const { row, column } = active.value
    const { rows, columns, pageRows } = size()
    const far = ctrlKey || metaKey
    switch (key) {
      case 'ArrowUp':
        return { row: far ? 0 : row - 1, column }
      case 'ArrowDown':
        return { row: far ? rows - 1 : row + 1, column }
      case 'ArrowLeft':
        return { row, column: far ? 0 : column - 1 }
      case 'ArrowRight':
        return { row, column: far ? columns - 1 : column + 1 }
      case 'Home':
        return { row: far ? 0 : row, column: 0 }
      case 'End':
        return { row: far ? rows - 1 : row, column: columns - 1 }
      case 'PageUp':
        return { row: Math.max(0, row - pageRows), column }
      case 'PageDown':
        return { row: row + pageRows, column }
      default:
        return null
    }
  }

  function selectAll(): void {
    const { rows, columns } = size()
    anchor.value = { row: 0, column: 0 }
    active.value = { row: Math.max(rows - 1, 0), column: Math.max(columns - 1, 0) }
  }

  return { active, range, goTo, destination, selectAll }
}
