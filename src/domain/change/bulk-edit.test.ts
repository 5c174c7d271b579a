import { describe, expect, it } from 'vitest'
import {
  aChip,
  aLink,
  anAnnotation,
  anArchitecture,
  anEvent,
  anOrganisation,
  aRule,
  aSource,
  named,
} from '../../testing/builders'
import { documentOf } from '../model/document'
import type { Result } from '../model/problem'
import { bulkEdit, commonFields, setConfidence } from './bulk-edit'
import type { Change } from './change'

const DOCUMENT = documentOf([
  aSource(),
  aSource({ id: 'other' }),
  anOrganisation(),
  anArchitecture(),
  aChip({ sources: ['a-source'] }),
  aChip({ id: 'h20', name: named('H20'), sources: ['other'] }),
  anEvent(),
  aRule(),
  aLink(),
])

function changeOf(result: Result<Change>): Change {
  if (!result.ok) throw new Error(`${result.problem.code}: ${result.problem.detail}`)
  return result.value
}
const problem = (result: Result<Change>) => (result.ok ? result.value : result.problem)

describe('bulkEdit', () => {
  it('knows what records share', () => {
    expect(commonFields(['chip', 'event'])).toEqual(['summary', 'sources', 'confidence', 'disagreements'])
    expect(commonFields(['source', 'view'])).toEqual([])
    expect(commonFields([])).toEqual([])
  })

  it('sets one field in one step and leaves out what has the value', () => {
    const ids = ['h200', 'hopper', 'link-rule-event']
    const change = changeOf(bulkEdit(DOCUMENT, { ids, fields: { confidence: { value: 'reported' } } }))
    expect(Object.keys(change.edits)).toEqual(['h200', 'hopper'])
    expect(change.label).toEqual({
      action: 'bulk-edit',
      subject: { en: 'H200 and 1 more', 'zh-Hant': 'H200 等 2 筆' },
    })
  })

  it.each([
    [['h200', 'none'], 'confidence', 'claimed', 'not-found'],
    [['h200', 'nvidia'], 'confidence', 'claimed', 'not-editable'],
    [['h200'], 'name', 'x', 'not-editable'],
    [['h200'], 'confidence', 'sure', 'wrong-shape'],
    [['h200', 'hopper'], 'announced', '2025-02-30', 'bad-date'],
    [['h200'], 'sources', ['none'], 'missing-reference'],
    [['h200'], 'confidence', 'confirmed', 'no-change'],
    [[], 'confidence', 'confirmed', 'no-change'],
  ])('of %j %s to %s is refused: %s', (ids, field, value, code) => {
    expect(problem(bulkEdit(DOCUMENT, { ids, fields: { [field]: { value } } }))).toMatchObject({ code })
  })

  it('sets several fields at once, and dates the notes among the records', () => {
    const change = changeOf(
      bulkEdit(documentOf([anAnnotation(), anAnnotation({ id: 'other-note', colour: 'rose', inFigures: false })]), {
        ids: ['note-h200', 'other-note'],
        fields: { colour: { value: 'rose' }, inFigures: { value: false } },
        now: '2026-05-06T07:08:09Z',
      }),
    )
    expect(Object.keys(change.edits)).toEqual(['note-h200'])
    expect(change.edits['note-h200']?.to).toMatchObject({
      colour: 'rose',
      inFigures: false,
      modified: '2026-05-06T07:08:09Z',
    })
  })

  const two = ['h200', 'h20']
  const sources = (result: Result<Change>): unknown[] => {
    const edits = Object.values(changeOf(result).edits)
    return edits.map(({ to }) => (to !== null && 'sources' in to ? to.sources : null))
  }

  it('puts into a list and takes out of it, each once and whatever else stands there', () => {
    const added = bulkEdit(DOCUMENT, { ids: two, fields: { sources: { add: ['other', 'a-source'], remove: [] } } })
    expect(sources(added)).toEqual([
      ['a-source', 'other'],
      ['other', 'a-source'],
    ])
    const swapped = bulkEdit(DOCUMENT, { ids: two, fields: { sources: { add: ['other'], remove: ['a-source'] } } })
    expect(sources(swapped)).toEqual([['other']])
    const list = { ids: ['h200'], fields: { announced: { add: ['2024'], remove: [] } } }
    expect(problem(bulkEdit(DOCUMENT, list))).toMatchObject({ code: 'not-editable', path: 'announced' })
    const bare = { ids: ['h200-allowed'], fields: { jurisdictions: { add: [], remove: ['US'] } } }
    expect(problem(bulkEdit(DOCUMENT, bare))).toMatchObject({ code: 'wrong-shape', record: 'h200-allowed' })
  })
})

describe('setConfidence', () => {
  it('rates in one step what states a fact, and leaves the rest', () => {
    const change = changeOf(setConfidence(DOCUMENT, { ids: ['h200', 'a-source', 'hopper'], confidence: 'reported' }))
    expect(change.label.action).toBe('bulk-edit')
    expect(Object.keys(change.edits)).toEqual(['h200', 'hopper'])
    expect(problem(setConfidence(DOCUMENT, { ids: ['a-source'], confidence: 'reported' }))).toMatchObject({
      code: 'not-editable',
    })
  })
})
