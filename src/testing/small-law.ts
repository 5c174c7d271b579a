import type { TapelineRecord } from '../domain/model/record'
import type { Provision } from '../domain/model/rule'
import { aChip, anOrganisation, aRule, aSource, aSpec, named } from './builders'

const paragraph = (id: string, more: Partial<Provision>): Provision => ({
  id,
  reference: id,
  words: named(id),
  destinations: ['CN'],
  outcome: { step: 'presumption-of-denial', conditions: [] },
  sources: ['a-source'],
  ...more,
})

/**
 * A small law: from 2024 chips of 4,800 TPP are presumed denied, and from 2024-07-01 China bars one of them by name.
 * One chip has no figures, one is announced in 2026.
 */
export const smallLaw = (): TapelineRecord[] => [
  aSource(),
  anOrganisation(),
  anOrganisation({ id: 'huawei', name: named('Huawei'), jurisdiction: 'CN' }),
  aRule({
    id: 'law',
    name: named('The law'),
    announced: '2023-10-17',
    published: '2023-10-25',
    effective: '2024-01-01',
    provisions: [paragraph('law.a', { when: { metric: 'tpp', operator: '>=', limit: 4800, unit: 'TPP' } })],
  }),
  aRule({
    id: 'block',
    name: named('The block'),
    jurisdiction: 'CN',
    announced: '2024-07-01',
    published: undefined,
    effective: '2024-07-01',
    provisions: [
      paragraph('block.a', { chips: ['large'], outcome: { step: 'prohibited', conditions: [named('No entry.')] } }),
    ],
  }),
  aChip({ id: 'large', name: named('Large'), announced: '2023-01-01', specs: [aSpec('fp8', 1979)] }),
  aChip({ id: 'middle', name: named('Middle'), announced: '2023-01-01', specs: [aSpec('fp8', 606)] }),
  aChip({ id: 'small', name: named('Small'), announced: '2023-01-01', specs: [aSpec('fp8', 100)] }),
  aChip({ id: 'blank', name: named('Blank'), announced: '2023-01-01' }),
  aChip({ id: 'coming', name: named('Coming'), announced: '2026-06-01', specs: [aSpec('fp8', 4500)] }),
]
