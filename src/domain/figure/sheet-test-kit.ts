import fc from 'fast-check'
import { FIGURE_LANGUAGES, FIGURE_NOTES, FIGURE_THEMES } from '../model/figure-settings'
import { documentOf, type Document } from '../model/document'
import { LINK_KINDS } from '../model/link'
import type { RecordOf, TapelineRecord } from '../model/record'
import { GROUPINGS } from '../model/view'
import type { FigureSpec } from './figure-spec'
import { aNote, aSpec, day, drawnRecords, NVIDIA, notes } from './figure-test-kit'
import { PAPER_PRESETS } from './paper-presets'

const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l']
const SOURCES: readonly RecordOf<'source'>[] = ids.map((letter, index) => ({
  type: 'source',
  id: `source-${letter}`,
  publisher: index % 3 === 0 ? '經濟部' : 'Federal Register',
  title: 'Implementation of additional export controls '.repeat(1 + (index % 4)),
  date: '2023-10-25',
  url: `https://www.example.org/${'long-path/'.repeat(index)}`,
  access: 'full',
}))

const sourced = (record: TapelineRecord, sources: readonly string[]): TapelineRecord =>
  'sources' in record ? { ...record, sources: [...sources] } : record

/** Documents with sources behind their records, notes on some, and links between them. */
export const sourcedDocuments: fc.Arbitrary<Document> = fc
  .record({
    drawn: fc.array(
      fc.record({
        record: drawnRecords,
        sources: fc.uniqueArray(fc.constantFrom(...SOURCES.map(({ id }) => id)), { maxLength: 5 }),
        note: fc.option(
          fc.constantFrom('Seen before', 'A longer word on this record\n\nwith a second paragraph, 並附中文。'),
        ),
      }),
      // Whole lanes full: only then something has to be counted.
      { maxLength: 60, size: 'max' },
    ),
    notes: fc.array(notes, { maxLength: 8 }),
    links: fc.array(fc.record({ from: fc.nat(59), to: fc.nat(59), kind: fc.constantFrom(...LINK_KINDS) }), {
      maxLength: 8,
    }),
  })
  .map(({ drawn, notes: canvas, links }) => {
    const id = (index: number): string => `record-${String(index)}`
    const records = drawn.map(({ record, sources }, index) => sourced({ ...record, id: id(index) }, sources))
    const onRecords = drawn.flatMap(({ note }, index) =>
      note === null
        ? []
        : [aNote({ id: `on-${String(index)}`, text: note, target: { kind: 'record', record: id(index) } })],
    )
    const joined = links
      .filter(({ from, to }) => from !== to && from < records.length && to < records.length)
      .map(({ from, to, kind }, index): TapelineRecord => ({
        type: 'link',
        id: `link-${String(index)}`,
        kind,
        from: id(from),
        to: id(to),
        sources: [],
        confidence: 'confirmed',
      }))
    const placed = canvas.map((note, index) => ({ ...note, id: `note-${String(index)}` }))
    return documentOf([NVIDIA, ...SOURCES, ...records, ...onRecords, ...placed, ...joined])
  })

const papers = fc.oneof(
  fc.constantFrom(...Object.values(PAPER_PRESETS).map(({ paper }) => paper)),
  fc.record({
    width: fc.constantFrom(1, 40, 85, 297, 1200),
    height: fc.constantFrom(1, 30, 120, 400),
    unit: fc.constant('mm' as const),
  }),
)

/** Specs on every paper, in every size of type, language and theme. */
export const sheetSpecs: fc.Arbitrary<FigureSpec> = fc
  .record({
    paper: papers,
    typePt: fc.constantFrom(4, 6.5, 8, 9, 14, 48),
    language: fc.constantFrom(...FIGURE_LANGUAGES),
    theme: fc.constantFrom(...FIGURE_THEMES),
    transparent: fc.boolean(),
    notes: fc.constantFrom(...FIGURE_NOTES),
    legend: fc.boolean(),
    sources: fc.boolean(),
    links: fc.boolean(),
    today: fc.boolean(),
    pages: fc.integer({ min: 1, max: 4 }),
    grouping: fc.constantFrom(...GROUPINGS),
    startDay: fc.integer({ min: day(2018), max: day(2030) }),
    days: fc.integer({ min: 1, max: 6000 }),
    collapsed: fc.constantFrom<string[]>([], [], ['story:allowed'], ['kind/chip', 'vendor:nvidia']),
    title: fc.option(fc.constantFrom('A title', 'A title so long that it takes several lines '.repeat(8), '標題'), {
      nil: undefined,
    }),
  })
  .map(({ startDay, days, title, ...rest }) =>
    aSpec({ window: { startDay, endDay: startDay + days }, ...(title === undefined ? {} : { title }), ...rest }),
  )
