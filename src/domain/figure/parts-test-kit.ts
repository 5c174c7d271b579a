import fc from 'fast-check'
import { documentOf, type Document } from '../model/document'
import type { FigureSettings } from '../model/figure-settings'
import { LANE_KINDS, LANE_METRICS } from '../model/lane-kind'
import type { RecordOf, TapelineRecord } from '../model/record'
import { METRIC_UNITS, METRICS, type Metric, type SpecValue } from '../model/spec-value'
import { dates, namesBoth, points } from './figure-test-kit'
import type { FigureSpec } from './figure-spec'
import { sheetSpecs, sourcedDocuments } from './sheet-test-kit'
import type { Scene } from './scene'

const VENDORS = ['nvidia', 'huawei', 'no-such-vendor']
const CHIPS = Array.from({ length: 14 }, (_, at) => `chip-${String(at)}`)
const SOURCE_IDS = ['source-a', 'source-b', 'source-c', 'source-d', 'no-such-source']

const HUAWEI: RecordOf<'organisation'> = {
  type: 'organisation',
  id: 'huawei',
  name: { en: 'Huawei', 'zh-Hant': '華為' },
  roles: ['vendor'],
  jurisdiction: 'CN',
}

const specValues: fc.Arbitrary<SpecValue> = fc
  .record({
    metric: fc.constantFrom<Metric>('fp16', 'fp8', 'tdp', 'die-area', 'memory-bandwidth', 'memory-type', 'process'),
    value: fc.constantFrom(0, 0.02, 3.35, 80, 814, 1979, 15_832, 1e9),
    text: fc.constantFrom('HBM3e', 'TSMC 4NP, a process with a long name', '台積電四奈米'),
    sources: fc.uniqueArray(fc.constantFrom(...SOURCE_IDS), { maxLength: 3 }),
    confidence: fc.constantFrom('confirmed' as const, 'unverified' as const),
  })
  .map(({ metric, value, text, ...rest }) => {
    const unit = METRIC_UNITS[metric]
    return { metric, value: unit === null ? text : value, ...(unit === null ? {} : { unit }), ...rest }
  })

const chips = fc
  .array(
    fc.record({
      name: namesBoth,
      vendor: fc.constantFrom(...VENDORS),
      announced: fc.option(points, { nil: undefined }),
      available: fc.option(points, { nil: undefined }),
      withdrawn: fc.option(points, { nil: undefined, freq: 4 }),
      specs: fc.uniqueArray(specValues, { maxLength: 6, selector: ({ metric }) => metric }),
    }),
    { maxLength: CHIPS.length, size: 'max' },
  )
  .map((all) =>
    all.map((chip, at): TapelineRecord => {
      const known = Object.fromEntries(Object.entries(chip).filter(([, value]) => value !== undefined))
      return {
        type: 'chip',
        id: CHIPS[at] ?? '',
        sources: ['source-a'],
        confidence: 'confirmed',
        ...known,
      } as RecordOf<'chip'>
    }),
  )

const rules = fc
  .array(
    fc.record({
      name: namesBoth,
      jurisdiction: fc.constantFrom('US', 'NL', 'CN'),
      effective: dates.filter((text) => !text.includes('/')),
      ended: fc.option(points, { nil: undefined }),
      limit: fc.constantFrom(600, 1600, 4800, 4801),
      metric: fc.constantFrom('tpp' as const, 'memory-bandwidth' as const),
      step: fc.constantFrom('presumption-of-denial' as const, 'case-by-case' as const, 'notified' as const),
    }),
    { maxLength: 5 },
  )
  .map((all) =>
    all.map(({ limit, metric, step, ended, ...rest }, at): TapelineRecord => ({
      type: 'rule',
      id: `law-${String(at)}`,
      announced: rest.effective,
      amends: [],
      supersedes: [],
      sources: ['source-b'],
      confidence: 'confirmed',
      provisions: [
        {
          id: `law-${String(at)}.a`,
          reference: 'a',
          words: rest.name,
          when: { metric, operator: '>=', limit, unit: metric === 'tpp' ? 'TPP' : 'GB/s' },
          destinations: ['CN'],
          outcome: { step, conditions: [] },
          sources: ['source-c'],
        },
      ],
      ...rest,
      ...(ended === undefined ? {} : { ended }),
    })),
  )

/** Documents with chips and rules beside what {@link sourcedDocuments} holds. */
export const chipDocuments: fc.Arbitrary<Document> = fc
  .record({ base: sourcedDocuments, chips, rules })
  .map(({ base, ...more }) => documentOf([...base.records.values(), HUAWEI, ...more.chips, ...more.rules]))

type Parts = Pick<FigureSettings, 'lanes' | 'status' | 'comparison'>

const lanes: fc.Arbitrary<NonNullable<Parts['lanes']>> = fc.record({
  by: fc.constantFrom('announced' as const, 'available' as const),
  lanes: fc.uniqueArray(
    fc.record({ kind: fc.constantFrom(...LANE_KINDS), scale: fc.constantFrom('log' as const, 'linear' as const) }),
    { minLength: 1, maxLength: 6, selector: ({ kind }) => kind },
  ),
  limits: fc.boolean(),
  steps: fc.boolean(),
  vendors: fc.constantFrom<string[]>([], ['nvidia']),
  ratioOf: fc.constantFrom(...LANE_METRICS),
  lag: fc.constant({ vendor: 'nvidia', destination: 'CN', gates: 'both' as const }),
})
const status: fc.Arbitrary<NonNullable<Parts['status']>> = fc.record({
  destination: fc.constantFrom('CN', 'SG'),
  gate: fc.constantFrom('both' as const, 'export' as const, 'import' as const),
  chips: fc.uniqueArray(fc.constantFrom(...CHIPS), { minLength: 1, maxLength: 12 }),
})
const comparison: fc.Arbitrary<NonNullable<Parts['comparison']>> = fc
  .record({
    chips: fc.uniqueArray(fc.constantFrom(...CHIPS), { minLength: 2, maxLength: 8 }),
    withBase: fc.boolean(),
    metrics: fc.uniqueArray(fc.constantFrom(...METRICS), { minLength: 1, maxLength: METRICS.length }),
  })
  .map(({ chips: ids, withBase, metrics }) => ({ chips: ids, base: withBase ? (ids[0] ?? null) : null, metrics }))

/** Specs that ask for some of the parts, on every paper. */
export const partSpecs: fc.Arbitrary<FigureSpec> = fc
  .record({
    spec: sheetSpecs,
    parts: fc.record({ lanes, status, comparison }, { requiredKeys: [] }),
  })
  .map(({ spec, parts }) => ({ ...spec, settings: { ...spec.settings, ...parts } }))

/** What the charts of a page say of themselves, one for each lane and each chip with bars. */
export const chartTitles = ({ shapes }: Scene): string[] =>
  shapes.flatMap((shape) => (shape.shape === 'chart' ? [shape.title] : []))
