import { expect, it } from 'vitest'
import { controlsIndex } from '../../../domain/controls/controls-index'
import { differences, hypothetically } from '../../../domain/controls/scenario'
import { documentOf, recordOfType } from '../../../domain/model/document'
import { dayNumberOf } from '../../../domain/time/day-number'
import { smallLaw } from '../../../testing/small-law'
import { effectGroups } from './rule-effect'

it('groups chips by what they become and when, most first, and joins days that differ alike', () => {
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
