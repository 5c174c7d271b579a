import * as v from 'valibot'
import { computed, shallowRef } from 'vue'
import { recordProblems } from '../../domain/change/check-record'
import { freshId, numbered } from '../../domain/change/fresh-id'
import { inOneStep } from '../../domain/change/in-one-step'
import { forgetParagraphs } from '../../domain/change/named-paragraphs'
import { createRecord, editRecord, withFields, type FieldValues } from '../../domain/change/record-commands'
import { recordsOfType } from '../../domain/model/document'
import type { RecordId } from '../../domain/model/ids'
import type { Names } from '../../domain/model/names'
import { RECORD_SCHEMAS, type RecordOf, type TapelineRecord, type RecordType } from '../../domain/model/record'
import { referencesOf } from '../../domain/model/record-references'
import { useDocumentStore, type Outcome } from '../document/document-store'
import { instantNow } from '../document/today'
import { blankOf, draftOf, readDraft } from './draft'
import type { ProvisionDraft, SpecDraft } from './draft-types'
import { RECORD_FIELDS } from './fields'
import { circleFaults } from './rule/circle-faults'
import { revivedProvisions } from './rule/provision-drafts'
import { revivedSpecs } from './spec-drafts'
import type { Fault, Faults } from './typed-texts'

export type FormStart =
  | { readonly type: RecordType; readonly record: null; readonly preset: FieldValues; readonly part?: undefined }
  | {
      readonly type: RecordType
      readonly record: TapelineRecord
      readonly preset: null
      /** A part to begin with, `provisions[1]`. */
      readonly part?: string | undefined
    }

const KeptForm = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    draft: v.record(v.string(), v.unknown()),
    touched: v.array(v.string()),
    added: v.array(RECORD_SCHEMAS.source),
  }),
)

/** Paragraphs and figures that an earlier form kept get what this one shows beside. */
function revived([key, value]: [string, unknown]): [string, unknown] {
  if (key === 'provisions') return [key, revivedProvisions(value as readonly Partial<ProvisionDraft>[])]
  return key === 'specs' ? [key, revivedSpecs(value as readonly Partial<SpecDraft>[])] : [key, value]
}

const paragraphsOf = (record: TapelineRecord | null): RecordId[] =>
  record?.type === 'rule' ? record.provisions.map(({ id }) => id) : []

/** A later form may keep another kind of value under the same name. */
const sameKind = (a: unknown, b: unknown): boolean => typeof a === typeof b && Array.isArray(a) === Array.isArray(b)

