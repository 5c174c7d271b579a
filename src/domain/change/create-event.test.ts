import { expect, it } from 'vitest'
import { anEvent, named } from '../../testing/builders'
import { documentOf } from '../model/document'
import { applyChange } from './apply'
import { createEventAt } from './create-event'

const document = documentOf([
  anEvent({ id: 'a', jurisdictions: ['CN'] }),
  anEvent({ id: 'b', jurisdictions: ['CN', 'US'] }),
])
const input = {
  newId: 'event-1',
  name: named('New event'),
  date: '2026-33',
  kind: 'policy' as const,
  jurisdictions: [],
  actors: [],
  architectures: [],
}

it('makes an event that is unverified, where most of the others are', () => {
  const change = createEventAt(document, input)
  if (!change.ok) throw new Error(change.problem.detail)
  expect(change.value.label).toEqual({ action: 'create', subject: named('New event') })
  expect(applyChange(document, change.value).records.get('event-1')).toMatchObject({
    date: '2026-33',
    jurisdictions: ['CN'],
    confidence: 'unverified',
    sources: [],
  })
})

it('takes what the lane says', () => {
  const change = createEventAt(document, { ...input, jurisdictions: ['NL'], actors: ['nvidia'] })
  expect(change).toMatchObject({
    value: { edits: { 'event-1': { to: { jurisdictions: ['NL'], actors: ['nvidia'] } } } },
  })
})

it('refuses what is no date', () => {
  expect(createEventAt(document, { ...input, date: 'soon' })).toMatchObject({
    problem: { code: 'wrong-shape', path: 'date' },
  })
})
