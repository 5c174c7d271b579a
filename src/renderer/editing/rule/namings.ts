import { NAMING_FIELDS, namingsOf, type NamingField } from '../../../domain/change/named-paragraphs'
import type { Document } from '../../../domain/model/document'
import type { RecordId } from '../../../domain/model/ids'
import type { RecordOf } from '../../../domain/model/record'
import type { ProvisionDraft } from '../draft-types'
import { nameOfRow } from './paragraph-names'

/** Who names a paragraph of a form, as far as its words need it. */
export interface Naming {
  /** The paragraph that does; none where a scenario assumes something of it. */
  readonly reference: string | null
  readonly field: NamingField | 'assumptions'
  /** The rule or scenario that it stands in; null for the rule of the form. */
  readonly record: RecordOf<'rule' | 'scenario'> | null
}

/** What a paragraph is named by in its form. */
export const nameOf = ({ kept, row }: ProvisionDraft): string => kept.id ?? nameOfRow(row)

/** Who names a paragraph: others of the form as they are typed, then other rules and scenarios as they are kept. */
export function namingsInForm(
  draft: ProvisionDraft,
  all: readonly ProvisionDraft[],
  document: Document,
  rule: RecordId,
): Naming[] {
  const name = nameOf(draft)
  const inForm = all
    .filter(({ row }) => row !== draft.row)
    .flatMap((each) =>
      NAMING_FIELDS.filter((field) => each[field].includes(name)).map((field): Naming => ({
        reference: each.reference,
        field,
        record: null,
      })),
    )
  const kept = namingsOf(document, new Set([name])).flatMap((each): Naming[] => {
    if (each.by === 'scenario') return [{ reference: null, field: 'assumptions', record: each.scenario }]
    const { provision, field, rule: record } = each
    return record.id === rule ? [] : [{ reference: provision.reference, field, record }]
  })
  return [...inForm, ...kept]
}

/** The paragraphs that stay when one goes; none of them names it any more. */
export const withoutParagraph = (draft: ProvisionDraft, all: readonly ProvisionDraft[]): readonly ProvisionDraft[] => {
  const without = (list: readonly string[]): readonly string[] => list.filter((each) => each !== nameOf(draft))
  return all
    .filter(({ row }) => row !== draft.row)
    .map((each) => ({ ...each, replaces: without(each.replaces), overrides: without(each.overrides) }))
}
