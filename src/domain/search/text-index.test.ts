import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { documentOf } from '../model/document'
import type { RecordOf, TapelineRecord } from '../model/record'
import { fold, rangesOf, searchTerms, snippet } from './fold'
import { searchText, textIndex } from './text-index'

const organisation = (id: string, en: string, zh: string, rest: Partial<RecordOf<'organisation'>> = {}) =>
  ({ type: 'organisation', id, name: { en, 'zh-Hant': zh }, roles: ['vendor'], ...rest }) satisfies TapelineRecord

const source = (id: string, title: string): RecordOf<'source'> => ({
  type: 'source',
  id,
  publisher: 'Reuters',
  title,
  access: 'full',
})

const event = (id: string, en: string, zh: string, summary: string): RecordOf<'event'> => ({
  type: 'event',
  id,
  name: { en, 'zh-Hant': zh },
  kind: 'policy',
  date: '2025-12-08',
  summary: { en: summary, 'zh-Hant': '美國放行輝達 H200 晶片輸往中國' },
  actors: [],
  chips: [],
  architectures: [],
  rules: [],
  jurisdictions: ['US'],
  sources: [],
  confidence: 'confirmed',
})

const note = (id: string, target: string, text: string): RecordOf<'annotation'> => ({
  type: 'annotation',
  id,
  target: { kind: 'record', record: target },
  text,
  created: '2026-01-01T00:00:00Z',
  modified: '2026-01-01T00:00:00Z',
  inFigures: true,
})

const DATA = documentOf([
  organisation('huawei', 'Huawei', '華為', { aliases: ['海思', 'HiSilicon'] }),
  organisation('nvidia', 'NVIDIA', '輝達'),
  source('reuters-1', 'Nvidia chips cleared for China'),
  event('cleared', 'H200 cleared', '放行 H200', 'A quarter of the revenue goes to the government.'),
  note('n-1', 'cleared', '這是 **關稅** 還是執照費？'),
])
const index = textIndex(DATA)
const found = (query: string): string[] => searchText(index, query).map((hit) => hit.record)

describe('searchText', () => {
  it('finds two Chinese characters inside a longer run', () => {
    expect(found('輝')).toEqual(['cleared', 'nvidia'])
    expect(found('輸往中國')).toEqual(['cleared'])
    expect(found('海思')).toEqual(['huawei'])
  })
  it('finds letters of either case and full width', () => {
    expect(found('nVIDia')).toEqual(['nvidia', 'reuters-1'])
    expect(found('Ｈ２００')).toEqual(['cleared'])
  })
  it('leads a hit in a note to the record it stands on, and says so', () => {
    expect(searchText(index, '關稅')).toMatchObject([{ record: 'cleared', type: 'event', field: { field: 'note' } }])
  })
  it('puts first what bears the very name', () => {
    expect(found('輝達')).toEqual(['nvidia', 'cleared'])
    expect(found('hisilicon')).toEqual(['huawei'])
  })
  it('wants every word, wherever in the record each stands', () => {
    expect(found('revenue 放行')).toEqual(['cleared'])
    expect(found('revenue 海思')).toEqual([])
  })
  it('never matches across the border of two fields', () => {
    expect(found('clearedreuters')).toEqual([])
    expect(found('華為海思')).toEqual([])
  })
  it('finds nothing for a blank query', () => {
    expect(found('  　 ')).toEqual([])
  })

  it('equals a search of every text, one by one', () => {
    const piece = fc.constantFrom('a', 'B', 'Ａ', '輝', '達', '華', '-', '–', ' ', '²', 'ﬁ', '’', '𠮷', 'é', 'İ')
    const text = fc.array(piece, { minLength: 1, maxLength: 8 }).map((parts) => `x${parts.join('')}`)
    const query = fc.array(piece, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text, text), { maxLength: 8 }), query, (rows, asked) => {
        const records = rows.map(([en, zh, alias], i) => organisation(`o-${String(i)}`, en, zh, { aliases: [alias] }))
        const terms = searchTerms(asked)
        const expected = records
          .filter(({ name, aliases }) =>
            terms.every((term) => [name.en, name['zh-Hant'], ...(aliases ?? [])].some((t) => fold(t).includes(term))),
          )
          .map(({ id }) => id)
        const actual = searchText(textIndex(documentOf(records)), asked).map(({ record }) => record)
        expect(actual.sort()).toEqual(terms.length === 0 ? [] : expected)
      }),
    )
  })
})

describe('rangesOf', () => {
  it('marks the unfolded text', () => {
    expect(rangesOf('The ﬁrst Ｈ200', ['first', 'h200'])).toEqual([
      { start: 4, end: 8 },
      { start: 9, end: 13 },
    ])
  })
  it('joins what overlaps', () => {
    expect(rangesOf('abcab', ['abc', 'bca'])).toEqual([{ start: 0, end: 4 }])
  })
  it('marks a part that folds to text holding the term, wherever one is found', () => {
    const text = fc.array(fc.constantFrom('a', 'B', 'Ａ', '輝', '達', '²', 'ﬁ', '𠮷', 'é', ' '), { maxLength: 12 })
    fc.assert(
      fc.property(text, fc.constantFrom('a', 'b', '輝達', 'fi', '2', 'é', '𠮷a'), (parts, term) => {
        const whole = parts.join('')
        const ranges = rangesOf(whole, [term])
        expect(ranges.length > 0).toBe(fold(whole).includes(term))
        for (const { start, end } of ranges) expect(fold(whole.slice(start, end))).toContain(term)
      }),
    )
  })
})

describe('snippet', () => {
  it('keeps a short text whole', () => {
    expect(snippet('short text', ['text'], 40)).toEqual({ text: 'short text', ranges: [{ start: 6, end: 10 }] })
  })
  it('cuts around the first match and says where it cut', () => {
    const long = `${'before '.repeat(30)}needle${' after'.repeat(30)}`
    const cut = snippet(long, ['needle'], 60)
    expect(cut.text.startsWith('…') && cut.text.endsWith('…')).toBe(true)
    expect(cut.ranges.map(({ start, end }) => cut.text.slice(start, end))).toEqual(['needle'])
    expect(cut.text.length).toBeLessThanOrEqual(63)
  })
  it('keeps the first match in the front half, wherever in the text it stands', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(200), (before, after) => {
        const cut = snippet(`${'a'.repeat(before)}x${'a'.repeat(after)}`, ['x'], 40)
        expect(cut.ranges[0]?.start).toBeLessThanOrEqual(before + 1 + after <= 40 ? 40 : 20)
      }),
    )
  })
  it('never cuts a character in two', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.integer({ min: 4, max: 30 }), (before, length) => {
        const cut = snippet(`${'𠮷'.repeat(before)}x${'𠮷'.repeat(40)}`, ['x'], length)
        expect(cut.text.isWellFormed()).toBe(true)
      }),
    )
  })
})
