import type { AnnotationTarget } from '../../domain/model/annotation'
import type { FieldValues } from '../../domain/change/record-commands'
import type { RecordType } from '../../domain/model/record'
import { NO_FILTERS } from '../../domain/model/view'
import { RECORD_FIELDS, type Field } from './fields'
import { disagreementDrafts, disagreementsOf } from './disagreement-drafts'
import type {
  DisagreementDraft,
  Draft,
  FormulaDraft,
  NamesDraft,
  ProvisionDraft,
  SpecDraft,
  TargetDraft,
} from './draft-types'
import { formulaDrafts, formulasOf } from './rule/formula-drafts'
import { provisionDrafts, provisionsOf, type ParagraphIds } from './rule/provision-drafts'
import { specDrafts, specsOf } from './spec-drafts'
import { dateOf, linesOf, namesOf, NO_NAMES, type Fault, type Faults } from './typed-texts'

/** What a new record of each type starts with. */
const BLANK: Readonly<Record<RecordType, FieldValues>> = {
  event: { kind: 'policy', jurisdictions: [], actors: [], chips: [], architectures: [], rules: [] },
  chip: { specs: [] },
  architecture: { specs: [] },
  rule: { amends: [], supersedes: [], provisions: [] },
  organisation: { roles: [] },
  source: { access: 'full' },
  link: { kind: 'cause' },
  annotation: { target: { kind: 'date', date: '' }, inFigures: true },
  view: { grouping: 'story', filters: NO_FILTERS, collapsed: [] },
  scenario: { assumptions: [] },
}
const EVIDENCE: FieldValues = { sources: [], confidence: 'reported' }

/** The blank with evidence where the type has it. */
export function blankOf(type: RecordType): FieldValues {
  return RECORD_FIELDS[type].some(({ key }) => key === 'confidence') ? { ...EVIDENCE, ...BLANK[type] } : BLANK[type]
}

const at = (values: FieldValues, key: string): unknown =>
  key.split('.').reduce<unknown>((part, name) => (part as FieldValues | undefined)?.[name], values)

/** What the fields of a form show for a record, or for the blank of a new one. */
export function draftOf(type: RecordType, values: FieldValues): Draft {
  return Object.fromEntries(RECORD_FIELDS[type].map((field) => [field.key, shownValue(field, at(values, field.key))]))
}

/** A value of a record as its field shows it. */
export function shownValue(field: Field, value: unknown): unknown {
  switch (field.kind) {
    case 'names':
      return value ?? NO_NAMES
    case 'lines':
      return ((value as string[] | undefined) ?? []).join('\n')
    case 'codes':
      return ((value as string[] | undefined) ?? []).join(', ')
    case 'choices':
    case 'references':
      return value ?? []
    case 'flag':
      return value ?? false
    case 'specs':
      return specDrafts(value)
    case 'formulas':
      return formulaDrafts(value)
    case 'provisions':
      return provisionDrafts(value)
    case 'disagreements':
      return disagreementDrafts(value)
    case 'target': {
      const target = value as AnnotationTarget
      const blank: TargetDraft = { kind: target.kind, record: '', date: '' }
      if (target.kind === 'record') return { ...blank, record: target.record }
      if (target.kind === 'place') return { ...blank, kept: target }
      return { ...blank, date: target.kind === 'date' ? target.date : target.span }
    }
    default:
      return value ?? ''
  }
}

/** What a draft means for the record, and what is wrong with it. `ids` name the paragraphs that are new. */
export function readDraft(
  type: RecordType,
  draft: Draft,
  before: FieldValues,
  ids: ParagraphIds = NO_IDS,
): { fields: FieldValues; faults: Faults } {
  const faults = new Map<string, Fault>()
  const fields: Record<string, unknown> = {}
  for (const field of RECORD_FIELDS[type]) {
    const read = readValue(field, draft[field.key], faults, ids)
    // An empty list in place of none would be a change that nobody made.
    const value = isEmpty(read) && at(before, field.key) === undefined ? undefined : read
    const [whole = '', part] = field.key.split('.')
    fields[whole] = part === undefined ? value : { ...((fields[whole] ?? before[whole]) as object), [part]: value }
  }
  return { fields, faults }
}

/** Of a form that makes no paragraphs. */
const NO_IDS: ParagraphIds = { rule: 'rule', taken: new Set() }

const isEmpty = (value: unknown): boolean => value === undefined || (Array.isArray(value) && value.length === 0)

const text = (value: unknown): string | undefined => (String(value).trim() === '' ? undefined : String(value).trim())

/** What stands in a field as the value of a record; what is wrong with it goes to `faults`. */
export function readValue(field: Field, shown: unknown, faults: Map<string, Fault>, ids = NO_IDS): unknown {
  const value = read(field, shown, faults, ids)
  if (field.required && isEmpty(value) && !faults.has(field.key)) faults.set(field.key, { kind: 'required' })
  return value
}

function read(field: Field, value: unknown, faults: Map<string, Fault>, ids: ParagraphIds): unknown {
  switch (field.kind) {
    case 'names':
      return namesOf(field.key, value as NamesDraft, faults, field.required)
    case 'date':
      return dateOf(field.key, String(value), faults)
    case 'url': {
      const url = text(value)
      if (url !== undefined && !/^https:\/\/\S+\.\S+$/.test(url)) faults.set(field.key, { kind: 'notUrl' })
      return url
    }
    case 'lines':
      return linesOf(String(value))
    case 'code':
    case 'codes': {
      const codes = String(value)
        .toUpperCase()
        .split(/[\s,，、;]+/)
        .filter((code) => code !== '')
      if (codes.some((code) => !/^[A-Z]{2}$/.test(code))) faults.set(field.key, { kind: 'notCode' })
      if (field.kind === 'code' && codes.length > 1) faults.set(field.key, { kind: 'notCode' })
      return field.kind === 'codes' ? codes : codes[0]
    }
    case 'specs':
      return specsOf(field.key, value as SpecDraft[], faults)
    case 'formulas':
      return formulasOf(field.key, value as FormulaDraft[], faults)
    case 'provisions':
      return provisionsOf(field.key, value as ProvisionDraft[], faults, ids)
    case 'disagreements':
      return disagreementsOf(field.key, value as DisagreementDraft[], faults)
    case 'target':
      return targetOf(field.key, value as TargetDraft, faults)
    case 'choices':
    case 'references':
    case 'flag':
      return value
    default:
      return field.kind === 'text' && field.long ? (text(value) === undefined ? undefined : String(value)) : text(value)
  }
}

function targetOf(key: string, { kind, record, date, kept }: TargetDraft, faults: Map<string, Fault>): unknown {
  if (kind === 'place') return kept
  if ((kind === 'record' ? record : date.trim()) === '') faults.set(key, { kind: 'required' })
  if (kind === 'record') return { kind, record }
  const text = dateOf(key, date, faults) ?? ''
  return kind === 'date' ? { kind, date: text } : { kind, span: text }
}
