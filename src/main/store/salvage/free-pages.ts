import type { Pages } from './damaged-pages'

/**
 * Pages that hold nothing now, but may still show what they once held (fileformat2.html, 1.5). Null where the list
 * of them is damaged.
 */
export function freePages(pages: Pages, used: ReadonlySet<number>): ReadonlySet<number> | null {
  const first = pages.page(1)
  if (first === null || first.toString('latin1', 0, 6) !== 'SQLite') return null
  const free = new Set<number>()
  for (let number = first.readUInt32BE(32); number !== 0;) {
    const trunk = free.has(number) ? null : trunkAt(pages, number)
    if (trunk === null) return null
    free.add(number)
    for (const page of trunk.pages) free.add(page)
    number = trunk.next
  }
  const isSound = free.size === first.readUInt32BE(36) && [...free].every((page) => !used.has(page))
  return isSound ? free : null
}

/** Where the first page no longer says where the list begins: found by the form of its own pages. */
export function probablyFreePages(pages: Pages, used: ReadonlySet<number>): ReadonlySet<number> {
  const trunks = new Map<number, Trunk>()
  for (let number = 2; number <= pages.count; number += 1) {
    const trunk = used.has(number) ? null : trunkAt(pages, number)
    if (trunk !== null && trunk.pages.length > 0) trunks.set(number, trunk)
  }
  const free = new Set<number>()
  for (const [number, trunk] of trunks) for (const page of [number, ...trunk.pages]) if (!used.has(page)) free.add(page)
  return free
}

interface Trunk {
  readonly next: number
  readonly pages: readonly number[]
}

function trunkAt(pages: Pages, number: number): Trunk | null {
  const page = pages.page(number)
  if (page === null) return null
  const next = page.readUInt32BE(0)
  const count = page.readUInt32BE(4)
  if (next > pages.count || count > pages.usable / 4 - 2) return null
  const listed = Array.from({ length: count }, (_, n) => page.readUInt32BE(8 + 4 * n))
  const isSound = new Set(listed).size === count && listed.every((one) => one > 1 && one <= pages.count)
  return isSound ? { next, pages: listed } : null
}
