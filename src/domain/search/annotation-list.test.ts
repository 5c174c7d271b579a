import { describe, expect, it } from 'vitest'
import { aChip, anAnnotation } from '../../testing/builders'
import { documentOf } from '../model/document'
import { leadsTo, listAnnotations, type AnnotationQuery } from './annotation-list'

const document = documentOf([
  aChip(),
  anAnnotation({ id: 'n1', modified: '2026-01-01T00:00:00Z', text: 'Tariff of a quarter' }),
  anAnnotation({
    id: 'n2',
    target: { kind: 'date', date: '2022-10-07' },
    colour: 'rose',
    modified: '2026-03-01T00:00:00Z',
    text: 'First rule',
  }),
  anAnnotation({
    id: 'n3',
    target: { kind: 'span', span: '2025-01/..' },
    colour: 'teal',
    modified: '2026-02-01T00:00:00Z',
    text: '談判期間',
    author: 'Lin',
  }),
  anAnnotation({
    id: 'n4',
    target: { kind: 'place', day: 19_000.5, lane: 'story:built/chip', down: 0.5 },
    modified: '2025-12-01T00:00:00Z',
    text: 'Look here',
  }),
])
const all: AnnotationQuery = { text: '', colours: [], targets: [], sort: 'changed' }
const ids = (query: Partial<AnnotationQuery>): string[] =>
  listAnnotations(document, { ...all, ...query }).map(({ id }) => id)

describe('the list of notes', () => {
  it('has the last changed first, or the earliest date', () => {
    expect(ids({})).toEqual(['n2', 'n3', 'n1', 'n4'])
    expect(ids({ sort: 'date' })).toEqual(['n4', 'n2', 'n1', 'n3'])
  })

  it('finds words in the text, the author, the date and the record', () => {
    expect(ids({ text: 'TARIFF quarter' })).toEqual(['n1'])
    expect(ids({ text: '談判' })).toEqual(['n3'])
    expect(ids({ text: 'lin' })).toEqual(['n3'])
    expect(ids({ text: '2022-10' })).toEqual(['n2'])
    expect(ids({ text: 'h200' })).toEqual(['n1'])
    expect(ids({ text: 'tariff rule' })).toEqual([])
    // A place of the canvas is no date, and is not found by one.
    expect(ids({ text: '2022' })).toEqual(['n2'])
  })

  it('narrows by colour and by what a note stands on', () => {
    expect(ids({ colours: ['neutral'] })).toEqual(['n1', 'n4'])
    expect(ids({ targets: ['place'] })).toEqual(['n4'])
    expect(ids({ colours: ['rose', 'teal'], targets: ['span'] })).toEqual(['n3'])
    expect(ids({ targets: ['record', 'date'] })).toEqual(['n2', 'n1'])
  })

  it('leads to the record a note stands on, else to the note', () => {
    expect(listAnnotations(document, all).map(leadsTo)).toEqual(['n2', 'n3', 'h200', 'n4'])
  })
})
