import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { documentOf, type Document } from '../model/document'
import type { Result } from '../model/problem'
import { RECORD_TYPES, type RecordOf, type TapelineRecord } from '../model/record'
import { applyChange, invert } from './apply'
import { Change } from './change'
import { DATE_FIELDS, noteOn, redate, rename, writeNote } from './commands'

const evidence: Pick<RecordOf<'chip'>, 'sources' | 'confidence'> = { sources: [], confidence: 'confirmed' }
const CHIP: RecordOf<'chip'> = {
  type: 'chip',
  id: 'h200',
  name: { en: 'H200', 'zh-Hant': 'H200' },
  vendor: 'nvidia',
  announced: '2023-11-13',
  specs: [],
  ...evidence,
}
const EVENT: RecordOf<'event'> = {
  type: 'event',
  id: 'h200-allowed',
  name: { en: 'H200 may go to China', 'zh-Hant': '放行 H200 輸中' },
  kind: 'policy',
  date: '2025-12-08',
  actors: [],
  chips: ['h200'],
  architectures: [],
  rules: [],
  jurisdictions: ['US'],
  ...evidence,
}
const SOURCE: RecordOf<'source'> = {
  type: 'source',
  id: 'fr',
  publisher: 'Federal Register',
  title: 'Rule',
  access: 'full',
}
const NOTE: RecordOf<'annotation'> = {
  type: 'annotation',
  id: 'note-1',
  target: { kind: 'record', record: 'h200' },
  text: 'Watch this',
  created: '2026-01-01T00:00:00.000Z',
  modified: '2026-01-01T00:00:00.000Z',
  inFigures: true,
}
const DOCUMENT = documentOf([CHIP, EVENT, SOURCE])
const NOTED = documentOf([CHIP, EVENT, SOURCE, NOTE])
const NOW = '2026-02-03T04:05:06.000Z'

function changeOf(result: Result<Change>): Change {
  if (!result.ok) throw new Error(result.problem.detail)
  return v.parse(Change, result.value)
}

function afterwards(document: Document, result: Result<Change>, id: string): TapelineRecord | undefined {
  return applyChange(document, changeOf(result)).records.get(id)
}

const problem = (result: Result<Change>) => (result.ok ? result.value : result.problem)

describe('rename', () => {
  it('changes the name in one language and leaves the other', () => {
    const result = rename(DOCUMENT, { id: 'h200-allowed', locale: 'zh-Hant', text: '  准許 H200 輸中 ' })
    expect(afterwards(DOCUMENT, result, 'h200-allowed')).toEqual({
      ...EVENT,
      name: { en: 'H200 may go to China', 'zh-Hant': '准許 H200 輸中' },
    })
  })

  it('is labelled with the name before, and merges with more typing in the same field only', () => {
    const change = changeOf(rename(DOCUMENT, { id: 'h200', locale: 'en', text: 'H200 NVL' }))
    expect(change.label).toEqual({ action: 'rename', subject: CHIP.name })
    expect(change.mergeKey).toBe('rename:h200:en')
    expect(changeOf(rename(DOCUMENT, { id: 'h200', locale: 'zh-Hant', text: 'H200 NVL' })).mergeKey).not.toBe(
      change.mergeKey,
    )
  })

  it.each([
    ['none', 'H200 NVL', 'not-found', undefined],
    ['fr', 'Another title', 'not-editable', 'name'],
    ['note-1', 'Another title', 'not-editable', 'name'],
    ['h200', '   ', 'wrong-shape', 'name.en'],
    ['h200', 'x'.repeat(20_001), 'wrong-shape', 'name.en'],
    ['h200', ' H200 ', 'no-change', undefined],
  ])('of %s to %.12s is refused: %s', (id, text, code, path) => {
    const result = problem(rename(NOTED, { id, locale: 'en', text }))
    expect(result).toMatchObject({ code, record: id })
    expect('path' in result ? result.path : undefined).toBe(path)
  })
})

