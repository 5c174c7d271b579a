import { describe, expect, it } from 'vitest'
import { documentOf } from '../model/document'
import type { Result } from '../model/problem'
import { RECORD_TYPES, type TapelineRecord } from '../model/record'
import {
  aChip,
  aLink,
  anAnnotation,
  anArchitecture,
  anEvent,
  anOrganisation,
  aRule,
  aScenario,
  aSource,
  aView,
} from '../../testing/builders'
import { applyChange } from './apply'
import type { Change } from './change'
import { inOneStep } from './in-one-step'
import { linkRecords, unlink } from './link-commands'
import { createRecord, duplicateRecord, editRecord } from './record-commands'

const ALL = [
  aSource(),
  anOrganisation(),
  anArchitecture(),
  aChip(),
  anEvent(),
  aRule(),
  aLink(),
  anAnnotation(),
  aView(),
  aScenario(),
]
const DOCUMENT = documentOf(ALL)
const NOW = '2026-02-03T04:05:06.000Z'

function changeOf(result: Result<Change>): Change {
  if (!result.ok) throw new Error(`${result.problem.code}: ${result.problem.detail}`)
  return result.value
}
const after = (result: Result<Change>) => applyChange(DOCUMENT, changeOf(result)).records
const problem = (result: Result<Change>) => (result.ok ? result.value : result.problem)

describe('createRecord', () => {
  it('makes a record of every type', () => {
    expect(ALL.map(({ type }) => type).toSorted()).toEqual(RECORD_TYPES.toSorted())
    for (const record of ALL) {
      const made = { ...record, id: `new-${record.id}` } as TapelineRecord
      expect(after(createRecord(DOCUMENT, made)).get(made.id)).toEqual(made)
    }
  })

  it('trims what was typed, as the schema does, and is called after it', () => {
    const change = changeOf(createRecord(DOCUMENT, anEvent({ id: 'e', name: { en: ' A ', 'zh-Hant': ' 甲 ' } })))
    expect(change.edits['e']?.to).toMatchObject({ name: { en: 'A', 'zh-Hant': '甲' } })
    expect(change.label).toEqual({ action: 'create', subject: { en: 'A', 'zh-Hant': '甲' } })
  })

  it.each([
    [anEvent(), 'duplicate-id', 'id'],
    [anEvent({ id: 'e', name: { en: ' ', 'zh-Hant': '甲' } }), 'wrong-shape', 'name.en'],
    [anEvent({ id: 'e', date: '2026-02-30' }), 'bad-date', 'date'],
    [anEvent({ id: 'e', chips: ['none'] }), 'missing-reference', 'chips[0]'],
    [anEvent({ id: 'e', chips: ['nvidia'] }), 'missing-reference', 'chips[0]'],
    [
      aChip({ id: 'c', specs: [{ metric: 'tdp', value: 7, unit: 'kW', sources: [], confidence: 'claimed' }] }),
      'wrong-shape',
      'specs[0].unit',
    ],
  ])('refuses %#: %s at %s', (record, code, path) => {
    expect(problem(createRecord(DOCUMENT, record))).toMatchObject({ code, path })
  })
})

describe('editRecord', () => {
  it('sets and clears any fields in one step', () => {
    const fields = { available: '2024-34', announced: undefined, aliases: ['H200 SXM'] }
    const result = after(editRecord(DOCUMENT, { id: 'h200', fields })).get('h200')
    expect(result).toEqual({ ...aChip({ available: '2024-34', aliases: ['H200 SXM'] }), announced: undefined })
    expect(Object.keys(result ?? {})).not.toContain('announced')
  })

  it.each([
    ['none', { date: '2025' }, 'not-found', undefined],
    ['h200', { id: 'h201' }, 'not-editable', 'id'],
    ['h200', { type: 'event' }, 'not-editable', 'type'],
    ['h200', { colour: 'red' }, 'wrong-shape', 'colour'],
    ['h200', { vendor: undefined }, 'wrong-shape', 'vendor'],
    ['h200', { announced: '8 Dec 2025' }, 'wrong-shape', 'announced'],
    ['h200', { announced: '2025-13' }, 'bad-date', 'announced'],
    ['h200', { architecture: 'nvidia' }, 'missing-reference', 'architecture'],
    ['h200', { announced: '2023-11-13' }, 'no-change', undefined],
  ])('of %s with %j is refused: %s', (id, fields, code, path) => {
    const result = problem(editRecord(DOCUMENT, { id, fields }))
    expect(result).toMatchObject({ code, record: id })
    expect('path' in result ? result.path : undefined).toBe(path)
  })

  it('is not barred by a reference that led nowhere before', () => {
    const document = documentOf([...ALL.filter(({ id }) => id !== 'h200'), aChip({ architecture: 'lost' })])
    expect(editRecord(document, { id: 'h200', fields: { available: '2024' } }).ok).toBe(true)
  })
})

