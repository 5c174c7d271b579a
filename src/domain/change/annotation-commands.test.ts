import { describe, expect, it } from 'vitest'
import { aChip, anAnnotation } from '../../testing/builders'
import { documentOf, recordOfType, type Document } from '../model/document'
import type { Result } from '../model/problem'
import { annotate, editAnnotation, moveAnnotation, placeAnnotation, removeAnnotation } from './annotation-commands'
import { applyChange, invert } from './apply'
import type { Change } from './change'
import { canMerge } from './squash'

const NOW = '2026-05-06T07:08:09Z'
const document = documentOf([
  aChip(),
  anAnnotation(),
  anAnnotation({ id: 'free', target: { kind: 'date', date: '2025-12-08' }, text: 'The day' }),
])

const done = (result: Result<Change>): Change => {
  if (!result.ok) throw new Error(result.problem.detail)
  return result.value
}
const after = (result: Result<Change>, before: Document = document): Document => applyChange(before, done(result))
const code = (result: Result<Change>): string => (result.ok ? 'ok' : result.problem.code)

describe('annotate', () => {
  it('puts a note on a date or, for an interval, on a span', () => {
    const make = (when: string) => annotate(document, { when, text: 'Words', newId: 'n', now: NOW, colour: 'teal' })
    expect(recordOfType(after(make(' 2026-33 ')), 'annotation', 'n')).toEqual({
      type: 'annotation',
      id: 'n',
      target: { kind: 'date', date: '2026-33' },
      text: 'Words',
      colour: 'teal',
      created: NOW,
      modified: NOW,
      inFigures: true,
    })
    expect(recordOfType(after(make('2026-07/..')), 'annotation', 'n')?.target).toEqual({
      kind: 'span',
      span: '2026-07/..',
    })
  })

  it('puts a note at a place of the canvas, within its lane and no finer than can be pointed at', () => {
    const at = { lane: 'story:built/chip', day: 19_000.123456, down: 1.2 }
    const made = after(
      annotate(document, { at, text: 'Here', newId: 'n', now: NOW, author: ' Lin ', shape: 'bracket' }),
    )
    expect(recordOfType(made, 'annotation', 'n')).toMatchObject({
      target: { kind: 'place', lane: 'story:built/chip', day: 19_000.123, down: 1 },
      author: 'Lin',
    })
    // Only a span has a shape.
    expect(recordOfType(made, 'annotation', 'n')).not.toHaveProperty('shape')
    const nowhere = { at: { ...at, day: NaN }, text: 'Here', newId: 'n', now: NOW }
    expect(code(annotate(document, nowhere))).toBe('wrong-shape')
  })

  it('refuses what is no date and a note without words, and throws for an id that is taken', () => {
    const input = { when: '2026', text: 'Words', newId: 'n', now: NOW }
    expect(code(annotate(document, { ...input, when: 'soon' }))).toBe('bad-date')
    expect(code(annotate(document, { ...input, text: ' \n' }))).toBe('wrong-shape')
    expect(code(annotate(document, { ...input, place: { dx: Infinity, dy: 0 } }))).toBe('wrong-shape')
    expect(() => annotate(document, { ...input, newId: 'free' })).toThrow()
  })
})

