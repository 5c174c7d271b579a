import fc from 'fast-check'
import * as v from 'valibot'
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { documentOf } from '../model/document'
import { canonicalText, compareWithData, FigureMark, figureMark, markText } from './figure-evidence'
import { anEvent, aSpec, documents, maker } from './figure-test-kit'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const ids = (document: { records: ReadonlyMap<string, unknown> }): string[] => [...document.records.keys()]

describe('canonicalText', () => {
  it('is the same however the record was put together, and tells any difference', () => {
    const event = anEvent()
    const turned = Object.fromEntries(Object.entries(event).reverse()) as typeof event
    expect(canonicalText(turned)).toBe(canonicalText(event))
    expect(canonicalText({ ...event, date: '2025-12-09' })).not.toBe(canonicalText(event))
  })

  it('keeps the order of lists', () => {
    expect(canonicalText(anEvent({ actors: ['a', 'b'] }))).not.toBe(canonicalText(anEvent({ actors: ['b', 'a'] })))
  })
})

describe('figureMark', () => {
  it('is what its schema says, comes back from its text, and hangs on no order', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const mark = figureMark(document, aSpec(), ids(document), maker, sha256)
        expect(v.parse(FigureMark, JSON.parse(markText(mark)))).toEqual(mark)
        const other = figureMark(document, aSpec(), ids(document).reverse(), maker, sha256)
        expect(markText(other)).toBe(markText(mark))
      }),
      { numRuns: 30 },
    )
  })

  it('leaves out what is not in the document, and names each record once', () => {
    const document = documentOf([anEvent({ id: 'one' })])
    expect(Object.keys(figureMark(document, aSpec(), ['one', 'gone', 'one'], maker, sha256).records)).toEqual(['one'])
  })
})

describe('compareWithData', () => {
  const before = documentOf(['kept', 'moved', 'gone'].map((id) => anEvent({ id })))
  const mark = figureMark(before, aSpec(), ids(before), maker, sha256)

  it('finds nothing in what did not change', () => {
    expect(compareWithData(mark, before, ids(before), sha256)).toEqual({
      isSame: true,
      changed: [],
      came: [],
      went: [],
    })
  })

  it('names what changed, came and went', () => {
    const now = documentOf([anEvent({ id: 'kept' }), anEvent({ id: 'moved', date: '2024' }), anEvent({ id: 'new' })])
    expect(compareWithData(mark, now, ids(now), sha256)).toEqual({
      isSame: false,
      changed: ['moved'],
      came: ['new'],
      went: ['gone'],
    })
  })
})
