import type { Document } from '../model/document'
import type { RecordId } from '../model/ids'
import type { RecordOf } from '../model/record'
import type { Extent } from './timeline-item'

/** An arrow between two records, from a `link` or from a field that says the same. */
export interface RecordLink {
  readonly key: string
  readonly kind: RecordOf<'link'>['kind']
  readonly from: RecordId
  readonly to: RecordId
}

/** With each selection all links are asked for, and a document does not change. */
const linksOf = new WeakMap<Document, readonly RecordLink[]>()

/** All links of a document: `link` records, what a chip is a variant of, and what precedes an architecture. */
export function recordLinks(document: Document): readonly RecordLink[] {
  const known = linksOf.get(document)
  if (known !== undefined) return known
  const links = readLinks(document)
  linksOf.set(document, links)
  return links
}

function readLinks(document: Document): RecordLink[] {
  const found = new Map<string, RecordLink>()
  const add = (kind: RecordLink['kind'], from: RecordId, to: RecordId): void => {
    const key = `${kind} ${from} ${to}`
    if (from !== to) found.set(key, { key, kind, from, to })
  }
  for (const record of document.records.values()) {
    if (record.type === 'link') add(record.kind, record.from, record.to)
    else if (record.type === 'chip' && record.variantOf !== undefined) add('variant', record.variantOf, record.id)
    else if (record.type === 'architecture' && record.predecessor !== undefined)
      add('successor', record.predecessor, record.id)
  }
  return [...found.values()]
}

/** The links of a record and of all that it leads to or comes from: its chain, in both directions. */
export function chainOf(links: readonly RecordLink[], record: RecordId): RecordLink[] {
  const kept = new Set<RecordLink>()
  const follow = (near: 'from' | 'to', far: 'from' | 'to'): void => {
    const byEnd = new Map<RecordId, RecordLink[]>()
    for (const link of links) {
      const list = byEnd.get(link[near])
      if (list === undefined) byEnd.set(link[near], [link])
      else list.push(link)
    }
    const seen = new Set<RecordId>([record])
    const open: RecordId[] = [record]
    for (let id = open.pop(); id !== undefined; id = open.pop())
      for (const link of byEnd.get(id) ?? []) {
        kept.add(link)
        if (seen.has(link[far])) continue
        seen.add(link[far])
        open.push(link[far])
      }
  }
  follow('from', 'to')
  follow('to', 'from')
  return links.filter((link) => kept.has(link))
}

/** Days between the beginnings of two records: from the least to the most that their dates allow. */
export interface DaysBetween {
  readonly least: number
  readonly most: number
  /** One of the dates is approximate or in doubt, which has no size: say "about". */
  readonly about: boolean
}

/** The first and last day on which a record may have begun. */
function beginning({ earliest, solidFrom, solidTo, latest }: Extent): [number, number] {
  return solidFrom < solidTo ? [earliest, solidFrom] : [earliest, Math.max(earliest, latest - 1)]
}

/** Days from the beginning of one to that of the other; negative where the other may begin first. Null for an open start. */
export function daysBetween(from: Extent, to: Extent): DaysBetween | null {
  if (from.openStart || to.openStart) return null
  const [fromFirst, fromLast] = beginning(from)
  const [toFirst, toLast] = beginning(to)
  return { least: toFirst - fromLast, most: toLast - fromFirst, about: from.approximate || to.approximate }
}
