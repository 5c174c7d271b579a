import type { Change } from '../../domain/change/change'
import type { RecordOf } from '../../domain/model/record'

/** Records and changes for the tests of this folder. */
export function organisation(id: string, name: string): RecordOf<'organisation'> {
  return { type: 'organisation', id, name: { en: name, 'zh-Hant': name }, roles: ['vendor'] }
}

export function renaming(from: { id: string }, to: string): Change {
  const record = from as RecordOf<'organisation'>
  return {
    label: { action: 'rename', subject: record.name },
    edits: { [record.id]: { from: record, to: { ...record, name: { en: to, 'zh-Hant': to } } } },
  }
}
