import { expect, it } from 'vitest'
import { controlsIndex } from '../../../domain/controls/controls-index'
import { differences, hypothetically, type Difference } from '../../../domain/controls/scenario'
import { documentOf, recordOfType } from '../../../domain/model/document'
import { dayNumberOf } from '../../../domain/time/day-number'
import type { Status } from '../../../domain/controls/status'
import { smallLaw } from '../../../testing/small-law'
import { effectGroups } from './rule-effect'

it('groups chips by what they become and when, most first', () => {
  const document = documentOf(smallLaw())
  const law = recordOfType(document, 'rule', 'law')
  if (law === undefined) throw new Error('no law')
  const without = hypothetically(document, { rules: [{ ...law, provisions: [] }], without: [] })
  const groups = effectGroups(differences(controlsIndex(document), without, 'CN'))
  const from = dayNumberOf({ year: 2024, month: 1, day: 1 })
  const barred = dayNumberOf({ year: 2024, month: 7, day: 1 })
  expect(groups).toContainEqual({
    chips: ['middle'],
    from,
    to: Infinity,
    before: 'presumption-of-denial',
    after: 'no-licence',
  })
  expect(groups).toContainEqual({
    chips: ['large'],
    from,
    to: barred,
    before: 'presumption-of-denial',
    after: 'no-licence',
  })
  const sizes = groups.map(({ chips }) => chips.length)
  expect(sizes).toEqual([...sizes].sort((a, b) => b - a))
})

it('joins neighbouring days of a chip that differ alike, and no others', () => {
  const status = (outcome: Status['outcome']): Status => ({ outcome }) as Status
  const differing = (chip: string, from: number, to: number, after: Status['outcome'] = 'prohibited'): Difference => ({
    chip,
    from,
    to,
    before: status('no-licence'),
    after: status(after),
    hypothetical: true,
  })
  const groups = effectGroups([
    differing('a', 1, 5),
    differing('a', 5, 9),
    differing('a', 9, 12, 'notified'),
    differing('a', 12, 15, 'no-licence'),
    differing('b', 1, 9),
    differing('c', 1, 4),
    differing('c', 5, 9),
  ])
  expect(groups.map(({ chips, from, to, after }) => [chips.join(), from, to, after])).toEqual([
    ['a,b', 1, 9, 'prohibited'],
    ['c', 1, 4, 'prohibited'],
    ['c', 5, 9, 'prohibited'],
    ['a', 9, 12, 'notified'],
  ])
})
