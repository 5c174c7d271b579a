import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { aScenario } from '../../testing/builders'
import { documentOf, EMPTY_DOCUMENT, recordOfType, recordsOfType } from './document'
import { EdtfText } from './edtf-text'
import { assertNever } from './exhaustive'
import { RecordId } from './ids'
import { Names } from './names'
import { problemLine } from './problem'
import { RECORD_SCHEMAS, RECORD_TYPES, TapelineRecord, type RecordOf } from './record'
import { recordName, recordNames } from './record-name'
import { Condition } from './rule'
import { Scenario } from './scenario'
import { Source } from './source'
import { METRIC_UNITS, METRICS } from './spec-value'
import { TimeWindow } from './view'

const HOPPER: RecordOf<'architecture'> = {
  type: 'architecture',
  id: 'hopper',
  name: { en: 'Hopper', 'zh-Hant': 'Hopper 架構' },
  vendor: 'nvidia',
  specs: [],
  sources: [],
  confidence: 'confirmed',
}
const SOURCE: RecordOf<'source'> = {
  type: 'source',
  id: 'fr',
  publisher: 'Federal Register',
  title: '87 FR 62186',
  url: 'https://www.federalregister.gov/d/2022-21658',
  access: 'full',
}
const LINK: RecordOf<'link'> = {
  type: 'link',
  id: 'hopper-then-rubin',
  kind: 'successor',
  from: 'hopper',
  to: 'rubin',
  sources: [],
  confidence: 'confirmed',
}
const NOTE: RecordOf<'annotation'> = {
  type: 'annotation',
  id: 'note',
  target: { kind: 'record', record: 'hopper' },
  text: '\n## Watch *this*\nand that',
  created: '2026-01-01T00:00:00.000Z',
  modified: '2026-01-01T00:00:00.000Z',
  inFigures: true,
}

const accepts = (schema: v.GenericSchema, value: unknown): boolean => v.is(schema, value)

describe('RecordId', () => {
  it.each(['h200', 'mi300x', 'a-b_c.d', '3a090.a', 'valueof'])('takes %s', (id) => {
    expect(accepts(RecordId, id)).toBe(true)
  })

  it.each([
    '',
    'H200',
    'a b',
    '-a',
    'a-',
    'a--b',
    'a/b',
    '../a',
    '輝達',
    'constructor',
    'prototype',
    '__proto__',
    'a'.repeat(121),
  ])('refuses %s', (id) => expect(accepts(RecordId, id)).toBe(false))

  it('takes no id that a record of records would drop', () => {
    const ids = fc.oneof(
      fc.stringMatching(/^[a-z0-9]+$/),
      fc.constantFrom(...Object.getOwnPropertyNames(Object.prototype)),
    )
    fc.assert(
      fc.property(ids, (id) => {
        fc.pre(accepts(RecordId, id))
        expect(Object.keys(v.parse(v.record(RecordId, v.number()), { [id]: 1 }))).toEqual([id])
      }),
    )
  })
})

describe('EdtfText', () => {
  it.each(['2026', '2025-12-08', '2026-33~', '2026-07/..', '[2025,2026-1X]', '{2025..2026}', '-0100?', 'Y17E7'])(
    'takes %s',
    (text) => expect(accepts(EdtfText, text)).toBe(true),
  )

  it('refuses words, spaces and endless sets', () => {
    for (const text of ['8 Dec 2025', '2025 ', 'today', '', '['.padEnd(81, '2')])
      expect(accepts(EdtfText, text)).toBe(false)
  })
})

