import type { Document } from '../model/document'
import type { RecordId } from '../model/ids'
import type { Result } from '../model/problem'
import type { RecordOf, TapelineRecord } from '../model/record'
import type { Provision } from '../model/rule'
import type { Change } from './change'
import { severalEdits } from './several-edits'

type Ids = ReadonlySet<RecordId>

/** What names a paragraph: another paragraph by one of its fields, or a scenario by what it assumes. */
export type ParagraphNaming =
  | {
      readonly by: 'provision'
      readonly rule: RecordOf<'rule'>
      readonly provision: Provision
      readonly field: NamingField
    }
  | { readonly by: 'scenario'; readonly scenario: RecordOf<'scenario'> }

export const NAMING_FIELDS = ['replaces', 'overrides'] as const
export type NamingField = (typeof NAMING_FIELDS)[number]

/** Everything in a document that names one of these paragraphs, in its order. */
export function namingsOf(document: Document, paragraphs: Ids): ParagraphNaming[] {
  const found: ParagraphNaming[] = []
  for (const record of document.records.values()) {
    if (record.type === 'scenario' && record.assumptions.some((each) => names(each, paragraphs)))
      found.push({ by: 'scenario', scenario: record })
    if (record.type !== 'rule') continue
    for (const provision of record.provisions)
      for (const field of NAMING_FIELDS)
        if (provision[field]?.some((id) => paragraphs.has(id)) === true)
          found.push({ by: 'provision', rule: record, provision, field })
  }
  return found
}

const names = (assumption: RecordOf<'scenario'>['assumptions'][number], paragraphs: Ids): boolean =>
  'provision' in assumption && paragraphs.has(assumption.provision)

/** The record without what it says of paragraphs that are gone; the very same where it says nothing of them. */
export function withoutParagraphs(record: TapelineRecord, gone: Ids): TapelineRecord {
  if (record.type === 'scenario') {
    const assumptions = record.assumptions.filter((each) => !names(each, gone))
    return assumptions.length === record.assumptions.length ? record : { ...record, assumptions }
  }
  if (record.type !== 'rule') return record
  const provisions = record.provisions.map((provision) => {
    const fields = NAMING_FIELDS.filter((field) => provision[field]?.some((id) => gone.has(id)) === true)
    const left = fields.map((field) => [field, provision[field]?.filter((id) => !gone.has(id))])
    return fields.length === 0 ? provision : { ...provision, ...(Object.fromEntries(left) as Partial<Provision>) }
  })
  return provisions.every((each, at) => each === record.provisions[at]) ? record : { ...record, provisions }
}

/**
 * Takes what is said of paragraphs out of every record, in one step: they are to go, or are gone. Errors: `no-change`
 * where nothing names them.
 */
export function forgetParagraphs(document: Document, gone: Ids): Result<Change> {
  const edits = [...document.records.values()].map((from) => ({ from, to: withoutParagraphs(from, gone) }))
  return severalEdits(
    document,
    edits.filter(({ from, to }) => from !== to),
    'edit',
  )
}
