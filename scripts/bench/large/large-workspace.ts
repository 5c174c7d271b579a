import { join } from 'node:path'
import type { RecordOf } from '../../../src/domain/model/record'
import { createWorkspaceFile } from '../../../src/main/store/create-workspace-file'
import type { DocumentStore } from '../../../src/main/store/document-store'
import { openWorkspaceFile } from '../../../src/main/store/open-workspace-file'

export const EVENTS = 100_000

export const event = (n: number): RecordOf<'event'> => ({
  type: 'event',
  id: `event-${String(n)}`,
  name: { en: `Event ${String(n)}`, 'zh-Hant': `事件 ${String(n)}` },
  kind: 'policy',
  date: `${String(2000 + (n % 30))}-${String(1 + (n % 12)).padStart(2, '0')}`,
  actors: [],
  chips: [],
  architectures: [],
  rules: [],
  summary: { en: 'A summary of about the usual length.'.repeat(6), 'zh-Hant': '一段長度普通的摘要。'.repeat(6) },
  jurisdictions: ['US'],
  sources: [],
  confidence: 'confirmed',
})

/** Makes a workspace of that many events in a folder and opens it. */
export function openLarge(folder: string): { store: DocumentStore; file: string } {
  const file = join(folder, 'large.tapeline')
  createWorkspaceFile(
    file,
    Array.from({ length: EVENTS }, (_, n) => event(n)),
  )
  const opened = openWorkspaceFile(file, { clock: Date.now, onTrouble: (trouble) => console.error(trouble) })
  if (opened.kind !== 'open') throw new Error(JSON.stringify(opened))
  return { store: opened.store, file }
}
