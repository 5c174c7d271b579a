import type { Names } from '../domain/model/names'
import type { RecordOf, RecordType } from '../domain/model/record'
import { METRIC_UNITS, type Metric, type SpecValue } from '../domain/model/spec-value'

type Fields<T extends RecordType> = Partial<RecordOf<T>>

/** The same words in both languages, for tests that do not care. */
export const named = (text: string): Names => ({ en: text, 'zh-Hant': text })

export const aSource = (over: Fields<'source'> = {}): RecordOf<'source'> => ({
  type: 'source',
  id: 'a-source',
  publisher: 'Federal Register',
  title: '87 FR 62186',
  access: 'full',
  ...over,
})

export const anOrganisation = (over: Fields<'organisation'> = {}): RecordOf<'organisation'> => ({
  type: 'organisation',
  id: 'nvidia',
  name: { en: 'NVIDIA', 'zh-Hant': '輝達' },
  roles: ['vendor'],
  jurisdiction: 'US',
  ...over,
})

export const anArchitecture = (over: Fields<'architecture'> = {}): RecordOf<'architecture'> => ({
  type: 'architecture',
  id: 'hopper',
  name: named('Hopper'),
  vendor: 'nvidia',
  announced: '2022-03-22',
  available: '2022-09',
  specs: [],
  sources: ['a-source'],
  confidence: 'confirmed',
  ...over,
})

export const aChip = (over: Fields<'chip'> = {}): RecordOf<'chip'> => ({
  type: 'chip',
  id: 'h200',
  name: named('H200'),
  vendor: 'nvidia',
  announced: '2023-11-13',
  specs: [],
  sources: ['a-source'],
  confidence: 'confirmed',
  ...over,
})

/** A figure in the unit of its metric. */
export const aSpec = (metric: Metric, value: number, over: Partial<SpecValue> = {}): SpecValue => {
  const unit = METRIC_UNITS[metric]
  return { metric, value, ...(unit === null ? {} : { unit }), sources: ['a-source'], confidence: 'confirmed', ...over }
}

export const anEvent = (over: Fields<'event'> = {}): RecordOf<'event'> => ({
  type: 'event',
  id: 'h200-allowed',
  name: { en: 'H200 may go to China', 'zh-Hant': '放行 H200 輸中' },
  kind: 'policy',
  date: '2025-12-08',
  actors: [],
  chips: [],
  architectures: [],
  rules: [],
  jurisdictions: ['US'],
  sources: ['a-source'],
  confidence: 'confirmed',
  ...over,
})

export const aRule = (over: Fields<'rule'> = {}): RecordOf<'rule'> => ({
  type: 'rule',
  id: 'rule-2022',
  name: named('October 2022 rule'),
  jurisdiction: 'US',
  announced: '2022-10-07',
  effective: '2022-10-21',
  amends: [],
  supersedes: [],
  provisions: [],
  sources: ['a-source'],
  confidence: 'confirmed',
  ...over,
})

export const aLink = (over: Fields<'link'> = {}): RecordOf<'link'> => ({
  type: 'link',
  id: 'link-rule-event',
  kind: 'cause',
  from: 'rule-2022',
  to: 'h200-allowed',
  sources: ['a-source'],
  confidence: 'reported',
  ...over,
})

export const anAnnotation = (over: Fields<'annotation'> = {}): RecordOf<'annotation'> => ({
  type: 'annotation',
  id: 'note-h200',
  target: { kind: 'record', record: 'h200' },
  text: 'Shipped in the second quarter?',
  created: '2026-01-02T03:04:05Z',
  modified: '2026-01-02T03:04:05Z',
  inFigures: true,
  ...over,
})

export const aScenario = (over: Fields<'scenario'> = {}): RecordOf<'scenario'> => ({
  type: 'scenario',
  id: 'scenario-suspended',
  name: named('Suspended'),
  assumptions: [{ kind: 'suspend', rule: 'rule-2022' }],
  ...over,
})

export const aView = (over: Fields<'view'> = {}): RecordOf<'view'> => ({
  type: 'view',
  id: 'view-story',
  name: named('The story'),
  filters: { kinds: [], vendors: ['nvidia'], jurisdictions: [], confidences: [] },
  grouping: 'story',
  collapsed: [],
  ...over,
})
