import type { RecordType, TapelineRecord } from '../../domain/model/record'
import { RECORD_FIELDS, type Field } from './fields'

/** What would lose its meaning said of many records at once, or has a form of its own. */
const OF_ONE_ONLY: ReadonlySet<Field['kind']> = new Set([
  'names',
  'specs',
  'provisions',
  'formulas',
  'disagreements',
  'target',
  'lines',
  'url',
])
const WORDS_OF_ONE: ReadonlySet<string> = new Set(['title', 'text', 'from', 'to'])

/** A list, of which one may put in or take out; anything else is set as a whole. */
export const isList = ({ kind }: Field): boolean => kind === 'references' || kind === 'choices' || kind === 'codes'

/** Whether two types mean the same by a field: the kind of an event is none of a link. */
const isSame = (a: Field, b: Field): boolean =>
  a.key === b.key && a.kind === b.kind && ('words' in a ? a.words : '') === ('words' in b ? b.words : '')

/** The fields that records of all these types have in common, as the form of the first shows them. */
export function sharedFields(types: readonly RecordType[]): Field[] {
  const [first, ...others] = [...new Set(types)]
  if (first === undefined) return []
  const isShared = (field: Field): boolean =>
    others.every((type) => RECORD_FIELDS[type].some((other) => isSame(field, other)))
  return RECORD_FIELDS[first].filter(
    (field) =>
      !OF_ONE_ONLY.has(field.kind) && !WORDS_OF_ONE.has(field.key) && !field.key.includes('.') && isShared(field),
  )
}

/** A value that some of the records have, and how many. `undefined`: they have none. */
export interface FoundValue {
  readonly value: unknown
  readonly count: number
}

const valueOf = (record: TapelineRecord, key: string): unknown =>
  (record as unknown as Readonly<Record<string, unknown>>)[key]

/** The values of one field, the most frequent first; of a list, those of its members. */
export function foundValues(records: readonly TapelineRecord[], field: Field): FoundValue[] {
  const counts = new Map<unknown, number>()
  for (const record of records) {
    const value = valueOf(record, field.key)
    const values = isList(field) ? new Set((value as readonly string[] | undefined) ?? []) : [value]
    for (const one of values) counts.set(one, (counts.get(one) ?? 0) + 1)
  }
  return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count)
}
