import { DatabaseSync } from '@photostructure/sqlite'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Problem } from '../../domain/model/problem'
import { documentOfParts, type PlacedRecords } from '../../domain/model/placed-records'
import { anEvent } from '../../testing/builders'
import { createWorkspaceFile } from './create-workspace-file'
import type { DocumentStore } from './document-store'
import { openWorkspaceFile } from './open-workspace-file'
import { organisation, renaming } from './store-fixtures'

const NVIDIA = organisation('nvidia', 'NVIDIA')
const RECORDS = [...Array.from({ length: 300 }, (_, n) => anEvent({ id: `event-${String(n)}` })), NVIDIA]

let folder = ''
let file = ''
let store: DocumentStore

function openStore(sql = ''): void {
  const db = new DatabaseSync(file)
  db.exec(sql)
  db.close()
  const opened = openWorkspaceFile(file, { clock: () => 5, onTrouble: () => undefined })
  if (opened.kind !== 'open') throw new Error(JSON.stringify(opened))
  store = opened.store
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tapeline-reading-'))
  file = join(folder, 'work.tapeline')
  createWorkspaceFile(file, RECORDS)
})
afterEach(() => {
  store.close()
  rmSync(folder, { recursive: true })
})

function readAll(sampleRows: number, atMost: number) {
  const reading = store.reading(sampleRows)
  const parts: PlacedRecords[] = []
  const problems: Problem[] = []
  let rows = 0
  for (let batch = reading.next(atMost); batch !== null; batch = reading.next(atMost)) {
    if (batch === 'changed') throw new Error('nobody edited')
    parts.push(batch)
    problems.push(...batch.problems)
    rows += batch.rows
  }
  return { document: documentOfParts(parts), problems, rows, first: parts[0]?.records ?? [] }
}

describe('reading a few rows at a time', () => {
  it.each([
    [20, 7],
    [20, 1000],
    [300, 50],
    [1, 1],
  ])('reads what is read at once, with a sample of %d and %d rows at a time', (sampleRows, atMost) => {
    openStore()
    expect([...readAll(sampleRows, atMost).document.records.values()]).toEqual(store.records().records)
  })

  it('begins with what is no event, wherever it stands', () => {
    openStore()
    const { first } = readAll(20, 1000)
    expect(first).toContainEqual(NVIDIA)
    expect(first.length).toBeGreaterThan(10)
    expect(first.length).toBeLessThan(40)
  })

  it('shows no damaged row as whole and no row of another form, and names both as reading at once does', () => {
    openStore(`UPDATE record SET body = replace(body, 'H200', 'H20O') WHERE id = 'event-7';
      UPDATE record SET checksum = checksum + 1 WHERE id = 'nvidia';
      UPDATE record SET position = 900 WHERE id = 'event-70';
      UPDATE record SET id = 'event-"' WHERE id = 'event-71'`)
    const { document, problems, rows } = readAll(20, 64)
    const atOnce = store.records()
    expect(rows).toBe(RECORDS.length)
    expect([...document.records.values()]).toEqual(atOnce.records)
    const byRecord = (a: Problem, b: Problem) => ((a.record ?? '') < (b.record ?? '') ? -1 : 1)
    expect([...problems].sort(byRecord)).toEqual([...atOnce.problems].sort(byRecord))
    expect(problems.map(({ record }) => record).sort()).toEqual(['event-"', 'event-7', 'event-70', 'nvidia'])
  })

  it('counts rows and their bytes', () => {
    openStore()
    expect(store.rowCount()).toBe(RECORDS.length)
    expect(store.textBytes()).toBe(Buffer.byteLength(RECORDS.map((record) => JSON.stringify(record)).join('')))
  })

  it('says that the document was edited, and reads no further', () => {
    openStore()
    const reading = store.reading(20)
    reading.next(5)
    expect(reading.changed()).toBe(false)
    expect(store.commit(renaming(NVIDIA, 'N')).ok).toBe(true)
    expect([reading.changed(), reading.next(5)]).toEqual([true, 'changed'])
  })
})
