import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryHistory } from '../../testing/histories'
import { documentOf, type Document } from '../model/document'
import type { RecordOf, TapelineRecord } from '../model/record'
import { fold, rangesOf, searchTerms, snippet } from './fold'
import { recordTexts, TEXT_FIELDS, type TextField } from './record-texts'
import { HIT_TYPES } from './found-in-order'
import { TextIndex, textIndex } from './text-index'

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
const found = (query: string): string[] => [...index.search(query).records()]

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
    expect(index.search('關稅').slice(0, 9)).toMatchObject([
      { record: 'cleared', type: 'event', field: { field: 'note' } },
    ])
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
        const actual = [...textIndex(documentOf(records)).search(asked).records()]
        expect(actual.sort()).toEqual(terms.length === 0 ? [] : expected)
      }),
    )
  })
})

/** The rules of a search, told once more and without any haste. */
function searchedOneByOne(document: Document): (query: string) => { record: string; field: TextField }[] {
  const holderOf = (record: TapelineRecord): string => {
    const { id } = record
    if (record.type === 'link') return document.records.has(record.from) ? record.from : id
    if (record.type !== 'annotation' || record.target.kind !== 'record') return id
    return document.records.has(record.target.record) ? record.target.record : id
  }
  const all = [...document.records.values()].map((record) => ({ record, holder: holderOf(record) }))
  const entries = all.map(({ record, holder }) => {
    const own = holder === record.id ? [record] : []
    const held = all.filter((other) => other.record !== record && other.holder === record.id)
    const fields = recordTexts([...own, ...held.map((other) => other.record)])
    return { record, fields, texts: fields.map(({ text }) => fold(text)) }
  })
  return (query) => {
    const [terms, whole] = [searchTerms(query), fold(query).trim()]
    if (terms.length === 0) return []
    const hits = entries.flatMap(({ record, fields, texts }) => {
      if (record.type === 'link' || !terms.every((term) => texts.some((text) => text.includes(term)))) return []
      const ranks = fields.map(({ field }, at) => {
        const text = texts[at] ?? ''
        const held = terms.filter((term) => text.includes(term)).length
        if (held === 0) return Infinity
        if ((field === 'name' || field === 'alias') && text === whole) return -1
        const begins = terms.some((term) => text.startsWith(term))
        return (terms.length - held) * 100 + TEXT_FIELDS.indexOf(field) * 2 + (begins ? 0 : 1)
      })
      const rank = Math.min(...ranks)
      const field = fields[ranks.indexOf(rank)]
      return field === undefined ? [] : [{ record, field, rank }]
    })
    const named: ReadonlySet<string> = new Set(hits.filter(({ rank }) => rank < 0).map(({ record }) => record.type))
    const order = ({ type }: TapelineRecord): number =>
      (named.has(type) ? 0 : HIT_TYPES.length) + HIT_TYPES.findIndex((known) => known === type)
    return hits
      .sort((a, b) => order(a.record) - order(b.record) || a.rank - b.rank)
      .map(({ record, field }) => ({ record: record.id, field }))
  }
}

describe('an index that follows a document', () => {
  const piece = fc.oneof(
    fc.constantFrom('a', 'e', '0', ' ', 'x', '輝', '-'),
    fc.tuple(fc.nat(40), fc.nat(20), fc.integer({ min: 1, max: 4 })),
  )
  it('finds, key by key, what a search of every text of the document finds', () => {
    fc.assert(
      fc.property(arbitraryHistory, fc.array(piece, { minLength: 1, maxLength: 3 }), (documents, pieces) => {
        const typed = (document: Document): string => {
          const texts = recordTexts([...document.records.values()]).map(({ text }) => text)
          return pieces
            .map((one) =>
              typeof one === 'string'
                ? one
                : (texts[one[0] % Math.max(texts.length, 1)] ?? '').slice(one[1] % 6, (one[1] % 6) + one[2]),
            )
            .join('')
        }
        const index = new TextIndex()
        for (const document of [...documents, ...documents.toReversed()]) {
          index.follow(document)
          index.search(typed(document)).slice(0, 9)
          index.finish()
          const query = typed(document)
          const expectedOf = searchedOneByOne(document)
          const lengths = [...Array(query.length + 1).keys()]
          for (const length of [...lengths, ...lengths.toReversed()]) {
            const asked = query.slice(0, length)
            const hits = index.search(asked)
            const expected = expectedOf(asked)
            const found = hits.slice(0, hits.length)
            expect(found.map(({ record, field }) => ({ record, field }))).toEqual(expected)
            for (const id of document.records.keys()) {
              const place = expected.findIndex(({ record }) => record === id)
              expect(hits.placeOf(id)).toBe(place)
              expect(hits.has(id)).toBe(place >= 0)
            }
            for (const { type, from, count } of hits.groups)
              expect(found.flatMap((hit, at) => (hit.type === type ? [at] : []))).toEqual(
                Array.from({ length: count }, (_, at) => from + at),
              )
          }
        }
      }),
      { numRuns: 20 },
    )
  })

  it('reads so many records in steps, and after an edit only those beside it', () => {
    const records = Array.from({ length: 1300 }, (_, n) => organisation(`o-${String(n)}`, `Number ${String(n)}`, '號'))
    const document = documentOf(records)
    const index = new TextIndex()
    index.follow(document)
    const found: number[] = []
    while (index.step()) found.push(index.search('number').length)
    expect(found).toEqual([512, 1024])
    expect(index.isReady).toBe(true)
    expect(index.search('number').length).toBe(1300)
    const edited = { records: new Map(document.records).set('o-700', organisation('o-700', 'Other', '別')) }
    index.follow(edited)
    expect(index.isReady).toBe(false)
    expect(index.step()).toBe(false)
    expect([...index.search('other').records()]).toEqual(['o-700'])
    expect(index.search('number').length).toBe(1299)
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
  it('marks the same in a text that folds unit by unit as beside one that does not', () => {
    const unit = fc.oneof(
      fc.constantFrom('Ｈ', '輝', '–', '’', '「', '，', 'A', 'a', ' ', '\u00a0', '\ufeff', '\u2028', '～'),
      ...(
        [
          [0x20, 0x7e],
          [0x2010, 0x2015],
          [0x2018, 0x2019],
          [0x3001, 0x301b],
          [0x4e00, 0x9fff],
          [0xff01, 0xff5e],
        ] as const
      ).map(([min, max]) => fc.integer({ min, max }).map((code) => String.fromCharCode(code))),
    )
    fc.assert(
      fc.property(
        fc.array(unit, { maxLength: 30 }),
        fc.nat(30),
        fc.integer({ min: 1, max: 4 }),
        (units, at, length) => {
          const text = units.join('')
          const terms = [fold(text.slice(at, at + length)), 'a'].filter((term) => term !== '')
          expect(rangesOf(text, terms)).toEqual(rangesOf(`${text}𠮷`, terms))
        },
      ),
      { numRuns: 1000 },
    )
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
