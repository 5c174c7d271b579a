import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { applyChange, invert } from '../../domain/change/apply'
import { compareDocuments, type Comparison } from '../../domain/change/compare-documents'
import type { CompareKind } from '../../domain/layout/compare-on-timeline'
import type { Document } from '../../domain/model/document'
import type { RecordId } from '../../domain/model/ids'
import type { Version } from '../../ipc/values'
import type { CallError, Reply } from '../../ipc/reply'
import { client } from '../document/client'
import { useDocumentStore } from '../document/document-store'

export interface VersionDocument {
  readonly version: Version
  readonly document: Document
}

/** Edits may come while main reads a file; so often it is asked again. */
const ATTEMPTS = 3
const PARTIAL: CallError = { code: 'partial', message: 'not all records are in the window yet' }
const STALE: CallError = { code: 'stale', message: 'the workspace was edited meanwhile' }

export const COMPARE_KINDS = ['added', 'removed', 'moved', 'changed'] as const satisfies readonly CompareKind[]

/** Two states that are compared, the earlier one first; `later` null is the document as it is now. */
export const useComparisonStore = defineStore('comparison', () => {
  const documents = useDocumentStore()
  const earlier = shallowRef<VersionDocument | null>(null)
  const later = shallowRef<VersionDocument | null>(null)
  const reading = shallowRef(false)
  /** The record whose line in the list is opened and brought into view. */
  const focused = shallowRef<RecordId | null>(null)
  let turn = 0

  const before = computed(() => earlier.value?.document ?? null)
  const after = computed(() => later.value?.document ?? documents.document)
  const comparison = computed<Comparison | null>(() =>
    before.value === null ? null : compareDocuments(before.value, after.value),
  )
  const kinds = computed<ReadonlyMap<RecordId, CompareKind>>(() => {
    const found = comparison.value
    if (found === null) return new Map()
    return new Map([
      ...found.added.map(({ id }) => [id, 'added'] as const),
      ...found.removed.map(({ id }) => [id, 'removed'] as const),
      ...found.moved.map(({ to }) => [to.id, 'moved'] as const),
      ...found.changed.map(({ to }) => [to.id, 'changed'] as const),
    ])
  })

  /** The document as it was in a version: ours, with the difference that main found taken back. */
  async function read(id: string): Promise<Reply<VersionDocument>> {
    // What differs is taken back from the whole document.
    if (documents.arrival !== null) return { ok: false, error: PARTIAL }
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const reply = await client().call('versions:difference', { id })
      if (!reply.ok) return reply
      const { version, revision, edits } = reply.value
      if (revision !== documents.history.revision) continue
      if (Object.keys(edits).length === 0) return { ok: true, value: { version, document: documents.document } }
      const subject = { en: id, 'zh-Hant': id }
      const back = invert({ label: { action: 'restore', subject }, edits })
      return { ok: true, value: { version, document: applyChange(documents.document, back) } }
    }
    return { ok: false, error: STALE }
  }

  function close(): void {
    turn += 1
    earlier.value = null
    later.value = null
    focused.value = null
    reading.value = false
  }

  /** Compares a version with another or with now; an error, or null when it stands or was overtaken. */
  async function compare(one: Version, other: Version | null): Promise<CallError | null> {
    close()
    const mine = turn
    const [first, last] = other !== null && other.revision < one.revision ? [other, one] : [one, other]
    reading.value = true
    const from = await read(first.id)
    const to = last === null || !from.ok ? null : await read(last.id)
    if (mine !== turn) return null
    reading.value = false
    if (!from.ok) return from.error
    if (to?.ok === false) return to.error
    earlier.value = from.value
    later.value = to === null ? null : to.value
    return null
  }

  return { earlier, later, before, after, comparison, kinds, reading, focused, read, compare, close }
})
