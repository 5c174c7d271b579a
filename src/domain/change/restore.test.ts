import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { arbitraryRecords } from '../../testing/arbitraries'
import { aChip, anEvent, anOrganisation } from '../../testing/builders'
import { documentOf, type Document } from '../model/document'
import type { Result } from '../model/problem'
import { applyChange, invert, sameRecord } from './apply'
import { Change } from './change'
import { compareDocuments } from './compare-documents'
import { documentAt, restoreAll, restoreRecord } from './restore'

const documents = arbitraryRecords.map((records) => documentOf(records))
const plain = (document: Document): unknown => Object.fromEntries(document.records)

function changeOf(result: Result<Change>): Change {
  if (!result.ok) throw new Error(result.problem.detail)
  return v.parse(Change, result.value)
}

describe('restoreAll', () => {
  it('is one change that gives the other document, and back again', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(documents, documents, (now, then) => {
        const result = restoreAll(now, then)
        if (!result.ok) {
          expect(result.problem.code).toBe('no-change')
          expect(plain(now)).toEqual(plain(then))
          return
        }
        const change = changeOf(result)
        expect(plain(applyChange(now, change))).toEqual(plain(then))
        expect(plain(applyChange(applyChange(now, change), invert(change)))).toEqual(plain(now))
      }),
      { numRuns: 25 },
    )
  })

  it('is called after the one record that it changes, or after how many', () => {
    const [chip, event] = [aChip(), anEvent()]
    const now = documentOf([chip, event])
    expect(changeOf(restoreAll(now, documentOf([event]))).label).toEqual({ action: 'restore', subject: chip.name })
    expect(changeOf(restoreAll(now, documentOf([]))).label.subject.en).toBe('2 records')
    const named = { en: 'Before the audit', 'zh-Hant': '稽核之前' }
    expect(changeOf(restoreAll(now, documentOf([]), named)).label.subject).toEqual(named)
  })
})

describe('documentAt', () => {
  it('walks back through a history to its start', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.array(documents, { minLength: 1, maxLength: 6 }), (states) => {
        const steps = states.slice(1).flatMap((after, index) => {
          const result = restoreAll(states[index] as Document, after)
          return result.ok ? [result.value] : []
        })
        const last = states.at(-1) as Document
        expect(plain(documentAt(last, steps.toReversed()))).toEqual(plain(states[0] as Document))
        expect(plain(documentAt(last, []))).toEqual(plain(last))
      }),
      { numRuns: 25 },
    )
  })

  it('throws when the changes are not the history of the document', () => {
    const chip = aChip()
    const change: Change = {
      label: { action: 'edit', subject: chip.name },
      edits: { [chip.id]: { from: null, to: chip } },
    }
    expect(() => documentAt(documentOf([]), [change])).toThrow('change does not fit record')
  })
})

describe('restoreRecord', () => {
  const chip = aChip({ announced: '2024' })
  const earlier = { ...chip, announced: '2023' }

  it('brings one record back and leaves the others', () => {
    const now = documentOf([anOrganisation(), chip])
    const change = changeOf(restoreRecord(now, { id: chip.id, record: earlier }))
    expect(change.edits).toEqual({ [chip.id]: { from: chip, to: earlier } })
    expect(change.label).toEqual({ action: 'restore', subject: chip.name })
  })

  it('makes a deleted record again, and removes one that was not there', () => {
    expect(changeOf(restoreRecord(documentOf([]), { id: chip.id, record: earlier })).edits).toEqual({
      [chip.id]: { from: null, to: earlier },
    })
    expect(changeOf(restoreRecord(documentOf([chip]), { id: chip.id, record: null })).edits).toEqual({
      [chip.id]: { from: chip, to: null },
    })
  })

  it('is refused when nothing would change', () => {
    expect(restoreRecord(documentOf([chip]), { id: chip.id, record: { ...chip } })).toMatchObject({
      ok: false,
      problem: { code: 'no-change', record: chip.id },
    })
    expect(restoreRecord(documentOf([]), { id: 'none', record: null })).toMatchObject({ ok: false })
  })

  it('throws on a state of another record', () => {
    expect(() => restoreRecord(documentOf([chip]), { id: 'other', record: chip })).toThrow('is no earlier state')
  })
})

describe('compareDocuments', () => {
  it('agrees with looking at every record by itself', () => {
    fc.assert(
      fc.property(documents, documents, (before, after) => {
        const { added, removed, moved, changed } = compareDocuments(before, after)
        const ids = new Set([...before.records.keys(), ...after.records.keys()])
        const differing = [...ids].filter(
          (id) => !sameRecord(before.records.get(id) ?? null, after.records.get(id) ?? null),
        )
        const listed = [...added, ...removed, ...[...moved, ...changed].map(({ to }) => to)].map(({ id }) => id)
        expect(listed.toSorted()).toEqual(differing.toSorted())
        for (const record of added) expect(before.records.has(record.id)).toBe(false)
        for (const record of removed) expect(after.records.has(record.id)).toBe(false)
      }),
    )
  })

  it('calls a record moved when a date differs, whatever else does', () => {
    const event = anEvent({ id: 'e', date: '2024' })
    const chip = aChip({ id: 'c', announced: '2024' })
    const before = documentOf([event, chip])
    const after = documentOf([
      { ...event, date: '2025', name: { en: 'New', 'zh-Hant': '新' } },
      { ...chip, vendor: 'other' },
    ])
    const { moved, changed } = compareDocuments(before, after)
    expect(moved.map(({ to }) => to.id)).toEqual(['e'])
    expect(changed.map(({ to }) => to.id)).toEqual(['c'])
    expect(compareDocuments(before, documentOf([event, { ...chip, available: '2025' }])).moved).toHaveLength(1)
  })
})
