import { duplicateRecord } from '../../domain/change/record-commands'
import type { RecordId } from '../../domain/model/ids'
import { useDocumentStore } from '../document/document-store'
import { instantNow } from '../document/today'

/** Duplicates a record; the id of the copy, or null where it was refused. */
export async function duplicate(id: RecordId): Promise<RecordId | null> {
  const now = instantNow()
  let copy: RecordId | null = null
  const outcome = await useDocumentStore().dispatch((document) => {
    const change = duplicateRecord(document, { id, now })
    if (change.ok) copy = Object.keys(change.value.edits)[0] ?? null
    return change
  })
  return outcome.kind === 'done' ? copy : null
}
