import { describe, expect, it } from 'vitest'
import { documentOf } from '../../domain/model/document'
import type { TapelineRecord } from '../../domain/model/record'
import { aChip, anArchitecture, anEvent, anOrganisation, aRule, aSource } from '../../testing/builders'
import { citedSources } from './cited-sources'
import { relationsOf } from './relations'

const H20 = aChip({ id: 'h20', architecture: 'hopper', variantOf: 'h200', announced: '2023-11-09' })
const RECORDS: TapelineRecord[] = [
  anOrganisation(),
  anArchitecture(),
  anArchitecture({ id: 'blackwell', predecessor: 'hopper' }),
  aChip({ architecture: 'hopper' }),
  H20,
  aRule({ issuer: 'nvidia' }),
  aRule({ id: 'rule-2023', amends: ['rule-2022'], supersedes: [] }),
  anEvent({ chips: ['h200'], actors: ['nvidia'], rules: ['rule-2022'] }),
  anEvent({ id: 'earlier', date: '2025-01', chips: ['h200', 'missing'] }),
  {
    type: 'link',
    id: 'l-1',
    kind: 'response',
    from: 'h200-allowed',
    to: 'earlier',
    sources: [],
    confidence: 'claimed',
  },
  aSource(),
]
const document = documentOf(RECORDS)
const groupsOf = (id: string): Record<string, string[]> => {
  const record = document.records.get(id)
  if (record === undefined) throw new Error(id)
  return Object.fromEntries(relationsOf(document, record).map((g) => [g.relation, g.records.map((other) => other.id)]))
}

describe('relationsOf', () => {
  it('leads from a chip to its maker, its design, its variants and what speaks of it, by date', () => {
    expect(groupsOf('h200')).toEqual({
      vendor: ['nvidia'],
      architecture: ['hopper'],
      variants: ['h20'],
      events: ['earlier', 'h200-allowed'],
    })
    expect(groupsOf('h20')).toMatchObject({ variantOf: ['h200'] })
  })
  it('leads both ways along generations and amendments', () => {
    expect(groupsOf('hopper')).toEqual({ vendor: ['nvidia'], successors: ['blackwell'], chips: ['h20', 'h200'] })
    expect(groupsOf('blackwell')).toMatchObject({ predecessor: ['hopper'] })
    expect(groupsOf('rule-2022')).toMatchObject({ amendedBy: ['rule-2023'], issuer: ['nvidia'] })
    expect(groupsOf('rule-2023')).toMatchObject({ amends: ['rule-2022'] })
  })
  it('names a link after the end it is seen from', () => {
    expect(groupsOf('h200-allowed')).toMatchObject({ answeredBy: ['earlier'] })
    expect(groupsOf('earlier')).toMatchObject({ answers: ['h200-allowed'] })
  })
  it('leads from an organisation and a source to all that name them', () => {
    expect(Object.keys(groupsOf('nvidia'))).toEqual(['architectures', 'chips', 'rules', 'events'])
    expect(groupsOf('a-source')['citedBy']).toContain('h200')
  })
  it('passes over what is not there', () => {
    expect(groupsOf('earlier')).toMatchObject({ chips: ['h200'] })
  })
})

describe('citedSources', () => {
  it('numbers sources as they first appear, whoever cites them', () => {
    const chip = aChip({
      sources: ['s-b'],
      specs: [{ metric: 'tdp', value: 700, sources: ['s-a', 's-b', 'missing'], confidence: 'reported' }],
      disagreements: [{ field: 'available', value: '2024', sources: ['s-c'], confidence: 'reported' }],
    })
    const cited = citedSources(documentOf([chip, ...['s-a', 's-b', 's-c'].map((id) => aSource({ id }))]), chip)
    expect(cited.list.map(({ id }) => id)).toEqual(['s-b', 's-a', 's-c'])
    expect(cited.numbers(['s-a', 's-b', 'missing'])).toEqual([1, 2])
  })
})