describe('duplicateRecord', () => {
  it('copies every type under a free id', () => {
    for (const record of ALL) {
      const change = changeOf(duplicateRecord(DOCUMENT, { id: record.id, now: NOW }))
      const [copy] = Object.values(change.edits).map(({ to }) => to)
      expect(copy?.type).toBe(record.type)
      expect(DOCUMENT.records.has(copy?.id ?? '')).toBe(false)
      expect(change.label.action).toBe('duplicate')
    }
  })

  it('marks the name in both languages and keeps the rest', () => {
    const copy = after(duplicateRecord(DOCUMENT, { id: 'h200', now: NOW })).get('h200-copy')
    expect(copy).toEqual({ ...aChip(), id: 'h200-copy', name: { en: 'H200 (copy)', 'zh-Hant': 'H200（副本）' } })
    expect(problem(duplicateRecord(DOCUMENT, { id: 'none', now: NOW }))).toMatchObject({ code: 'not-found' })
  })

  it('dates the copy of a note', () => {
    const copy = after(duplicateRecord(DOCUMENT, { id: 'note-h200', now: NOW })).get('note-h200-2')
    expect(copy).toMatchObject({ created: NOW, modified: NOW, text: anAnnotation().text })
  })
})

describe('links', () => {
  it('are drawn once', () => {
    const link = { kind: 'response', from: 'h200-allowed', to: 'h200' } as const
    const change = changeOf(linkRecords(DOCUMENT, link))
    expect(change.label.action).toBe('link')
    const document = applyChange(DOCUMENT, change)
    expect(document.records.get('link-h200-allowed.h200')).toMatchObject({ ...link, confidence: 'claimed' })
    expect(problem(linkRecords(document, link))).toMatchObject({ code: 'no-change' })
    expect(changeOf(linkRecords(document, { ...link, kind: 'cause' })).edits).toHaveProperty([
      'link-h200-allowed.h200-2',
    ])
  })

  it.each([
    ['h200', 'h200', 'wrong-shape', 'to'],
    ['h200', 'none', 'missing-reference', 'to'],
    ['a-source', 'h200', 'missing-reference', 'from'],
  ])('from %s to %s are refused: %s', (from, to, code, path) => {
    expect(problem(linkRecords(DOCUMENT, { kind: 'cause', from, to }))).toMatchObject({ code, path })
  })

  it('are taken away alone', () => {
    const records = after(unlink(DOCUMENT, { id: 'link-rule-event' }))
    expect([records.has('link-rule-event'), records.size]).toEqual([false, ALL.length - 1])
    expect(problem(unlink(DOCUMENT, { id: 'h200' }))).toMatchObject({ code: 'not-editable' })
    expect(problem(unlink(DOCUMENT, { id: 'none' }))).toMatchObject({ code: 'not-found' })
  })
})

describe('inOneStep', () => {
  const source = (document: typeof DOCUMENT) => createRecord(document, aSource({ id: 'new' }))
  const cite = (document: typeof DOCUMENT) => editRecord(document, { id: 'h200', fields: { sources: ['new'] } })

  it('saves a new source with the record that cites it', () => {
    const change = changeOf(inOneStep(DOCUMENT, [source, cite]))
    expect(change.label).toEqual({ action: 'edit', subject: aChip().name })
    expect(Object.keys(change.edits)).toEqual(['new', 'h200'])
  })

  it('passes over what changes nothing, and stops at what cannot be done', () => {
    const nothing = (document: typeof DOCUMENT) => editRecord(document, { id: 'h200', fields: {} })
    expect(Object.keys(changeOf(inOneStep(DOCUMENT, [nothing, source])).edits)).toEqual(['new'])
    expect(problem(inOneStep(DOCUMENT, [nothing]))).toMatchObject({ code: 'no-change' })
    expect(problem(inOneStep(DOCUMENT, [cite, source]))).toMatchObject({ code: 'missing-reference' })
    expect(problem(inOneStep(DOCUMENT, []))).toMatchObject({ code: 'no-change' })
  })
})