describe('records', () => {
  it('are told apart by type and refuse fields they do not have', () => {
    for (const record of [HOPPER, SOURCE, LINK, NOTE]) expect(v.parse(TapelineRecord, record)).toEqual(record)
    expect(accepts(TapelineRecord, { ...HOPPER, colour: 'red' })).toBe(false)
    expect(accepts(TapelineRecord, { ...HOPPER, type: 'chip' })).toBe(true)
    expect(accepts(TapelineRecord, { ...HOPPER, type: 'planet' })).toBe(false)
    expect(accepts(RECORD_SCHEMAS.chip, HOPPER)).toBe(false)
  })

  it('need both languages, without white space around', () => {
    expect(accepts(Names, { en: 'Hopper' })).toBe(false)
    expect(accepts(Names, { en: 'Hopper', 'zh-Hant': ' ' })).toBe(false)
    expect(v.parse(Names, { en: ' Hopper ', 'zh-Hant': '架構' })).toEqual({ en: 'Hopper', 'zh-Hant': '架構' })
  })

  it('take web addresses over https only', () => {
    expect(accepts(Source, SOURCE)).toBe(true)
    for (const url of ['http://example.com', 'javascript:alert(1)', 'file:///etc/passwd', 'example.com'])
      expect(accepts(Source, { ...SOURCE, url })).toBe(false)
  })

  it('take windows that end after they start', () => {
    expect(accepts(TimeWindow, { startDay: 0, endDay: 0.5 })).toBe(true)
    for (const endDay of [0, -1, NaN, Infinity]) expect(accepts(TimeWindow, { startDay: 0, endDay })).toBe(false)
  })

  it('hold conditions as trees of comparisons', () => {
    const tpp = { metric: 'tpp', operator: '>=', limit: 4800, unit: 'TPP' }
    expect(accepts(Condition, { any: [tpp, { all: [tpp, { any: [tpp] }] }] })).toBe(true)
    expect(accepts(Condition, { any: [] })).toBe(false)
    expect(accepts(Condition, { any: [tpp], all: [tpp] })).toBe(false)
    expect(accepts(Condition, { ...tpp, limit: '4800' })).toBe(false)
  })

  it('hold assumptions of rules, each with the values of its kind alone', () => {
    const suspend = { kind: 'suspend', rule: 'rule-2025' }
    const limit = { kind: 'limit', rule: 'rule-2025', provision: 'rule-2025.a', at: 0, limit: 15_000 }
    expect(accepts(Scenario, aScenario({ assumptions: [] }))).toBe(true)
    expect(v.parse(TapelineRecord, { ...aScenario(), assumptions: [suspend, limit] })).toHaveProperty('assumptions', [
      suspend,
      limit,
    ])
    for (const wrong of [
      { ...suspend, limit: 1 },
      { ...limit, at: -1 },
      { ...limit, at: 0.5 },
      { ...limit, limit: NaN },
    ])
      expect(accepts(Scenario, { ...aScenario(), assumptions: [wrong] })).toBe(false)
  })

  it('know a unit, or that there is none, for every metric', () => {
    expect(Object.keys(METRIC_UNITS)).toEqual([...METRICS])
  })
})

describe('documents', () => {
  const document = documentOf([SOURCE, HOPPER, LINK])

  it('find records by id and by type', () => {
    expect(recordOfType(document, 'architecture', 'hopper')).toBe(HOPPER)
    expect(recordOfType(document, 'chip', 'hopper')).toBeUndefined()
    expect(recordOfType(document, 'chip', 'none')).toBeUndefined()
    expect(recordOfType(document, 'chip', undefined)).toBeUndefined()
    expect(recordsOfType(document, 'source')).toEqual([SOURCE])
    expect(RECORD_TYPES.flatMap((type) => recordsOfType(document, type))).toHaveLength(3)
    expect(recordsOfType(EMPTY_DOCUMENT, 'source')).toEqual([])
  })

  it('throw on an id used twice, naming it', () => {
    expect(() => documentOf([SOURCE, { ...HOPPER, id: 'fr' }])).toThrow('record id used twice: fr')
  })
})

describe('recordNames', () => {
  const document = documentOf([HOPPER, SOURCE, LINK, NOTE])

  it('gives every record something to be called by, in both languages', () => {
    expect(recordNames(HOPPER, document)).toEqual(HOPPER.name)
    expect(recordName(SOURCE, document, 'zh-Hant')).toBe('87 FR 62186')
    expect(recordName(LINK, document, 'zh-Hant')).toBe('Hopper 架構 → rubin')
    expect(recordName(NOTE, document, 'en')).toBe('Watch *this*')
    expect(recordName({ ...NOTE, text: ' \n' }, document, 'en')).toBe('…')
  })

  it('stops at a link that joins links, rather than going round', () => {
    const round = { ...LINK, from: LINK.id, to: LINK.id }
    expect(recordName(round, documentOf([round]), 'en')).toBe('hopper-then-rubin → hopper-then-rubin')
  })
})

describe('problems', () => {
  it('say in one line where and what', () => {
    const problem = { code: 'wrong-shape', detail: 'must be a number' } as const
    expect(problemLine(problem)).toBe('must be a number')
    expect(problemLine({ ...problem, file: 'data/chips.json', record: 'h200', path: 'specs[2].value' })).toBe(
      'data/chips.json: h200: specs[2].value: must be a number',
    )
  })
})

describe('assertNever', () => {
  it('throws with what slipped in', () => {
    expect(() => assertNever({ kind: 'new' } as never)).toThrow('not handled: {"kind":"new"}')
  })
})
