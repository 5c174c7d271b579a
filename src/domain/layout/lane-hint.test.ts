import { expect, it } from 'vitest'
import { anArchitecture, anEvent, anOrganisation } from '../../testing/builders'
import { documentOf } from '../model/document'
import { eventPreset, laneHint } from './lane-hint'

const document = documentOf([anOrganisation(), anArchitecture()])
const nothing = { jurisdictions: [], actors: [], architectures: [] }

it.each([
  ['story:allowed/response', { ...nothing, kind: 'response' }],
  ['story:allowed', { ...nothing, kind: 'policy' }],
  ['story:allowed/rule', { ...nothing, kind: 'policy' }],
  ['story:built/launches', { ...nothing, kind: 'announcement' }],
  ['story:market', { ...nothing, kind: 'market' }],
  ['kind/report', { ...nothing, kind: 'report' }],
  ['kind/architecture-span', { ...nothing, kind: 'architecture' }],
  ['vendor:nvidia/events', { ...nothing, kind: 'announcement', jurisdictions: ['US'], actors: ['nvidia'] }],
  ['vendor:none/events', { ...nothing, kind: 'announcement' }],
  ['jurisdiction:CN/rule', { ...nothing, kind: 'policy', jurisdictions: ['CN'] }],
  ['jurisdiction:none/events', { ...nothing, kind: 'policy' }],
  [
    'architecture:hopper',
    { kind: 'announcement', jurisdictions: ['US'], actors: ['nvidia'], architectures: ['hopper'] },
  ],
])('%s', (lane, hint) => {
  expect(laneHint(document, lane)).toEqual(hint)
})

it('fills the form of an event: unverified, and where most of the others are if the lane does not say', () => {
  const events = documentOf([
    ...document.records.values(),
    anEvent({ id: 'a', jurisdictions: ['CN'] }),
    anEvent({ id: 'b', jurisdictions: ['CN', 'US'] }),
  ])
  expect(eventPreset(events, 'story:allowed/policy', '2026-33')).toEqual({
    ...nothing,
    kind: 'policy',
    date: '2026-33',
    jurisdictions: ['CN'],
    confidence: 'unverified',
  })
  expect(eventPreset(events, 'vendor:nvidia/events', '2026')).toMatchObject({
    jurisdictions: ['US'],
    actors: ['nvidia'],
  })
  expect(eventPreset(document, 'story:allowed/policy', '2026')).toMatchObject({ jurisdictions: [] })
})
