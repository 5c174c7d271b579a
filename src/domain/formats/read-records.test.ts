import { describe, expect, it } from 'vitest'
import { problemLine } from '../model/problem'
import { readRecords } from './read-records'

const H200 = {
  type: 'chip',
  id: 'h200',
  name: { en: 'H200', 'zh-Hant': 'H200' },
  vendor: 'nvidia',
  announced: '2023-11-13',
  specs: [{ metric: 'memory-capacity', value: 141, unit: 'GB', sources: ['s'], confidence: 'confirmed' }],
  sources: ['s'],
  confidence: 'confirmed',
}
const RULE = {
  type: 'rule',
  id: 'r',
  name: { en: 'R', 'zh-Hant': 'R' },
  jurisdiction: 'US',
  amends: [],
  supersedes: [],
  provisions: [],
  sources: [],
  confidence: 'unverified',
}

const FORMULA = { reference: 'x', words: { en: 'x', 'zh-Hant': 'x' }, sources: [] }

function lines(records: unknown, name = 'data/chips.json'): string[] {
  const text = typeof records === 'string' ? records : JSON.stringify(records)
  return readRecords({ name, text }).problems.map(problemLine)
}

describe('readRecords', () => {
  it('reads a good file, a byte order mark or not', () => {
    const text = JSON.stringify([H200])
    expect(readRecords({ name: 'data/chips.json', text })).toEqual({ records: [H200], problems: [] })
    expect(readRecords({ name: 'data/chips.json', text: `\uFEFF${text}` }).records).toHaveLength(1)
  })

  it('names file, record and path of every fault, and keeps the other records', () => {
    const { specs, ...rest } = H200
    const bad = { ...rest, id: 'bad', specs: [...specs, { ...specs[0], sources: [7] }], confidence: 'sure' }
    const { records, problems } = readRecords({ name: 'data/chips.json', text: JSON.stringify([bad, H200]) })
    expect(records.map(({ id }) => id)).toEqual(['h200'])
    expect(problems.map(({ code, file, record, path }) => [code, file, record, path])).toEqual([
      ['wrong-shape', 'data/chips.json', 'bad', 'specs[1].sources[0]'],
      ['wrong-shape', 'data/chips.json', 'bad', 'confidence'],
    ])
  })

  it.each([
    ['no JSON', '[{', /^data\/chips\.json: /],
    ['no array', '{}', /must be an array of records/],
    ['no object', '[3]', /^data\/chips\.json: \[0\]: must be an object/],
    ['no type', '[{"id":"x"}]', /x: type: must be one of source, /],
    ['a type that belongs elsewhere', [RULE], /r: type: must be chip in this file/],
    ['an unknown key', [{ ...H200, price: 1 }], /h200: price: /],
    ['a missing name in Chinese', [{ ...H200, name: { en: 'H200' } }], /h200: name\.zh-Hant: /],
    ['a date that is none', [{ ...H200, announced: '2023-13' }], /h200: announced: /],
    [
      'a unit that is not the metric’s',
      [{ ...H200, specs: [{ ...H200.specs[0], unit: 'TB' }] }],
      /specs\[0\]\.unit: .*GB/,
    ],
    [
      'a text where a number belongs',
      [{ ...H200, specs: [{ ...H200.specs[0], value: '141' }] }],
      /specs\[0\]\.value: /,
    ],
    [
      'a definition that leads back to itself',
      JSON.stringify([
        {
          ...RULE,
          formulas: [
            { ...FORMULA, metric: 'tpp', expression: { product: [8, { control: 'io-bandwidth' }] } },
            { ...FORMULA, metric: 'io-bandwidth', expression: { control: 'transistors' } },
            { ...FORMULA, metric: 'transistors', expression: { quotient: [{ control: 'transistors' }, 2] } },
          ],
        },
      ]),
      /^data\/rules\.json: r: formulas\[2\]\.expression\.quotient\[0\]: .*transistors -> transistors$/,
      'data/rules.json',
    ],
    ['a poisoned key', `[{"type":"chip","id":"h200","__proto__":{"a":1}}]`, /h200: __proto__: /],
    ['a poisoned key deep down', [{ ...H200, specs: [{ constructor: 1 }] }], /h200: specs\[0\]\.constructor: /],
  ])('refuses %s', (_, records, expected, file = 'data/chips.json') => {
    const found = lines(records, file)
    expect(found).toHaveLength(1)
    expect(found[0]).toMatch(expected)
  })

  it('says where in a condition tree the fault is', () => {
    const limit = { metric: 'tpp', operator: '<', limit: 21_000, unit: 'TPP' }
    const provision = {
      id: 'p',
      reference: '3A090.a',
      words: { en: 'w', 'zh-Hant': 'w' },
      destinations: ['CN'],
      outcome: { step: 'case-by-case', conditions: [] },
      sources: [],
    }
    const withLeaf = (leaf: unknown) => [
      { ...RULE, provisions: [{ ...provision, when: { all: [limit, { any: [leaf] }] } }] },
    ]
    const name = 'data/rules.json'
    expect(lines(withLeaf(limit), name)).toEqual([])
    expect(lines(withLeaf({ ...limit, unit: 'GB/s' }), name)[0]).toMatch(
      /provisions\[0\]\.when\.all\[1\]\.any\[0\]\.unit: /,
    )
    expect(lines(withLeaf({ ...limit, operator: '=' }), name)[0]).toMatch(/when\.all\[1\]\.any\[0\]\.operator: /)
    expect(lines([{ ...RULE, provisions: [provision, provision] }], name)[0]).toMatch(/provisions\[1\]\.id: /)
  })

  it('reads records of any type from a file with a name of its own', () => {
    expect(lines([H200, RULE], 'mine.json')).toEqual([])
  })

  it('refuses text that is too long or too deep before it parses it', () => {
    const limits = { maxLength: 100, maxDepth: 5 }
    const read = (text: string) => readRecords({ name: 'x', text }, limits).problems[0]?.detail
    expect(read(' '.repeat(101))).toMatch(/longer than 100/)
    expect(read('[[[[[[]]]]]]')).toMatch(/more than 5 levels/)
    expect(read('["[[[[[[\\"[["]')).not.toMatch(/levels/)
    expect(readRecords({ name: 'x', text: '['.repeat(1_000_000) }).problems[0]?.code).toBe('not-json')
  })
})
