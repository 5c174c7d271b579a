import fc from 'fast-check'
import { ANNOTATION_COLOURS, SPAN_SHAPES } from '../model/annotation'
import { documentOf, type Document } from '../model/document'
import { CONFIDENCES } from '../model/evidence'
import { EVENT_KINDS } from '../model/event'
import type { FigureSettings } from '../model/figure-settings'
import { LOCALES } from '../model/names'
import type { RecordOf, TapelineRecord } from '../model/record'
import { GROUPINGS, NO_FILTERS } from '../model/view'
import type { TextMeasurer } from '../layout/timeline-item'
import { dayNumberOf } from '../time/day-number'
import { buildFigure } from './build-figure'
import type { FigureSpec } from './figure-spec'
import { DEFAULT_FIGURE_SETTINGS } from './paper-presets'
import type { Scene } from './scene'

/** Widths like those of a real font: letters of two widths, Chinese characters in squares. */
export const measurer: TextMeasurer = {
  widthPx: (text, font) =>
    Array.from(text).reduce((sum, character) => {
      const em = /[\u2e80-\u9fff\uff00-\uffef]/u.test(character) ? 1 : /[il.,' ]/u.test(character) ? 0.28 : 0.56
      return sum + em * font.sizePx
    }, 0),
}

export const maker = { name: 'Tapeline', version: '0.1.0' }

export const day = (year: number, month = 1, date = 1): number => dayNumberOf({ year, month, day: date })

/** A spec with some of its fields, or of its settings, as a test wants them; the height follows from what there is. */
export function aSpec(over: Partial<FigureSpec & FigureSettings> & { widthPx?: number } = {}): FigureSpec {
  const { widthPx = 1600, name, window, grouping, filters, collapsed, only, todayDay, ...settings } = over
  return {
    window: window ?? { startDay: day(2022), endDay: day(2027) },
    grouping: grouping ?? 'story',
    filters: filters ?? NO_FILTERS,
    collapsed: collapsed ?? [],
    todayDay: todayDay === undefined ? day(2026, 11, 23) : todayDay,
    settings: {
      ...DEFAULT_FIGURE_SETTINGS,
      paper: { width: widthPx, height: 'auto', unit: 'px' },
      dpi: 96,
      typePt: 9,
      ...settings,
    },
    ...(name === undefined ? {} : { name }),
    ...(only === undefined ? {} : { only }),
  }
}

/** The one page of a sheet. */
export function sheetOf(document: Document, spec: FigureSpec): Scene {
  const [page] = buildFigure(document, spec, measurer, maker, 'sheet').pages
  if (page === undefined) throw new Error('a sheet has one page')
  return page
}

const both = (text: string) => ({ en: text, 'zh-Hant': text })

export const anEvent = (over: Partial<RecordOf<'event'>> = {}): RecordOf<'event'> => ({
  type: 'event',
  id: 'h200-approved',
  name: { en: 'H200 may go to China', 'zh-Hant': '放行 H200 輸往中國' },
  kind: 'policy',
  date: '2025-12-08',
  actors: [],
  chips: [],
  architectures: [],
  rules: [],
  jurisdictions: ['US'],
  sources: [],
  confidence: 'confirmed',
  ...over,
})

export const anArchitecture = (over: Partial<RecordOf<'architecture'>> = {}): RecordOf<'architecture'> => ({
  type: 'architecture',
  id: 'hopper',
  name: both('Hopper'),
  vendor: 'nvidia',
  available: '2022-10',
  specs: [],
  sources: [],
  confidence: 'confirmed',
  ...over,
})

export const aNote = (over: Partial<RecordOf<'annotation'>> = {}): RecordOf<'annotation'> => ({
  type: 'annotation',
  id: 'note',
  target: { kind: 'date', date: '2025-12-08' },
  text: 'The day of the letter',
  created: '2026-01-02T03:04:05Z',
  modified: '2026-01-02T03:04:05Z',
  inFigures: true,
  ...over,
})

export const NVIDIA: RecordOf<'organisation'> = {
  type: 'organisation',
  id: 'nvidia',
  name: { en: 'NVIDIA', 'zh-Hant': '輝達' },
  roles: ['vendor'],
  jurisdiction: 'US',
}

export const HOSTILE_NAMES = [
  '<script>alert(1)</script>',
  ']]>&"\'<![CDATA[',
  'a\u0000b\u001f\ud800c\ufffe',
  '\u202egnihton',
  '</text></svg>',
  'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'.repeat(3),
  '輝達宣布推出全新架構，並於二〇二六年下半年量產；'.repeat(6),
]

const names = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.string({
      minLength: 1,
      maxLength: 60,
      unit: fc.constantFrom(...Array.from('abH20 輝達晶片，。 AI')),
    }),
  },
  { weight: 2, arbitrary: fc.constantFrom(...HOSTILE_NAMES) },
  { weight: 1, arbitrary: fc.string({ minLength: 1, maxLength: 40, unit: 'binary' }) },
)
export const namesBoth = fc.record({ en: names, 'zh-Hant': names })

