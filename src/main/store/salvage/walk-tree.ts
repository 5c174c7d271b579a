import type { Pages } from './damaged-pages'
import { readCell, type Row } from './read-cell'

/** How a row was come by: by the way that SQLite goes; from a page that no way leads to; by trying every byte. */
export type Rank = 'tree' | 'page' | 'bytes'

export interface FoundRow extends Row {
  readonly rank: Rank
  readonly page: number
}

export interface Tree {
  readonly rows: readonly FoundRow[]
  /** Whether every page of it was there and every cell of them could be read. */
  readonly whole: boolean
}

export const LEAF_TABLE = 0x0d
const INNER_TABLE = 0x05
export const LEAF_INDEX = 0x0a
export const INNER_INDEX = 0x02

/**
 * Reads a tree from its root. `seen` gathers the pages it is of, `torn` those in which a cell is damaged: what else is
 * on them must be found byte by byte.
 */
export function walkTree(pages: Pages, root: number, seen = new Set<number>(), torn = new Set<number>()): Tree {
  const rows: FoundRow[] = []
  let whole = true
  const waiting = [root]
  for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
    const page = pages.page(number)
    const start = number === 1 ? 100 : 0
    const type = page?.[start]
    if (page === null || seen.has(number) || !isTreePage(type)) {
      whole = false
      continue
    }
    seen.add(number)
    const isInner = type === INNER_TABLE || type === INNER_INDEX
    const tree = type === LEAF_TABLE || type === INNER_TABLE ? 'table' : 'index'
    const cells = cellsOf(page, start, isInner, pages.usable)
    if (cells === null) {
      whole = false
      torn.add(number)
      continue
    }
    const children: number[] = []
    for (const at of cells) {
      if (isInner) children.push(page.readUInt32BE(at))
      if (type === INNER_TABLE) continue
      const row = readCell(pages, page, isInner ? at + 4 : at, tree)
      if (row === null) {
        whole = false
        torn.add(number)
        continue
      }
      rows.push({ ...row, rank: 'tree', page: number })
      for (const more of row.overflow) seen.add(more)
    }
    if (isInner) waiting.push(page.readUInt32BE(start + 8), ...children.reverse())
  }
  return { rows, whole }
}

const isTreePage = (type: number | undefined): boolean =>
  type === LEAF_TABLE || type === INNER_TABLE || type === LEAF_INDEX || type === INNER_INDEX

/** Where the cells of a page begin; null when its header cannot be true. */
export function cellsOf(page: Buffer, start: number, isInner: boolean, usable: number): number[] | null {
  const count = page.readUInt16BE(start + 3)
  const first = start + (isInner ? 12 : 8)
  if (first + 2 * count > usable) return null
  const cells = Array.from({ length: count }, (_, n) => page.readUInt16BE(first + 2 * n))
  return cells.every((at) => at >= first + 2 * count && at + 4 <= usable) ? cells : null
}
