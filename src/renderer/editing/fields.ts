import { ANNOTATION_COLOURS, SPAN_SHAPES } from '../../domain/model/annotation'
import { CONFIDENCES } from '../../domain/model/evidence'
import { EVENT_KINDS } from '../../domain/model/event'
import { LINK_KINDS } from '../../domain/model/link'
import { ORGANISATION_ROLES } from '../../domain/model/organisation'
import type { RecordType } from '../../domain/model/record'
import { RULE_FORMS, RULE_GATES } from '../../domain/model/rule'
import { ACCESS_GRADES } from '../../domain/model/source'
import { GROUPINGS, ITEM_KINDS } from '../../domain/model/view'

interface Common {
  /** Where it stands in the record: `date`, `filters.vendors`. */
  readonly key: string
  readonly required?: true
  /** How much of a row it takes. */
  readonly width?: 'full' | 'half' | 'third'
}

/** One field of a form: what is typed into it and where it goes. */
export type Field = Common &
  (
    | { readonly kind: 'names'; readonly long?: true }
    | { readonly kind: 'text'; readonly long?: true }
    | {
        readonly kind:
          | 'url'
          | 'lines'
          | 'date'
          | 'code'
          | 'codes'
          | 'flag'
          | 'specs'
          | 'formulas'
          | 'provisions'
          | 'disagreements'
          | 'target'
      }
    | { readonly kind: 'choice' | 'choices'; readonly options: readonly string[]; readonly words: string }
    | { readonly kind: 'reference' | 'references'; readonly types: readonly RecordType[] }
  )

const NAME: Field = { key: 'name', kind: 'names', required: true }
const SUMMARY: Field = { key: 'summary', kind: 'names', long: true }
const CONFIDENCE: Field = {
  key: 'confidence',
  kind: 'choice',
  options: CONFIDENCES,
  words: 'confidence',
  required: true,
  width: 'third',
}
const DISAGREEMENTS: Field = { key: 'disagreements', kind: 'disagreements' }
const SOURCES: Field = { key: 'sources', kind: 'references', types: ['source'] }
const date = (key: string): Field => ({ key, kind: 'date', width: 'third' })
const reference = (key: string, type: RecordType, required?: true): Field => ({
  key,
  kind: 'reference',
  types: [type],
  width: 'half',
  ...(required === undefined ? {} : { required }),
})
const references = (key: string, type: RecordType): Field => ({ key, kind: 'references', types: [type], width: 'half' })

/** What a link may join. */
export const LINK_ENDS: readonly RecordType[] = ['event', 'chip', 'architecture', 'rule', 'organisation']

/** The form of each record type. Fields of a record that stand in no form are kept as they are. */
export const RECORD_FIELDS: Readonly<Record<RecordType, readonly Field[]>> = {
  event: [
    NAME,
    { ...date('date'), required: true },
    { key: 'kind', kind: 'choice', options: EVENT_KINDS, words: 'eventKind', required: true, width: 'third' },
    CONFIDENCE,
    SUMMARY,
    references('actors', 'organisation'),
    { key: 'jurisdictions', kind: 'codes', required: true, width: 'half' },
    references('chips', 'chip'),
    references('architectures', 'architecture'),
    references('rules', 'rule'),
    SOURCES,
    DISAGREEMENTS,
  ],
  chip: [
    NAME,
    reference('vendor', 'organisation', true),
    reference('architecture', 'architecture'),
    reference('variantOf', 'chip'),
    { key: 'aliases', kind: 'lines', width: 'half' },
    date('announced'),
    date('available'),
    date('withdrawn'),
    SUMMARY,
    { key: 'specs', kind: 'specs' },
    CONFIDENCE,
    SOURCES,
    DISAGREEMENTS,
  ],
  architecture: [
    NAME,
    reference('vendor', 'organisation', true),
    reference('predecessor', 'architecture'),
    date('announced'),
    date('available'),
    date('withdrawn'),
    { key: 'codename', kind: 'text', width: 'half' },
    SUMMARY,
    { key: 'specs', kind: 'specs' },
    CONFIDENCE,
    SOURCES,
    DISAGREEMENTS,
  ],
  rule: [
    NAME,
    { key: 'jurisdiction', kind: 'code', required: true, width: 'third' },
    { key: 'citation', kind: 'text', width: 'third' },
    CONFIDENCE,
    { key: 'form', kind: 'choice', options: RULE_FORMS, words: 'ruleForm', width: 'third' },
    { key: 'gate', kind: 'choice', options: RULE_GATES, words: 'ruleGate', width: 'third' },
    date('announced'),
    date('published'),
    date('effective'),
    date('enforced'),
    date('ended'),
    reference('issuer', 'organisation'),
    references('amends', 'rule'),
    references('supersedes', 'rule'),
    references('corrects', 'rule'),
    SUMMARY,
    { key: 'formulas', kind: 'formulas' },
    { key: 'provisions', kind: 'provisions' },
    SOURCES,
    DISAGREEMENTS,
  ],
  organisation: [
    NAME,
    { key: 'roles', kind: 'choices', options: ORGANISATION_ROLES, words: 'role', required: true },
    { key: 'jurisdiction', kind: 'code', width: 'third' },
    { key: 'aliases', kind: 'lines', width: 'half' },
    SUMMARY,
  ],
  source: [
    { key: 'title', kind: 'text', required: true },
    { key: 'publisher', kind: 'text', required: true, width: 'half' },
    { key: 'url', kind: 'url', width: 'half' },
    date('date'),
    date('retrieved'),
    { key: 'access', kind: 'choice', options: ACCESS_GRADES, words: 'access', required: true, width: 'third' },
    { key: 'locator', kind: 'text', width: 'half' },
    { key: 'language', kind: 'text', width: 'half' },
    { key: 'note', kind: 'names', long: true },
  ],
  link: [
    { key: 'kind', kind: 'choice', options: LINK_KINDS, words: 'editing.linkKind', required: true, width: 'third' },
    { key: 'from', kind: 'reference', types: LINK_ENDS, required: true },
    { key: 'to', kind: 'reference', types: LINK_ENDS, required: true },
    { key: 'comment', kind: 'names', long: true },
    CONFIDENCE,
    SOURCES,
    DISAGREEMENTS,
  ],
  annotation: [
    { key: 'target', kind: 'target', required: true },
    { key: 'text', kind: 'text', long: true, required: true },
    { key: 'colour', kind: 'choice', options: ANNOTATION_COLOURS, words: 'annotate.colours', width: 'half' },
    { key: 'shape', kind: 'choice', options: SPAN_SHAPES, words: 'annotate.shapes', width: 'half' },
    { key: 'author', kind: 'text', width: 'half' },
    { key: 'inFigures', kind: 'flag', width: 'half' },
  ],
  view: [
    NAME,
    { key: 'grouping', kind: 'choice', options: GROUPINGS, words: 'grouping', required: true, width: 'third' },
    { key: 'filters.kinds', kind: 'choices', options: ITEM_KINDS, words: 'editing.itemKind' },
    references('filters.vendors', 'organisation'),
    { key: 'filters.jurisdictions', kind: 'codes', width: 'half' },
    { key: 'filters.confidences', kind: 'choices', options: CONFIDENCES, words: 'confidence' },
  ],
  // What it assumes is changed where it is used.
  scenario: [NAME],
}
