import type { Document } from '../model/document'
import type { Disagreement } from '../model/evidence'
import type { RecordId } from '../model/ids'
import type { Names } from '../model/names'
import type { TapelineRecord } from '../model/record'
import type { SpecValue } from '../model/spec-value'

/** Where in a record a text stands, most telling first. */
export const TEXT_FIELDS = [
  'name',
  'alias',
  'code',
  'summary',
  'note',
  'provision',
  'spec',
  'comment',
  'source',
] as const
export type TextFieldName = (typeof TEXT_FIELDS)[number]

export interface TextField {
  readonly field: TextFieldName
  readonly text: string
}

type Part = TextField | null | undefined

const one = (field: TextFieldName, text: string | undefined): Part => (text === undefined ? null : { field, text })
const both = (field: TextFieldName, names: Names | undefined): Part[] =>
  names === undefined ? [] : [one(field, names.en), names.en === names['zh-Hant'] ? null : one(field, names['zh-Hant'])]

const specs = (values: readonly SpecValue[]): Part[] =>
  values.flatMap(({ value, unit, reason, comment }) => [
    one('spec', unit === undefined ? String(value) : `${String(value)} ${unit}`),
    ...both('comment', reason),
    ...both('comment', comment),
  ])
const disagreements = (list: readonly Disagreement[] | undefined): Part[] =>
  (list ?? []).flatMap(({ value, comment }) => [one('comment', value), ...both('comment', comment)])

function partsOf(record: TapelineRecord): Part[] {
  switch (record.type) {
    case 'organisation':
      return [...both('name', record.name), ...aliases(record.aliases), ...both('summary', record.summary)]
    case 'architecture':
      return [
        ...both('name', record.name),
        one('code', record.codename),
        ...both('summary', record.summary),
        ...specs(record.specs),
        ...disagreements(record.disagreements),
      ]
    case 'chip':
      return [
        ...both('name', record.name),
        ...aliases(record.aliases),
        ...both('summary', record.summary),
        ...specs(record.specs),
        ...disagreements(record.disagreements),
      ]
    case 'event':
      return [...both('name', record.name), ...both('summary', record.summary), ...disagreements(record.disagreements)]
    case 'rule':
      return [
        ...both('name', record.name),
        one('code', record.citation),
        ...both('summary', record.summary),
        ...record.provisions.flatMap(({ reference, words, outcome }) => [
          one('code', reference),
          ...both('provision', words),
          ...outcome.conditions.flatMap((condition) => both('provision', condition)),
        ]),
        ...disagreements(record.disagreements),
      ]
    case 'source':
      return [
        one('name', record.title),
        one('source', record.publisher),
        one('code', record.locator),
        one('source', record.url),
        ...both('comment', record.note),
      ]
    case 'link':
      return both('comment', record.comment)
    case 'annotation':
      return [one('note', record.text)]
    case 'view':
    case 'scenario':
      return both('name', record.name)
  }
}

const aliases = (list: readonly string[] | undefined): Part[] => (list ?? []).map((alias) => one('alias', alias))

/** The record in whose place a text is found: a note's is what it stands on, a link's is where it begins, if that is there. */
export function holderOf(record: TapelineRecord, document: Document): RecordId {
  const target =
    record.type === 'annotation' && record.target.kind === 'record'
      ? record.target.record
      : record.type === 'link'
        ? record.from
        : record.id
  return document.records.has(target) ? target : record.id
}

/**
 * Every text of some records that a reader may search, in their order: names and aliases in both languages,
 * summaries, notes, specs, provisions, comments, source titles.
 */
export function recordTexts(records: readonly TapelineRecord[]): TextField[] {
  return records.flatMap((record) => partsOf(record).filter((part) => part !== null && part !== undefined))
}
