import { DATE_FIELDS } from '../../domain/change/commands'
import { withFields } from '../../domain/change/record-commands'
import type { Disagreement } from '../../domain/model/evidence'
import type { DisagreementDraft, Draft } from './draft-types'
import type { Field } from './fields'
import { newRow } from './new-row'
import { dateOf, namesOf, NO_NAMES, type Fault } from './typed-texts'

const dates: ReadonlySet<string> = new Set(Object.values(DATE_FIELDS).flat())
export const isDate = (field: string): boolean => dates.has(field)

/** What sources may disagree about. Figures that disagree stand side by side among the specs. */
export const disputable = (fields: readonly Field[]): string[] =>
  fields.map(({ key }) => key).filter((key) => !['specs', 'disagreements', 'confidence', 'sources'].includes(key))

function disagreementDraft(kept: Partial<Disagreement>): DisagreementDraft {
  return {
    row: newRow(),
    field: kept.field ?? '',
    value: kept.value ?? '',
    confidence: kept.confidence ?? 'reported',
    sources: kept.sources ?? [],
    comment: kept.comment ?? NO_NAMES,
    kept,
  }
}

export const newDisagreement = (field: string): DisagreementDraft => ({ ...disagreementDraft({}), field })

export const disagreementDrafts = (value: unknown): DisagreementDraft[] =>
  ((value as readonly Disagreement[] | undefined) ?? []).map(disagreementDraft)

/** What other sources say. Whoever sets a value aside says why; one that was kept without a reason may stay so. */
export function disagreementsOf(
  key: string,
  drafts: readonly DisagreementDraft[],
  faults: Map<string, Fault>,
): unknown[] {
  return drafts.map(({ field, value, confidence, sources, comment, kept }, at) => {
    const path = `${key}[${at}]`
    const isKept = value === kept.value && field === kept.field
    if (field.trim() === '') faults.set(`${path}.field`, { kind: 'required' })
    if (value.trim() === '') faults.set(`${path}.value`, { kind: 'required' })
    const read = !isKept && isDate(field) ? dateOf(`${path}.value`, value, faults) : value.trim()
    return withFields(kept, {
      field: field.trim(),
      value: read ?? '',
      confidence,
      sources,
      comment: namesOf(`${path}.comment`, comment, faults, isKept && kept.comment === undefined ? undefined : true),
    })
  })
}

/** The field that a disagreement speaks of, where what stands in it can be changed for another text. */
export function changeableField({ field }: DisagreementDraft, fields: readonly Field[]): Field | null {
  const found = fields.find(({ key }) => key === field)
  return found !== undefined && ['date', 'text', 'url', 'code'].includes(found.kind) ? found : null
}

/**
 * The fields of a form with the other value in the place of the record's, whose own then stands among the others and
 * waits for the reason. The sources of the other value become the record's; those that it does not share stay with the
 * value that they gave.
 */
export function preferring(draft: Draft, { row, field, value, sources }: DisagreementDraft): Draft {
  const before = draft[field] as string
  const own = draft['sources'] as readonly string[]
  const swap = (each: DisagreementDraft): DisagreementDraft[] => {
    if (each.row !== row) return [each]
    if (before.trim() === '') return []
    const left = own.filter((source) => !sources.includes(source))
    return [{ ...each, value: before, sources: left, confidence: String(draft['confidence']), comment: NO_NAMES }]
  }
  return {
    [field]: value,
    disagreements: (draft['disagreements'] as readonly DisagreementDraft[]).flatMap(swap),
    sources: [...new Set([...own, ...sources])],
  }
}
