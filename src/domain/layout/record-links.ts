import type { Document } from '../model/document'
import type { RecordId } from '../model/ids'
import { LINK_KINDS } from '../model/link'
import type { Extent } from './timeline-item'

/** What a later rule does to an earlier one; the arrow leads from the earlier to the later, as time does. */
export const RULE_LINK_KINDS = ['amends', 'supersedes', 'corrects'] as const
export const RECORD_LINK_KINDS = [...LINK_KINDS, ...RULE_LINK_KINDS] as const
export type RecordLinkKind = (typeof RECORD_LINK_KINDS)[number]

/** An arrow between two records, from a `link` or from a field that says the same. */
export interface RecordLink {
  readonly key: string
  readonly kind: RecordLinkKind
  readonly from: RecordId
  readonly to: RecordId
}

/** With each selection all links are asked for, and a document does not change. */
const linksOf = new WeakMap<Document, readonly RecordLink[]>()

/**
 * All links of a document: `link` records, what a chip is a variant of, what precedes an architecture, and the chains
 * of rules. Of several things that a rule does to another the weightiest is drawn: it supersedes it, else corrects it,
 * else amends it.
 */
export function recordLinks(document: Document): readonly RecordLink[] {
  const known = linksOf.get(document)
  if (known !== undefined) return known
  const links = readLinks(document)
  linksOf.set(document, links)
  return links
}

function readLinks(document: Document): RecordLink[] {
  const found = new Map<string, RecordLink>()
  const add = (kind: RecordLinkKind, from: RecordId, to: RecordId): void => {
    const key = `${kind} ${from} ${to}`
    if (from !== to) found.set(key, { key, kind, from, to })
  }
  for (const record of document.records.values()) {
    if (record.type === 'link') add(record.kind, record.from, record.to)
    else if (record.type === 'chip' && record.variantOf !== undefined) add('variant', record.variantOf, record.id)
    else if (record.type === 'architecture' && record.predecessor !== undefined)
      add('successor', record.predecessor, record.id)
    else if (record.type === 'rule') {
      const { supersedes, corrects = [], amends } = record
      for (const id of supersedes) add('supersedes', id, record.id)
      for (const id of corrects) if (!supersedes.includes(id)) add('corrects', id, record.id)
      for (const id of amends) if (!supersedes.includes(id) && !corrects.includes(id)) add('amends', id, record.id)
    }
  }
  return [...found.values()]
}

const RULE_KINDS: ReadonlySet<RecordLinkKind> = new Set(RULE_LINK_KINDS)

/** Whether a link is one of a chain of rules. */
export const isOfRules = ({ kind }: RecordLink): boolean => RULE_KINDS.has(kind)

/**
 * The links of a record and of all that it leads to or comes from: its chain, in both directions. Rules have a chain of
 * their own, which no other link joins: or else one rule would bring what every later version of it led to.
 */
export function chainOf(links: readonly RecordLink[], record: RecordId): RecordLink[] {
  const ofRules = links.filter(isOfRules)
  const kept = new Set([
    ...followed(ofRules, record),
    ...followed(
      links.filter((link) => !isOfRules(link)),
      record,
    ),
  ])
  return links.filter((link) => kept.has(link))
}

/** The rules that led to a rule and those that came of it, itself included; nothing where it is in no chain. */
export function ruleChain(document: Document, rule: RecordId): { links: readonly RecordLink[]; rules: Set<RecordId> } {
  const links = [...followed(recordLinks(document).filter(isOfRules), rule)]
  return { links, rules: new Set(links.flatMap(({ from, to }) => [from, to])) }
}

function followed(links: readonly RecordLink[], record: RecordId): ReadonlySet<RecordLink> {
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
  return kept
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
