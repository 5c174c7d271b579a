import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parseEdtf } from './edtf'
import { edtfOfDay, precisionAtScale } from './edtf-of-day'

const precisions = ['day', 'month', 'quarter', 'year'] as const

it('names the unit that a day lies in, at the precision asked for', () => {
  fc.assert(
    fc.property(fc.integer({ min: -900_000, max: 900_000 }), fc.constantFrom(...precisions), (day, precision) => {
      const date = parseEdtf(edtfOfDay(day, precision))
      if (!date.ok) throw new Error(date.problem.detail)
      expect(date.value.start).toMatchObject({ precision })
      expect(date.value.earliest).toBeLessThanOrEqual(day)
      expect(date.value.latest).toBeGreaterThan(day)
    }),
  )
})

it('is as fine as one can point', () => {
  expect([40, 5, 1, 0.1, 0.01].map(precisionAtScale)).toEqual(['day', 'day', 'month', 'quarter', 'year'])
})
