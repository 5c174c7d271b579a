import { computed, shallowRef } from 'vue'
import { bulkEdit, type FieldEdit } from '../../domain/change/bulk-edit'
import type { Change } from '../../domain/change/change'
import { inOneStep } from '../../domain/change/in-one-step'
import { createRecord } from '../../domain/change/record-commands'
import type { Document } from '../../domain/model/document'
import type { Problem, Result } from '../../domain/model/problem'
import type { RecordOf, TapelineRecord } from '../../domain/model/record'
import { useDocumentStore, type Outcome } from '../document/document-store'
import { instantNow } from '../document/today'
import { foundValues, isList, sharedFields } from './bulk-fields'
import { readValue, shownValue } from './draft'
import type { Field } from './fields'
import type { Fault } from './typed-texts'

/** What is typed for many records at once. A field that was not touched is left as it is in each of them. */
export function useBulkForm(ids: readonly string[]) {
  const documents = useDocumentStore()
  const records = ids.flatMap((id): TapelineRecord[] => {
    const record = documents.document.records.get(id)
    return record === undefined ? [] : [record]
  })
  const fields = sharedFields(records.map(({ type }) => type)).map((field) => ({
    field,
    found: foundValues(records, field),
  }))
  const drafts = shallowRef<ReadonlyMap<string, unknown>>(new Map())
  const removed = shallowRef<ReadonlyMap<string, ReadonlySet<string>>>(new Map())
  const added = shallowRef<readonly RecordOf<'source'>[]>([])

  const document = computed<Document>(() => {
    const all = new Map(documents.document.records)
    for (const source of added.value) all.set(source.id, source)
    return { records: all }
  })

  /** What stands in a field: what was typed, else what all records have, else nothing. */
  function shown(field: Field): unknown {
    if (drafts.value.has(field.key)) return drafts.value.get(field.key)
    const [first] = fields.find((one) => one.field === field)?.found ?? []
    const common = !isList(field) && first?.count === records.length
    return shownValue(field, common ? first.value : undefined)
  }

  const isTouched = (key: string): boolean => drafts.value.has(key) || (removed.value.get(key)?.size ?? 0) > 0

  const read = computed(() => {
    const faults = new Map<string, Fault>()
    const edits: Record<string, FieldEdit> = {}
    for (const { field } of fields) {
      if (!isTouched(field.key)) continue
      if (!isList(field)) {
        edits[field.key] = { value: readValue(field, shown(field), faults) }
        continue
      }
      // A list that nothing is put into is none that lacks anything.
      const { required: _required, ...optional } = field
      const add = drafts.value.has(field.key) ? (readValue(optional, shown(field), faults) as readonly string[]) : []
      edits[field.key] = { add, remove: [...(removed.value.get(field.key) ?? [])] }
    }
    return { edits, faults }
  })

  const command = (before: Document): Result<Change> =>
    bulkEdit(before, { ids: records.map(({ id }) => id), fields: read.value.edits, now: instantNow() })

  /** Why the records cannot take it, said of the first that cannot. */
  const refused = computed<Problem | null>(() => {
    if (read.value.faults.size > 0) return null
    const result = command(document.value)
    return result.ok || result.problem.code === 'no-change' ? null : result.problem
  })

  function save(): Promise<Outcome> {
    const cited = new Set(Object.values(read.value.edits).flatMap((edit) => ('add' in edit ? edit.add : [])))
    const sources = added.value.filter(({ id }) => cited.has(id))
    return documents.dispatch((current) =>
      inOneStep(current, [...sources.map((source) => (before: Document) => createRecord(before, source)), command]),
    )
  }

  return {
    records,
    fields,
    document,
    read,
    refused,
    shown,
    isTouched,
    removed,
    dirty: computed(() => fields.some(({ field }) => isTouched(field.key))),
    set(key: string, value: unknown) {
      drafts.value = new Map([...drafts.value, [key, value]])
    },
    /** Takes a member out of the list of every record, or leaves it after all. */
    toggleRemoved(key: string, member: string) {
      const members = new Set(removed.value.get(key))
      if (!members.delete(member)) members.add(member)
      removed.value = new Map([...removed.value, [key, members]])
    },
    leave(key: string) {
      drafts.value = new Map([...drafts.value].filter(([one]) => one !== key))
      removed.value = new Map([...removed.value].filter(([one]) => one !== key))
    },
    save,
    addSource(source: RecordOf<'source'>) {
      added.value = [...added.value, source]
    },
  }
}
