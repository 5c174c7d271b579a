import { expect, it } from 'vitest'
import { aChip, anAnnotation } from '../../testing/builders'
import { documentOf } from '../model/document'
import { dayNumberOf } from '../time/day-number'
import { annotationMarks } from './annotation-marks'

it('draws notes on dates and spans, the earliest first, and no note on a record', () => {
  const marks = annotationMarks(
    documentOf([
      aChip(),
      anAnnotation(),
      anAnnotation({ id: 'open', target: { kind: 'span', span: '2026-07/..' }, colour: 'teal' }),
      anAnnotation({ id: 'day', target: { kind: 'date', date: '2025-12-08' }, text: '# The **day** of [[h200|it]]' }),
      anAnnotation({ id: 'month', target: { kind: 'date', date: '2025-11' }, place: { dx: 3, dy: 4 } }),
      anAnnotation({ id: 'spot', target: { kind: 'place', lane: 'kind/chip', day: 99_000.5, down: 0.5 } }),
      anAnnotation({ id: 'unread', target: { kind: 'date', date: '2025-99' } }),
    ]),
  )
  expect(marks.map(({ id, kind, exact }) => [id, kind, exact])).toEqual([
    ['month', 'date', false],
    ['day', 'date', true],
    ['open', 'span', false],
    ['spot', 'place', true],
  ])
  const day = dayNumberOf({ year: 2025, month: 12, day: 8 })
  expect(marks[1]).toMatchObject({
    title: 'The day of it',
    earliest: day,
    latest: day + 1,
    colour: 'neutral',
    place: null,
  })
  expect(marks[0]?.place).toEqual({ dx: 3, dy: 4 })
  expect(marks[2]).toMatchObject({ latest: Infinity, shape: 'band', at: null })
  expect(marks[3]).toMatchObject({ earliest: 99_000.5, at: { lane: 'kind/chip', down: 0.5 }, shape: 'callout' })
})
