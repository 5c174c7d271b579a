import { assertNever } from '../model/exhaustive'
import type { RecordId } from '../model/ids'
import type { TapelineRecord } from '../model/record'
import type { Assumption } from '../model/scenario'

type Gone = ReadonlySet<RecordId>

const kept = (ids: readonly RecordId[], gone: Gone): RecordId[] => ids.filter((id) => !gone.has(id))
const resting = <T extends { readonly sources: readonly RecordId[] }>(list: readonly T[], gone: Gone) =>
  list.map((part) => ({ ...part, sources: kept(part.sources, gone) }))

function clear<T extends TapelineRecord>(record: T, field: keyof T, gone: Gone): T {
  const id = record[field]
  if (typeof id !== 'string' || !gone.has(id)) return record
  const { [field]: _cleared, ...rest } = record
  return rest as T
}

/** The sources of the record, of its figures, its paragraphs and of what disagrees with it. */
function withoutSources<T extends TapelineRecord>(record: T, gone: Gone): T {
  if (!('sources' in record)) return record
  return {
    ...record,
    sources: kept(record.sources, gone),
    ...(record.disagreements === undefined ? {} : { disagreements: resting(record.disagreements, gone) }),
    ...('specs' in record ? { specs: resting(record.specs, gone) } : {}),
    ...('provisions' in record ? { provisions: resting(record.provisions, gone) } : {}),
    ...('formulas' in record && record.formulas !== undefined ? { formulas: resting(record.formulas, gone) } : {}),
  }
}

/** What is assumed of rules that stay; with a rule go its copies, and what is assumed of those. */
function withoutRules(assumptions: readonly Assumption[], gone: Gone): Assumption[] {
  const missing = new Set(gone)
  return assumptions.filter((each) => {
    const stays = !missing.has(each.rule)
    if (!stays && each.kind === 'copy') missing.add(each.copy)
    return stays
  })
}

/**
 * The record with every reference to what is gone dropped: out of lists, and out of the fields it
 * can do without (a chip's architecture, a rule's issuer). What it cannot do without (a vendor, an
 * end of a link, what a note stands on) is left as it is: see `planDeletion`.
 */
export function withoutReferences(record: TapelineRecord, gone: Gone): TapelineRecord {
  const bare = withoutSources(record, gone)
  switch (bare.type) {
    case 'source':
    case 'organisation':
    case 'link':
    case 'annotation':
      return bare
    case 'architecture':
      return clear(clear(bare, 'predecessor', gone), 'generationOf', gone)
    case 'chip':
      return clear(clear(bare, 'architecture', gone), 'variantOf', gone)
    case 'event':
      return {
        ...bare,
        actors: kept(bare.actors, gone),
        chips: kept(bare.chips, gone),
        architectures: kept(bare.architectures, gone),
        rules: kept(bare.rules, gone),
      }
    case 'rule': {
      const provisions = bare.provisions.map((part) =>
        part.chips === undefined ? part : { ...part, chips: kept(part.chips, gone) },
      )
      const rule = {
        ...bare,
        amends: kept(bare.amends, gone),
        supersedes: kept(bare.supersedes, gone),
        ...(bare.corrects === undefined ? {} : { corrects: kept(bare.corrects, gone) }),
        provisions,
      }
      return clear(rule, 'issuer', gone)
    }
    case 'view':
      return { ...bare, filters: { ...bare.filters, vendors: kept(bare.filters.vendors, gone) } }
    case 'scenario':
      return { ...bare, assumptions: withoutRules(bare.assumptions, gone) }
    default:
      return assertNever(bare)
  }
}
