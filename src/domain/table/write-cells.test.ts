import { describe, expect, it } from 'vitest'
import { aChip, anEvent, anOrganisation, aSource, aRule, anArchitecture } from '../../testing/builders'
import { documentOf } from '../model/document'
import { columnNamed, contextOf } from './table-test-kit'
import { pasteCells, writeCell } from './write-cells'

const document = documentOf([
  aSource(),
  anOrganisation(),
  anOrganisation({ id: 'amd', name: { en: 'AMD', 'zh-Hant': '超微' } }),
  anArchitecture(),
  aRule(),
  anEvent(),
  aChip({
    specs: [
      { metric: 'tpp', value: 15824, unit: 'TPP', sources: ['a-source'], confidence: 'confirmed', preferred: true },
      { metric: 'tpp', value: 16000, unit: 'TPP', sources: ['a-source'], confidence: 'reported' },
      { metric: 'tdp', value: 700, unit: 'W', sources: ['a-source'], confidence: 'confirmed' },
    ],
  }),
  aChip({ id: 'h20', name: { en: 'H20', 'zh-Hant': 'H20' } }),
])
const context = contextOf(document)
const write = (record: string, type: 'chip' | 'event', column: string, text: string) =>
  writeCell({ record, column: columnNamed(type, column), text }, context)

describe('writing one cell', () => {
  it('sets names, dates, choices, references and figures', () => {
    const after = (record: string, type: 'chip' | 'event', column: string, text: string): unknown => {
      const change = write(record, type, column, text)
      return change.ok ? change.value.edits[record]?.to : change.problem
    }
    expect(after('h200', 'chip', 'name.zh-Hant', '輝達 H200')).toMatchObject({
      name: { en: 'H200', 'zh-Hant': '輝達 H200' },
    })
    expect(after('h200', 'chip', 'available', '2024-33')).toMatchObject({ available: '2024-33' })
    expect(after('h200', 'chip', 'vendor', '超微')).toMatchObject({ vendor: 'amd' })
    expect(after('h200-allowed', 'event', 'kind', 'Market')).toMatchObject({ kind: 'market' })
    expect(after('h200-allowed', 'event', 'chips', 'h200; H20')).toMatchObject({ chips: ['h200', 'h20'] })
    expect(after('h200', 'chip', 'metric.tdp', '1,000')).toMatchObject({ specs: [{}, {}, { value: 1000 }] })
    expect(after('h20', 'chip', 'metric.tdp', '400')).toMatchObject({
      specs: [{ metric: 'tdp', value: 400, unit: 'W', sources: [], confidence: 'unverified' }],
    })
  })

  it('says what is wrong, and where', () => {
    const problem = (record: string, type: 'chip' | 'event', column: string, text: string): unknown => {
      const change = write(record, type, column, text)
      return change.ok ? null : [change.problem.code, change.problem.path]
    }
    expect(problem('h200', 'chip', 'name.en', ' ')).toEqual(['wrong-shape', 'name.en'])
    expect(problem('h200', 'chip', 'announced', 'soon')).toEqual(['bad-date', 'announced'])
    expect(problem('h200-allowed', 'event', 'date', '')).toEqual(['bad-date', 'date'])
    expect(problem('h200', 'chip', 'vendor', 'Intel')).toEqual(['missing-reference', 'vendor'])
    expect(problem('h200-allowed', 'event', 'kind', 'party')).toEqual(['wrong-shape', 'kind'])
    expect(problem('h200', 'chip', 'metric.tdp', '700 W')).toEqual(['wrong-shape', 'metric.tdp'])
    expect(problem('h200', 'chip', 'metric.tpp', '1')).toEqual(['not-editable', 'metric.tpp'])
    expect(problem('h200', 'chip', 'id', 'h201')).toEqual(['not-editable', 'id'])
    expect(problem('nobody', 'chip', 'name.en', 'x')).toEqual(['not-found', undefined])
    expect(problem('h200', 'chip', 'name.en', 'H200')).toEqual(['no-change', undefined])
  })
})

describe('pasting', () => {
  const columns = ['name.en', 'announced'].map((id) => columnNamed('chip', id))

  it('makes one change of all rows', () => {
    const pasted = pasteCells(
      ['h200', 'h20'],
      columns,
      [
        ['A', '2024'],
        ['B', '2025'],
      ],
      context,
    )
    expect(pasted).toMatchObject({
      failures: [],
      cells: 4,
      change: { label: { action: 'edit', subject: { en: 'H200 and 1 more' } } },
    })
    expect(Object.keys(pasted.change?.edits ?? {})).toEqual(['h200', 'h20'])
  })

  it('lists rows that fail by row, column and reason, and pastes nothing of such a row', () => {
    const pasted = pasteCells(
      ['h200', 'h20'],
      columns,
      [
        ['A', 'soon'],
        ['B', '2025'],
        ['C', '2026'],
      ],
      context,
    )
    expect(pasted.failures.map(({ row, column, problem }) => [row, column?.id, problem.code])).toEqual([
      [0, 'announced', 'bad-date'],
      [2, undefined, 'not-found'],
    ])
    expect(Object.keys(pasted.change?.edits ?? {})).toEqual(['h20'])
  })

  it('checks a row as a form would, and says which of its cells is at fault', () => {
    const line = ['kind', 'date', 'jurisdictions'].map((id) => columnNamed('event', id))
    const pasted = pasteCells(['h200-allowed'], line, [['market', '2025-12', 'usa; CN']], context)
    expect(pasted.failures.map(({ row, column, text, problem }) => [row, column?.id, text, problem.code])).toEqual([
      [0, 'jurisdictions', 'usa; CN', 'wrong-shape'],
    ])
    expect(pasted.change).toBeNull()
  })

  it('makes no change where nothing would differ, and none of cells beyond the last column', () => {
    expect(pasteCells(['h200'], columns, [['H200']], context)).toMatchObject({ change: null, failures: [] })
    expect(pasteCells(['h200'], columns, [['H200', '2023', 'more']], context)).toMatchObject({ change: null })
  })
})