const pad = (value: number): string => String(value).padStart(2, '0')
export const dates = fc
  .record({
    year: fc.integer({ min: 2019, max: 2030 }),
    month: fc.integer({ min: 1, max: 12 }),
    date: fc.integer({ min: 1, max: 28 }),
  })
  .chain(({ year, month, date }) =>
    fc.constantFrom(
      `${year}`,
      `${year}~`,
      `${year}-${pad(month)}`,
      `${year}-3${3 + (month % 4)}`,
      `${year}-${pad(month)}-${pad(date)}`,
      `${year}-${pad(month)}-${pad(date)}?`,
      `${year}-${pad(month)}/..`,
      `${year}-${pad(month)}/${year + 1}`,
    ),
  )
export const points = dates.filter((text) => !text.includes('/'))
const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(arbitrary, { nil: undefined })
const jurisdictions = fc.uniqueArray(fc.constantFrom('US', 'CN', 'TW'), { minLength: 1, maxLength: 2 })

function defined<T extends object>(record: T): T {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T
}

const events = fc
  .record({
    name: namesBoth,
    kind: fc.constantFrom(...EVENT_KINDS),
    date: dates,
    jurisdictions,
    confidence: fc.constantFrom(...CONFIDENCES),
  })
  .map((over) => anEvent(over))
const architectures = fc
  .record({ name: namesBoth, announced: maybe(points), available: maybe(points), withdrawn: maybe(points) })
  .map((over): TapelineRecord => defined(anArchitecture(over as Partial<RecordOf<'architecture'>>)))

const targets: fc.Arbitrary<RecordOf<'annotation'>['target']> = fc.oneof(
  points.map((date) => ({ kind: 'date' as const, date })),
  dates.filter((text) => text.includes('/')).map((span) => ({ kind: 'span' as const, span })),
  fc.record({
    kind: fc.constant('place' as const),
    day: fc.integer({ min: day(2018), max: day(2032) }),
    lane: fc.constantFrom('story:allowed/policy', 'story:built', 'kind/policy', 'vendor:nvidia/architecture-span'),
    down: fc.constantFrom(0, 0.5, 1),
  }),
)
export const notes = fc
  .record({
    text: names,
    target: targets,
    shape: fc.constantFrom(...SPAN_SHAPES),
    colour: fc.constantFrom(...ANNOTATION_COLOURS),
    inFigures: fc.boolean(),
  })
  .map((over) => aNote(over))

/** What is drawn: events and architectures. */
export const drawnRecords: fc.Arbitrary<TapelineRecord> = fc.oneof(
  { weight: 3, arbitrary: events },
  { weight: 1, arbitrary: architectures },
)

/** Up to forty records with names and dates of every kind. */
export const documents: fc.Arbitrary<Document> = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: events },
      { weight: 1, arbitrary: architectures },
      { weight: 1, arbitrary: notes },
    ),
    {
      maxLength: 40,
    },
  )
  .map((records) => documentOf([NVIDIA, ...records.map((record, index) => ({ ...record, id: `record-${index}` }))]))

export const specs: fc.Arbitrary<FigureSpec> = fc
  .record({
    startDay: fc.integer({ min: day(2018), max: day(2030) }),
    days: fc.integer({ min: 1, max: 6000 }),
    grouping: fc.constantFrom(...GROUPINGS),
    language: fc.constantFrom(...LOCALES),
    widthPx: fc.constantFrom(320, 800, 1600, 3840),
    collapsed: fc.constantFrom<string[]>([], ['story:allowed'], ['kind/chip', 'vendor:nvidia']),
  })
  .map(({ startDay, days, ...rest }) => aSpec({ window: { startDay, endDay: startDay + days }, ...rest }))
