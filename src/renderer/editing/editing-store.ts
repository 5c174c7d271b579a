import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { FieldValues } from '../../domain/change/record-commands'
import type { RecordType } from '../../domain/model/record'

/** What the dialogs of this folder were asked for. */
export type EditRequest =
  | { readonly kind: 'create'; readonly type: RecordType; readonly preset: FieldValues }
  | { readonly kind: 'edit'; readonly record: string; readonly part?: string | undefined }
  | { readonly kind: 'delete' | 'bulk'; readonly records: readonly string[] }

/** Which dialog is open. Small on purpose: the dialogs themselves load when the first is asked for. */
export const useEditingStore = defineStore('editing', () => {
  const request = shallowRef<EditRequest | null>(null)
  return {
    request,
    /** Opens the form of a new record; `preset` fills some of its fields, such as the date and vendor of a lane. */
    create(type: RecordType, preset: FieldValues = {}) {
      request.value = { kind: 'create', type, preset }
    },
    /** Opens the form of a record, at one of its parts (`provisions[1]`) where it is told. */
    edit(record: string, part?: string) {
      request.value = { kind: 'edit', record, part }
    },
    /** Opens the form of the fields that these records share. */
    editMany(records: readonly string[]) {
      request.value = { kind: 'bulk', records }
    },
    askDelete(records: readonly string[]) {
      request.value = { kind: 'delete', records }
    },
    close() {
      request.value = null
    },
  }
})
