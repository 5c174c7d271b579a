import { describe, expect, it } from 'vitest'
import type { AnnotationMark } from '../../domain/layout/annotation-marks'
import { firstOffset, noteGeometry, type NoteInput } from './note-geometry'

const window = { startDay: 0, endDay: 100 }
const box = { width: 80, height: 22 }
const aMark = (over: Partial<AnnotationMark>): AnnotationMark => ({
  id: 'note',
  kind: 'date',
  shape: 'callout',
  title: 'Words',
  colour: 'amber',
  earliest: 20,
  latest: 21,
  exact: true,
  inFigures: true,
  at: null,
  place: null,
  ...over,
})
const draw = (mark: AnnotationMark, over: Partial<NoteInput> = {}) =>
  noteGeometry({ mark, window, widthPx: 1000, box, offset: firstOffset(mark, box.width, 10), placeTop: null, ...over })

describe('a note on a date', () => {
  it('stands beside a line in the middle of the day, with a leader between them', () => {
    const { ground, box: at, leader } = draw(aMark({}))
    expect(ground).toEqual({ left: 200, width: 10, top: 0 })
    expect(at).toEqual({ x: 219, y: 10 })
    expect(leader).toEqual({ from: { x: 205, y: 21 }, to: { x: 219, y: 21 } })
  })

  it('leads to the right edge of a box left of it, and is gone with both out of view', () => {
    expect(draw(aMark({}), { offset: { dx: -120, dy: 50 } }).leader).toEqual({
      from: { x: 205, y: 61 },
      to: { x: 165, y: 61 },
    })
    expect(draw(aMark({ earliest: 102, latest: 103 }), { offset: { dx: -120, dy: 50 } })).toMatchObject({
      ground: null,
      box: { x: 905, y: 50 },
    })
    expect(draw(aMark({ earliest: 150, latest: 151 }))).toEqual({ ground: null, box: null, leader: null })
  })
})

describe('a note on a span', () => {
  const span = aMark({ kind: 'span', shape: 'band', earliest: 20, latest: 60 })

  it('keeps the title of a band in view for as long as the band is', () => {
    expect(draw(span)).toMatchObject({
      ground: { left: 200, width: 400, top: 0 },
      box: { x: 200, y: 10 },
      leader: null,
    })
    expect(draw({ ...span, earliest: -500 }).box).toEqual({ x: 4, y: 10 })
    expect(draw({ ...span, earliest: -500, latest: 3 }).box).toEqual({ x: -50, y: 10 })
    expect(draw({ ...span, earliest: -500, latest: -2 }).box).toBeNull()
  })

  it('draws a bracket at the height of its box, which stands in its middle', () => {
    const { ground, box: at, leader } = draw({ ...span, shape: 'bracket' })
    expect(ground).toEqual({ left: 200, width: 400, top: 21 })
    expect([at, leader]).toEqual([{ x: 360, y: 10 }, null])
    expect(draw({ ...span, shape: 'bracket', latest: Infinity }).ground?.left).toBe(200)
  })

  it('as a callout is a line at its beginning, or at its end where it has no beginning', () => {
    expect(draw({ ...span, shape: 'callout' }).ground).toEqual({ left: 200, width: 0, top: 0 })
    expect(draw({ ...span, shape: 'callout', earliest: -Infinity }).ground?.left).toBe(600)
  })
})

describe('a note at a place', () => {
  const place = aMark({ kind: 'place', earliest: 50, latest: 50, at: { lane: 'kind/chip', down: 0.5 } })

  it('leads from the place to the nearest corner of its box', () => {
    expect(draw(place, { placeTop: 100 })).toEqual({
      ground: null,
      box: { x: 514, y: 66 },
      leader: { from: { x: 500, y: 100 }, to: { x: 514, y: 88 } },
    })
  })

  it('never stands above the lanes, and is not drawn where its lane does not show', () => {
    expect(draw(place, { placeTop: 8 }).box).toEqual({ x: 514, y: 0 })
    expect(draw(place)).toEqual({ ground: null, box: null, leader: null })
  })
})
