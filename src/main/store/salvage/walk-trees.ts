import { DatabaseSync } from '@photostructure/sqlite'
import { apply } from '../migrate'
import { MIGRATIONS } from '../migrations'
import type { Pages } from './damaged-pages'
import { freePages, probablyFreePages } from './free-pages'
import { readCell, type Row } from './read-cell'
import { cellsOf, INNER_INDEX, LEAF_INDEX, LEAF_TABLE, walkTree, type FoundRow, type Tree } from './walk-tree'

export interface Walked {
  /** By the name of the table or index. Where the list of tables is damaged, some or all are missing. */
  readonly trees: ReadonlyMap<string, Tree>
  /** Rows on pages that no whole tree accounts for. */
  readonly strays: readonly FoundRow[]
  /** Whether pages that are not in use were passed over: then a row of rank `page` is no deleted one. */
  readonly freeKnown: boolean
}

/** Reads every row that can be read, the ones in order first. */
export function walkTrees(pages: Pages): Walked {
  const seen = new Set<number>()
  /** Pages of a tree in which a cell is damaged: what else is in them is found byte by byte. */
  const torn = new Set<number>()
  const schema = walkTree(pages, 1, seen, torn)
  const trees = new Map<string, Tree>()
  for (const { values } of schema.rows) {
    const [, name, , root] = values
    if (typeof name !== 'string' || typeof root !== 'number' || root < 2) continue
    trees.set(name, walkTree(pages, root, seen, torn))
  }
  const isWhole = schema.whole && schema.rows.length > 0 && [...trees.values()].every((tree) => tree.whole)
  if (!schema.whole) for (const [name, tree] of guessedTrees(pages, seen, torn)) trees.set(name, tree)
  const free = freePages(pages, seen)
  if (isWhole && free !== null && seen.size + free.size === pages.count) return { trees, strays: [], freeKnown: true }
  for (const page of free ?? probablyFreePages(pages, seen)) seen.add(page)
  const strays = strayRows(pages, seen, torn)
  if (free !== null) doubtRoots(trees, strays)
  return { trees, strays, freeKnown: free !== null }
}

/**
 * One wrong bit in the list of tables can have a tree begin at one of its own branches, which is whole in itself: rows of
 * it on pages that are in use and of no tree say that it is not.
 */
function doubtRoots(trees: Map<string, Tree>, strays: readonly FoundRow[]): void {
  for (const [name, tree] of trees)
    if (tree.whole && strays.some(({ rank, values }) => rank === 'page' && looksLike(name, values)))
      trees.set(name, { ...tree, whole: false })
}

/** Where the list of tables is damaged: the trees as a new file has them. A guess is never taken to be whole. */
function guessedTrees(pages: Pages, seen: Set<number>, torn: Set<number>): Map<string, Tree> {
  const trees = new Map<string, Tree>()
  for (const [name, root] of rootsOfNewFile()) {
    if (seen.has(root)) continue
    const tried = { seen: new Set(seen), torn: new Set(torn) }
    const { rows } = walkTree(pages, root, tried.seen, tried.torn)
    if (rows.length === 0 || !rows.every(({ values }) => looksLike(name, values))) continue
    trees.set(name, { rows, whole: false })
    for (const page of tried.seen) seen.add(page)
    for (const page of tried.torn) torn.add(page)
  }
  return trees
}

/** Whether a row could be one of that tree, told by the values of rows of ours. */
function looksLike(name: string, values: Row['values']): boolean {
  const [first, second] = values
  switch (name) {
    case 'record':
      return values.length === 5 && first === null && typeof second === 'string'
    case 'change':
      return values.length === 10 && first === null
    case 'change_part':
      return values.length === 5 && first === null && typeof second === 'number'
    case 'draft':
      return values.length === 4 && typeof first === 'string' && typeof second === 'number'
    case 'sqlite_autoindex_record_1':
      return values.length === 2 && typeof first === 'string' && typeof second === 'number'
    default:
      return false
  }
}

function rootsOfNewFile(): [string, number][] {
  const db = new DatabaseSync(':memory:')
  try {
    for (const migration of MIGRATIONS) apply(db, migration)
    const rows = db.prepare('SELECT name, rootpage FROM sqlite_schema').all() as { name: string; rootpage: number }[]
    return rows.map(({ name, rootpage }) => [name, rootpage])
  } finally {
    db.close()
  }
}

/** Tables and indexes alike: what a row is of is told from its values. */
function strayRows(pages: Pages, seen: ReadonlySet<number>, torn: ReadonlySet<number>): FoundRow[] {
  const strays: FoundRow[] = []
  for (let number = 1; number <= pages.count; number += 1) {
    if (seen.has(number) && !torn.has(number)) continue
    const page = pages.page(number)
    if (page === null) continue
    const start = number === 1 ? 100 : 0
    const type = page[start]
    const cells = type === LEAF_TABLE || type === LEAF_INDEX ? cellsOf(page, start, false, pages.usable) : null
    const tree = type === LEAF_INDEX || type === INNER_INDEX ? 'index' : 'table'
    const starts = new Set(torn.has(number) ? [] : (cells ?? []))
    for (const at of starts) {
      const row = readCell(pages, page, at, tree)
      if (row !== null) strays.push({ ...row, rank: 'page', page: number })
    }
    if (cells !== null && !torn.has(number)) continue
    for (let at = start; at + 4 < pages.usable; at += 1) {
      const row = readCell(pages, page, at, tree)
      if (row !== null) strays.push({ ...row, rank: 'bytes', page: number })
    }
  }
  return strays
}