/** What is typed into one form, what is wrong with it, and how it is saved. */
export function useRecordForm({ type, record, preset }: FormStart) {
  const documents = useDocumentStore()
  const base: FieldValues = record ?? { ...blankOf(type), ...preset }
  const draft = shallowRef(draftOf(type, base))
  /** The fields that were typed into, so that saving writes no other. */
  const touched = shallowRef<ReadonlySet<string>>(new Set())
  const added = shallowRef<readonly RecordOf<'source'>[]>([])

  const document = computed(() => {
    const records = new Map(documents.document.records)
    for (const source of added.value) records.set(source.id, source)
    return { records }
  })
  const rules = computed(() => recordsOfType(documents.document, 'rule').filter(({ id }) => id !== record?.id))
  const otherParagraphs = computed(
    () => new Set(rules.value.flatMap(({ provisions }) => provisions.map(({ id }) => id))),
  )
  /** What new paragraphs are named by. */
  const paragraphIds = computed(() => {
    const name = (draft.value['name'] as Names | undefined)?.en ?? ''
    return { rule: record?.id ?? freshId(name, document.value.records), taken: otherParagraphs.value }
  })
  const read = computed(() => {
    const { fields, faults } = readDraft(type, draft.value, base, paragraphIds.value)
    const circles = type === 'rule' ? circleFaults(fields, rules.value) : []
    return { fields, faults: new Map<string, Fault>([...circles, ...faults]) }
  })

  /** The record as it would be saved; notes are dated by this moment. */
  function whole(): TapelineRecord {
    const now = instantNow()
    const own = record ?? { ...base, type, id: idOf(read.value.fields) }
    const dated = type === 'annotation' ? { modified: now, ...(record === null ? { created: now } : {}) } : {}
    const typed = Object.entries(read.value.fields).filter(([key]) => record === null || touched.value.has(key))
    return withFields(own, { ...Object.fromEntries(typed), ...dated }) as TapelineRecord
  }

  function idOf(fields: FieldValues): RecordId {
    const { records } = document.value
    if (type === 'link')
      return numbered(freshId(`link ${String(fields['from'])} ${String(fields['to'])}`, records), records)
    if (type === 'annotation') return numbered(`note-${crypto.randomUUID()}`, records)
    if (type === 'source') return freshId(`${String(fields['publisher'])} ${String(fields['title'])}`, records)
    return freshId((fields['name'] as Names).en, records)
  }

  const faults = computed<Faults>(() => {
    if (read.value.faults.size > 0) return read.value.faults
    const refused = new Map<string, Fault>()
    for (const { path = '', detail } of recordProblems(document.value, whole(), record))
      refused.set(fieldOf(path), { kind: 'refused', detail })
    return refused
  })

  /** The field a problem stands at: `sources[0]` is shown under `sources`. */
  function fieldOf(path: string): string {
    if (/^(specs|formulas|provisions|disagreements)\[/.test(path)) return path.replace(/\.(unit|metric)$/, '.value')
    return RECORD_FIELDS[type].find(({ key }) => path.startsWith(key))?.key ?? path
  }

  function set(key: string, value: unknown): void {
    draft.value = { ...draft.value, [key]: value }
    touched.value = new Set([...touched.value, key.split('.')[0] ?? key])
  }

  /** Saves it, with the sources it cites that are new and without what names a paragraph that is gone, in one step. The id is that of the saved record. */
  async function save(): Promise<{ outcome: Outcome; id: RecordId }> {
    const to = whole()
    const cited = new Set(referencesOf(to).map((reference) => reference.to))
    const sources = added.value.filter(({ id }) => cited.has(id))
    const { type: _type, id: _id, ...fields } = withGone(to)
    const left = new Set(paragraphsOf(to))
    const gone = new Set(paragraphsOf(record).filter((id) => !left.has(id)))
    const outcome = await documents.dispatch((current) =>
      inOneStep(current, [
        ...sources.map((source) => (before: typeof current) => createRecord(before, source)),
        ...(gone.size === 0 ? [] : [(before: typeof current) => forgetParagraphs(before, gone)]),
        (before) => (record === null ? createRecord(before, to) : editRecord(before, { id: to.id, fields })),
      ]),
    )
    return { outcome, id: to.id }
  }

  /** The fields with those named that were taken away, so that the edit takes them away too. */
  function withGone(to: TapelineRecord): Record<string, unknown> {
    const gone = Object.keys(record ?? {}).filter((key) => !(key in to))
    return { ...to, ...Object.fromEntries(gone.map((key) => [key, undefined])) }
  }

  /** What a draft keeps of this form; null while nothing was typed. */
  function snapshot(): string | null {
    if (touched.value.size === 0 && added.value.length === 0) return null
    return JSON.stringify({ draft: draft.value, touched: [...touched.value], added: added.value })
  }

  /** Only fields that were typed into: the others may have changed since. */
  function restore(text: string): boolean {
    const kept = v.safeParse(KeptForm, text)
    if (!kept.success) return false
    const typed = Object.entries(kept.output.draft).filter(
      ([key, value]) =>
        kept.output.touched.includes(key.split('.')[0] ?? key) &&
        key in draft.value &&
        sameKind(value, draft.value[key]),
    )
    draft.value = { ...draft.value, ...Object.fromEntries(typed.map(revived)) }
    touched.value = new Set([...touched.value, ...typed.map(([key]) => key.split('.')[0] ?? key)])
    added.value = [...added.value, ...kept.output.added]
    return true
  }

  return {
    draft,
    place: record === null ? `create:${type}` : `edit:${type}:${record.id}`,
    snapshot,
    restore,
    document,
    faults,
    /** As it stands in the fields, whatever is wrong with it. */
    read,
    /** Of a rule, the id that it has or will get. */
    ruleId: computed(() => paragraphIds.value.rule),
    dirty: computed(() => touched.value.size > 0 || added.value.length > 0),
    set,
    save,
    addSource(source: RecordOf<'source'>) {
      added.value = [...added.value, source]
    },
  }
}
