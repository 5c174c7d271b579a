import type { QueryRows, ResultCell, ResultColumn } from '../../domain/console/query-outcome'

/** How many values of a reckoned column are looked at. */
const LOOKED_AT = 200

/**
 * The columns whose values are ids of records. Where SQLite cannot say what a column is of (an
 * expression, a UNION), its values decide: there are some, and all that are not NULL are ids.
 */
export function recordColumns({ columns, rows }: QueryRows, isRecord: (id: string) => boolean): number[] {
  const holdsIds = (at: number): boolean => {
    const values = rows.slice(0, LOOKED_AT).flatMap((row) => (row[at] === null ? [] : [row[at]]))
    return values.length > 0 && values.every((value) => typeof value === 'string' && isRecord(value))
  }
  const isOne = ({ isRecord: known }: ResultColumn, at: number): boolean => known ?? holdsIds(at)
  return columns.flatMap((column, at) => (isOne(column, at) ? [at] : []))
}

/** The record that a row stands for, by the column chosen or else the first that names one. */
export function recordOfRow(
  row: readonly ResultCell[] | undefined,
  columns: readonly number[],
  chosen: number | null,
  isRecord: (id: string) => boolean,
): string | null {
  const order = chosen === null ? columns : [chosen, ...columns]
  for (const at of order) {
    const cell = row?.[at]
    if (typeof cell === 'string' && isRecord(cell)) return cell
  }
  return null
}

/** A cell as it is shown; null for NULL, which is shown apart from every text. */
export function cellText(cell: ResultCell | undefined): string | null {
  if (cell === null || cell === undefined) return null
  if (typeof cell === 'object') return 'number' in cell ? cell.number : cell.bytes
  return typeof cell === 'string' ? cell.replaceAll(/\s+/g, ' ') : String(cell)
}

export const isNumber = (cell: ResultCell | undefined): boolean =>
  typeof cell === 'number' || (typeof cell === 'object' && cell !== null && 'number' in cell)

/** By hand a column can be made wider than it comes. */
export const [LEAST_COLUMN_PX, MOST_COLUMN_PX] = [40, 1200]
const CHARACTER_PX = 7.2
const [LEAST_PX, MOST_PX, PADDING_PX] = [56, 340, 20]

/** As wide as what stands in it, within limits; a Chinese character counts as two. */
export function columnWidths({ columns, rows }: QueryRows): number[] {
  const lengthOf = (text: string): number => text.length + (text.match(/[\u2E80-\uFFEF]/g)?.length ?? 0)
  return columns.map(({ name }, at) => {
    const texts = [name, ...rows.slice(0, LOOKED_AT).map((row) => cellText(row[at]) ?? 'NULL')]
    const longest = texts.reduce((most, text) => Math.max(most, lengthOf(text)), 0)
    return Math.round(Math.min(MOST_PX, Math.max(LEAST_PX, longest * CHARACTER_PX + PADDING_PX)))
  })
}
