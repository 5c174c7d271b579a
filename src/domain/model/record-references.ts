import { assertNever } from './exhaustive'
import type { RecordId } from './ids'
import { RECORD_TYPES, type RecordType, type TapelineRecord } from './record'
import type { Assumption } from './scenario'

/** A field of a record that names another record. */
export interface Reference {
  /** Where it stands: `specs[2].sources[0]`. */
  readonly path: string
  readonly to: RecordId
  /** The types the other record may be of. */
  readonly types: readonly RecordType[]
}

/** What an arrow or a note may point at. A link to a link would have no place on the timeline. */
const ANY_BUT_LINK = RECORD_TYPES.filter((type) => type !== 'link')
const LINK_ENDS = ['organisation', 'architecture', 'chip', 'event', 'rule'] as const

function one(path: string, to: RecordId | undefined, ...types: RecordType[]): Reference[] {
  return to === undefined ? [] : [{ path, to, types }]
}

function many(path: string, ids: readonly RecordId[], type: RecordType): Reference[] {
  return ids.map((to, index) => ({ path: `${path}[${index}]`, to, types: [type] }))
}

/** The sources a record rests on, as a whole, in what disagrees with it and in its parts. */
function evidence(record: TapelineRecord): Reference[] {
  if (!('sources' in record)) return []
  const parts = (path: string, list: readonly { readonly sources: readonly RecordId[] }[]): Reference[] =>
    list.flatMap(({ sources }, index) => many(`${path}[${index}].sources`, sources, 'source'))
  return [
    ...many('sources', record.sources, 'source'),
    ...parts('disagreements', record.disagreements ?? []),
    ...('specs' in record ? parts('specs', record.specs) : []),
    ...('provisions' in record ? parts('provisions', record.provisions) : []),
    ...('formulas' in record ? parts('formulas', record.formulas ?? []) : []),
  ]
}

/** Copies that a scenario makes are no records: what is assumed of them names nothing. */
function assumedOf(assumptions: readonly Assumption[]): Reference[] {
  const copies = new Set(assumptions.flatMap((each) => (each.kind === 'copy' ? [each.copy] : [])))
  return assumptions.flatMap(({ rule }, index) =>
    copies.has(rule) ? [] : one(`assumptions[${index}].rule`, rule, 'rule'),
  )
}

function own(record: TapelineRecord): Reference[] {
  switch (record.type) {
    case 'source':
    case 'organisation':
      return []
    case 'architecture':
      return [
        ...one('vendor', record.vendor, 'organisation'),
        ...one('predecessor', record.predecessor, 'architecture'),
        ...one('generationOf', record.generationOf, 'architecture'),
      ]
    case 'chip':
      return [
        ...one('vendor', record.vendor, 'organisation'),
        ...one('architecture', record.architecture, 'architecture'),
        ...one('variantOf', record.variantOf, 'chip'),
      ]
    case 'event':
      return [
        ...many('actors', record.actors, 'organisation'),
        ...many('chips', record.chips, 'chip'),
        ...many('architectures', record.architectures, 'architecture'),
        ...many('rules', record.rules, 'rule'),
      ]
    case 'rule':
      return [
        ...one('issuer', record.issuer, 'organisation'),
        ...many('amends', record.amends, 'rule'),
        ...many('supersedes', record.supersedes, 'rule'),
        ...many('corrects', record.corrects ?? [], 'rule'),
        ...record.provisions.flatMap(({ chips }, index) => many(`provisions[${index}].chips`, chips ?? [], 'chip')),
      ]
    case 'link':
      return [...one('from', record.from, ...LINK_ENDS), ...one('to', record.to, ...LINK_ENDS)]
    case 'annotation':
      return record.target.kind === 'record' ? one('target.record', record.target.record, ...ANY_BUT_LINK) : []
    case 'view':
      return many('filters.vendors', record.filters.vendors, 'organisation')
    case 'scenario':
      return assumedOf(record.assumptions)
    default:
      return assertNever(record)
  }
}

/** Every reference a record makes, in the order of its fields, sources last. */
export function referencesOf(record: TapelineRecord): Reference[] {
  return [...own(record), ...evidence(record)]
}
