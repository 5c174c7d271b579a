import { join } from 'node:path'
import type { RecordOf } from '../../../src/domain/model/record'
import { createWorkspaceFile } from '../../../src/main/store/create-workspace-file'
import type { DocumentStore } from '../../../src/main/store/document-store'
import { openWorkspaceFile } from '../../../src/main/store/open-workspace-file'
import { drawnRecords, largeRecords } from './records'

/** Makes a workspace with that many records on the timeline. */
export function createLarge(file: string, count: number): void {
  createWorkspaceFile(file, largeRecords(count))
}

/** Makes one in a folder and opens it; of its events, that many of the first are given too. */
export function openLarge(
  folder: string,
  count: number,
  firstEvents: number,
): { store: DocumentStore; file: string; events: readonly RecordOf<'event'>[] } {
  const file = join(folder, 'large.tapeline')
  createLarge(file, count)
  const opened = openWorkspaceFile(file, { clock: Date.now, onTrouble: (trouble) => console.error(trouble) })
  if (opened.kind !== 'open') throw new Error(JSON.stringify(opened))
  const events: RecordOf<'event'>[] = []
  for (const record of drawnRecords(count)) {
    if (record.type === 'event') events.push(record)
    if (events.length === firstEvents) break
  }
  return { store: opened.store, file, events }
}