describe('redate', () => {
  it('keeps the date as it was typed', () => {
    const result = redate(DOCUMENT, { id: 'h200-allowed', field: 'date', text: ' 2026-33~ ' })
    expect(afterwards(DOCUMENT, result, 'h200-allowed')).toEqual({ ...EVENT, date: '2026-33~' })
    expect(changeOf(result)).toMatchObject({ label: { action: 'redate', subject: EVENT.name } })
  })

  it('adds a date that was not there, and clears one without a trace', () => {
    const added = redate(DOCUMENT, { id: 'h200', field: 'available', text: '2024' })
    expect(afterwards(DOCUMENT, added, 'h200')).toEqual({ ...CHIP, available: '2024' })
    const cleared = afterwards(DOCUMENT, redate(DOCUMENT, { id: 'h200', field: 'announced', text: ' ' }), 'h200')
    expect(Object.keys(cleared ?? {})).not.toContain('announced')
  })

  it.each([
    ['none', 'date', '2025', 'not-found', undefined],
    ['h200', 'date', '2025', 'not-editable', 'date'],
    ['h200', 'id', '2025', 'not-editable', 'id'],
    ['note-1', 'created', '2025', 'not-editable', 'created'],
    ['h200-allowed', 'date', '', 'bad-date', 'date'],
    ['h200-allowed', 'date', '2026-02-30', 'bad-date', 'date'],
    ['h200', 'announced', '8 December 2025', 'bad-date', 'announced'],
    ['h200', 'announced', `[${Array(20).fill('2025').join(',')}]`, 'wrong-shape', 'announced'],
    ['h200', 'announced', '2023-11-13', 'no-change', undefined],
    ['h200', 'available', '', 'no-change', undefined],
  ])('of %s %s to "%.12s" is refused: %s', (id, field, text, code, path) => {
    const result = problem(redate(NOTED, { id, field, text }))
    expect(result).toMatchObject({ code, record: id })
    expect('path' in result ? result.path : undefined).toBe(path)
  })

  it('knows the date fields of every record type', () => {
    expect(Object.keys(DATE_FIELDS).toSorted()).toEqual(RECORD_TYPES.toSorted())
  })
})

describe('writeNote', () => {
  const write = (document: Document, text: string, target = 'h200') =>
    writeNote(document, { target, text, newId: 'note-2', now: NOW, author: 'An analyst' })

  it('makes a note', () => {
    const result = write(DOCUMENT, 'Watch this')
    const made = { ...NOTE, id: 'note-2', author: 'An analyst', created: NOW, modified: NOW }
    expect(afterwards(DOCUMENT, result, 'note-2')).toEqual(made)
    expect(changeOf(result)).toMatchObject({ label: { action: 'note', subject: CHIP.name }, mergeKey: 'note:h200' })
    expect(noteOn(applyChange(DOCUMENT, changeOf(result)), 'h200')).toEqual(made)
  })

  it('leaves the author out when there is none', () => {
    const result = writeNote(DOCUMENT, { target: 'h200', text: 'x', newId: 'note-2', now: NOW })
    expect(Object.keys(afterwards(DOCUMENT, result, 'note-2') ?? {})).not.toContain('author')
  })

  it('changes the note that is there', () => {
    expect(afterwards(NOTED, write(NOTED, 'Watch that'), 'note-1')).toEqual({
      ...NOTE,
      text: 'Watch that',
      modified: NOW,
    })
  })

  it('removes the note when its text is emptied, and can take that back', () => {
    const change = changeOf(write(NOTED, ' \n'))
    const after = applyChange(NOTED, change)
    expect(after.records.has('note-1')).toBe(false)
    expect(applyChange(after, invert(change)).records.get('note-1')).toEqual(NOTE)
  })

  it.each([
    ['x', 'none', 'not-found', 'none'],
    ['', 'h200-allowed', 'no-change', 'h200-allowed'],
    ['Watch this', 'h200', 'no-change', 'h200'],
    ['x'.repeat(200_001), 'h200', 'wrong-shape', 'note-1'],
  ])('"%.12s" on %s is refused: %s', (text, target, code, record) => {
    expect(problem(write(NOTED, text, target))).toMatchObject({ code, record })
  })

  it('throws when the id for the new note is taken', () => {
    const again = { target: 'h200-allowed', text: 'x', newId: 'note-1', now: NOW }
    expect(() => writeNote(NOTED, again)).toThrow('record id used twice: note-1')
  })

  it('finds notes on the record itself only, not on dates or spans', () => {
    const elsewhere = documentOf([CHIP, { ...NOTE, target: { kind: 'date', date: '2025' } }])
    expect(noteOn(elsewhere, 'h200')).toBeUndefined()
    expect(noteOn(NOTED, 'h200-allowed')).toBeUndefined()
  })
})