describe('editAnnotation', () => {
  it('changes what is named and the time of change, and can be taken back', () => {
    const edit = editAnnotation(document, { id: 'free', now: NOW, when: '2025/2026', colour: 'rose', inFigures: false })
    expect(recordOfType(after(edit), 'annotation', 'free')).toMatchObject({
      target: { kind: 'span', span: '2025/2026' },
      text: 'The day',
      colour: 'rose',
      inFigures: false,
      modified: NOW,
    })
    expect(applyChange(after(edit), invert(done(edit)))).toEqual(document)
  })

  it('sets the form of a span and the author, whose name an empty text takes away', () => {
    const span = after(
      editAnnotation(document, { id: 'free', now: NOW, when: '2025/2026', shape: 'bracket', author: 'Wu' }),
    )
    expect(recordOfType(span, 'annotation', 'free')).toMatchObject({ shape: 'bracket', author: 'Wu' })
    const nameless = after(editAnnotation(span, { id: 'free', now: NOW, author: ' ' }), span)
    expect(recordOfType(nameless, 'annotation', 'free')).not.toHaveProperty('author')
  })

  it('joins typing in a row, and nothing else', () => {
    const one = done(editAnnotation(document, { id: 'free', now: NOW, text: 'The day o' }))
    const two = done(editAnnotation(applyChange(document, one), { id: 'free', now: NOW, text: 'The day of' }))
    const three = done(editAnnotation(document, { id: 'free', now: NOW, colour: 'amber' }))
    expect([canMerge(one, two), canMerge(two, three), canMerge(three, three)]).toEqual([true, false, false])
  })

  it('refuses what makes no sense', () => {
    expect(code(editAnnotation(document, { id: 'none', now: NOW }))).toBe('not-found')
    expect(code(editAnnotation(document, { id: 'h200', now: NOW }))).toBe('not-found')
    expect(code(editAnnotation(document, { id: 'note-h200', now: NOW, when: '2025' }))).toBe('not-editable')
    expect(code(editAnnotation(document, { id: 'free', now: NOW, when: '' }))).toBe('bad-date')
    expect(code(editAnnotation(document, { id: 'free', now: NOW, text: '' }))).toBe('wrong-shape')
    expect(code(editAnnotation(document, { id: 'free', now: NOW, text: 'The day' }))).toBe('no-change')
  })
})

describe('moveAnnotation', () => {
  const at = { lane: 'kind/chip', day: 19_000, down: 0.5 }
  const placed = after(annotate(document, { at, text: 'Here', newId: 'n', now: NOW, place: { dx: 4, dy: -9 } }))

  it('moves the place and takes the box along; keys in a row are one step', () => {
    const move = moveAnnotation(placed, { id: 'n', at: { ...at, day: 19_100 }, nudge: true })
    expect(recordOfType(after(move, placed), 'annotation', 'n')).toMatchObject({
      target: { day: 19_100 },
      place: { dx: 4, dy: -9 },
      modified: NOW,
    })
    expect(canMerge(done(move), done(move))).toBe(true)
    expect(code(moveAnnotation(placed, { id: 'n', at }))).toBe('no-change')
    expect(code(moveAnnotation(document, { id: 'free', at }))).toBe('not-editable')
  })

  it('gives way to a date that is typed, and then the box stands where a new one does', () => {
    const dated = recordOfType(
      after(editAnnotation(placed, { id: 'n', now: NOW, when: '2025' }), placed),
      'annotation',
      'n',
    )
    expect(dated?.target).toEqual({ kind: 'date', date: '2025' })
    expect(dated).not.toHaveProperty('place')
  })
})

describe('placeAnnotation and removeAnnotation', () => {
  it('keeps the place in whole px and leaves the times alone', () => {
    const moved = after(placeAnnotation(document, { id: 'free', place: { dx: 12.4, dy: -3.6 } }))
    expect(recordOfType(moved, 'annotation', 'free')).toEqual({
      ...recordOfType(document, 'annotation', 'free'),
      place: { dx: 12, dy: -4 },
    })
    expect(code(placeAnnotation(moved, { id: 'free', place: { dx: 12, dy: -4 } }))).toBe('no-change')
    expect(code(placeAnnotation(document, { id: 'free', place: { dx: NaN, dy: 0 } }))).toBe('wrong-shape')
  })

  it('makes a drag a step of its own and nudges in a row one', () => {
    const drag = done(placeAnnotation(document, { id: 'free', place: { dx: 9, dy: 9 } }))
    const nudge = done(placeAnnotation(document, { id: 'free', place: { dx: 8, dy: 0 }, nudge: true }))
    expect([canMerge(drag, drag), canMerge(nudge, nudge)]).toEqual([false, true])
  })

  it('takes a note away', () => {
    expect(after(removeAnnotation(document, { id: 'free' })).records.has('free')).toBe(false)
    expect(code(removeAnnotation(document, { id: 'h200' }))).toBe('not-found')
  })
})
