import type { Document } from '../../domain/model/document'
import type { RecordId } from '../../domain/model/ids'
import type { RecordOf, TapelineRecord } from '../../domain/model/record'
import { mentionsOf } from '../../domain/search/note-links'

/** How a record stands to another, seen from the one that is shown. */
export type Relation =
  | 'vendor'
  | 'issuer'
  | 'actors'
  | 'architecture'
  | 'architectures'
  | 'chips'
  | 'variantOf'
  | 'variants'
  | 'predecessor'
  | 'successors'
  | 'rules'
  | 'amends'
  | 'amendedBy'
  | 'supersedes'
  | 'supersededBy'
  | 'corrects'
  | 'correctedBy'
  | 'causedBy'
  | 'causes'
  | 'answers'
  | 'answeredBy'
  | 'linkVariantOf'
  | 'linkVariants'
  | 'follows'
  | 'followedBy'
  | 'events'
  | 'scenarios'
  | 'citedBy'
  | 'mentionedIn'

export interface RelationGroup {
  readonly relation: Relation
  readonly records: readonly TapelineRecord[]
}

/** The order they are shown in: who, what, then why, then everything that speaks of it. */
const ORDER: readonly Relation[] = [
  'vendor',
  'issuer',
  'actors',
  'architecture',
  'variantOf',
  'predecessor',
  'successors',
  'architectures',
  'chips',
  'variants',
  'rules',
  'amends',
  'amendedBy',
  'supersedes',
  'supersededBy',
  'corrects',
  'correctedBy',
  'causedBy',
  'causes',
  'answers',
  'answeredBy',
  'linkVariantOf',
  'linkVariants',
  'follows',
  'followedBy',
  'events',
  'scenarios',
  'citedBy',
  'mentionedIn',
]

/** What a link is called from its two ends: [seen from `from`, seen from `to`]. */
const LINK_ENDS: Readonly<Record<RecordOf<'link'>['kind'], readonly [Relation, Relation]>> = {
  cause: ['causes', 'causedBy'],
  response: ['answeredBy', 'answers'],
  variant: ['linkVariants', 'linkVariantOf'],
  successor: ['followedBy', 'follows'],
}

type Points = [Relation, readonly (RecordId | undefined)[]][]

/** What the record itself points at. */
function pointsFrom(record: TapelineRecord): Points {
  switch (record.type) {
    case 'chip':
      return [
        ['vendor', [record.vendor]],
        ['architecture', [record.architecture]],
        ['variantOf', [record.variantOf]],
      ]
    case 'architecture':
      return [
        ['vendor', [record.vendor]],
        ['predecessor', [record.predecessor]],
      ]
    case 'event':
      return [
        ['actors', record.actors],
        ['chips', record.chips],
        ['architectures', record.architectures],
        ['rules', record.rules],
      ]
    case 'rule':
      return [
        ['issuer', [record.issuer]],
        ['amends', record.amends],
        ['supersedes', record.supersedes],
        ['corrects', record.corrects ?? []],
      ]
    case 'scenario':
      return [['rules', record.assumptions.map(({ rule }) => rule)]]
    default:
      return []
  }
}

/** Under what name the shown record finds another one that points at it. */
function pointBack(relation: Relation, other: TapelineRecord): Relation {
  if (other.type === 'event') return 'events'
  if (other.type === 'scenario') return 'scenarios'
  if (relation === 'vendor') return other.type === 'chip' ? 'chips' : 'architectures'
  if (relation === 'architecture') return 'chips'
  if (relation === 'issuer') return 'rules'
  if (relation === 'variantOf') return 'variants'
  if (relation === 'predecessor') return 'successors'
  if (relation === 'corrects') return 'correctedBy'
  return relation === 'amends' ? 'amendedBy' : 'supersededBy'
}

function cites(record: TapelineRecord, source: RecordId): boolean {
  if (!('sources' in record)) return false
  if (record.sources.includes(source)) return true
  if ('specs' in record && record.specs.some((spec) => spec.sources.includes(source))) return true
  if (record.disagreements?.some((other) => other.sources.includes(source))) return true
  return record.type === 'rule' && record.provisions.some((provision) => provision.sources.includes(source))
}

/** Every record that one can jump to from a record, by how it is related; none twice in a group. */
export function relationsOf(document: Document, record: TapelineRecord): RelationGroup[] {
  const groups = new Map<Relation, Set<RecordId>>()
  const add = (relation: Relation, id: RecordId | undefined): void => {
    if (id === undefined || id === record.id || !document.records.has(id)) return
    const known = groups.get(relation)
    if (known === undefined) groups.set(relation, new Set([id]))
    else known.add(id)
  }
  for (const [relation, ids] of pointsFrom(record)) for (const id of ids) add(relation, id)
  for (const other of document.records.values()) {
    if (other.type === 'link') {
      const [asFrom, asTo] = LINK_ENDS[other.kind]
      if (other.from === record.id) add(asFrom, other.to)
      if (other.to === record.id) add(asTo, other.from)
    }
    for (const [relation, ids] of pointsFrom(other))
      if (ids.includes(record.id)) add(pointBack(relation, other), other.id)
    if (record.type === 'source' && other.type !== 'link' && cites(other, record.id)) add('citedBy', other.id)
  }
  for (const id of mentionsOf(document, record.id)) add('mentionedIn', id)
  return ORDER.flatMap((relation) => {
    const ids = groups.get(relation)
    if (ids === undefined) return []
    const records = [...ids].flatMap((id) => document.records.get(id) ?? [])
    return [{ relation, records: inOrder(records) }]
  })
}

function dateText(record: TapelineRecord): string {
  if (record.type === 'event') return record.date
  if (record.type === 'rule') return record.effective ?? record.published ?? record.announced ?? '~'
  return 'announced' in record ? (record.announced ?? record.available ?? '~') : ''
}

/** By date as its text sorts, which is near enough for a list; what has no date comes last. */
const inOrder = (records: TapelineRecord[]): TapelineRecord[] =>
  records.sort((a, b) => (dateText(a) < dateText(b) ? -1 : dateText(a) > dateText(b) ? 1 : a.id < b.id ? -1 : 1))
