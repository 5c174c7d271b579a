import { describe, expect, it } from 'vitest'
import { documentOf } from '../model/document'
import type { RecordOf, TapelineRecord } from '../model/record'
import { civilDateOf } from '../time/day-number'
import { buildFigure } from './build-figure'
import { aNote, anArchitecture, anEvent, aSpec, day, maker, measurer, NVIDIA, sheetOf } from './figure-test-kit'
import { countsOf, itemsOf, textOf, textsOf, wordsOf } from './page-test-kit'
import { ROW_PX } from './page'
import { PAPER_PRESETS } from './paper-presets'
import { marksOf } from './scene'

const aSource = (id: string, over: Partial<RecordOf<'source'>> = {}): RecordOf<'source'> => ({
  type: 'source',
  id,
  publisher: 'BIS',
  title: 'Interim final rule',
  date: '2023-10-25',
  url: 'https://www.bis.gov/a/very/long/path',
  access: 'full',
  ...over,
})

/** Many events on one day: more than any lane of a sheet has rows for. */
const crowd = (count: number): TapelineRecord[] =>
  Array.from({ length: count }, (_, index) =>
    anEvent({ id: `event-${String(index)}`, name: { en: `Event number ${String(index)}`, 'zh-Hant': '事件' } }),
  )
/** The day so many days after 1 January 2023, as EDTF. */
function dayText(days: number): string {
  const { year, month, day: date } = civilDateOf(day(2023) + days)
  return [String(year), String(month).padStart(2, '0'), String(date).padStart(2, '0')].join('-')
}
const SLIDE = { paper: PAPER_PRESETS.slide.paper }

describe('a sheet of fixed height', () => {
  it('counts what has no room, near its time, and says so on the page', () => {
    const page = sheetOf(documentOf(crowd(200)), aSpec({ ...SLIDE, sources: false }))
    const counted = countsOf(page).flatMap(({ records }) => records)
    expect(itemsOf(page).length).toBeGreaterThan(2)
    expect(counted.length + itemsOf(page).length).toBe(200)
    expect(wordsOf(page, 'count').join(' ')).toContain(`${String(counted.length)} more records have no room`)
    expect(wordsOf(page, 'legend')).toContain('+n')
  })

  it('names the important first', () => {
    const important = anArchitecture({ id: 'blackwell', available: '2025-12-08' })
    const page = sheetOf(documentOf([NVIDIA, ...crowd(200), important]), aSpec({ ...SLIDE, grouping: 'vendor' }))
    expect(itemsOf(page).map(({ record }) => record)).toContain('blackwell')
  })

  it('leads a label out to another row where its own is taken', () => {
    const led = [4, 5, 6].flatMap((step) => {
      const events = Array.from({ length: 300 }, (_, index) =>
        anEvent({
          id: `e-${String(index)}`,
          name: { en: `Event ${'of note '.repeat(index % 5)}`, 'zh-Hant': '事件' },
          date: dayText(index * step),
        }),
      )
      return itemsOf(sheetOf(documentOf(events), aSpec({ ...SLIDE, grouping: 'kind' }))).filter(({ parts }) => {
        const glyph = parts.find((part) => part.shape === 'glyph')
        const label = parts.find((part) => part.shape === 'text')
        return Math.abs((label?.baselinePx ?? 0) - (glyph?.centreYPx ?? 0)) > ROW_PX / 2
      })
    })
    expect(led.length).toBeGreaterThan(0)
    for (const { parts } of led) expect(parts.filter(({ shape }) => shape === 'line')).toHaveLength(2)
  })
})

describe('sources', () => {
  const sourced = documentOf([
    aSource('one'),
    aSource('two', { publisher: '商務部', title: '公告', url: undefined }),
    anEvent({ id: 'late', date: '2026-01-05', sources: ['two', 'one'] }),
    anEvent({ id: 'early', date: '2024-01-05', sources: ['one'] }),
  ])

  it('are listed with publisher, title, date and host, numbered as they are read', () => {
    const page = sheetOf(sourced, aSpec())
    expect(wordsOf(page, 'source')).toEqual([
      '1',
      '1,2',
      'Sources',
      '1',
      'BIS, “Interim final rule”, 25 Oct 2023, bis.gov',
      '2',
      '商務部, “公告”, 25 Oct 2023',
    ])
  })

  it('are not there where they are not asked for', () => {
    const { pages, report } = buildFigure(sourced, aSpec({ sources: false }), measurer, maker, 'sheet')
    expect(pages.flatMap((page) => wordsOf(page, 'source'))).toEqual([])
    expect(report.sources).toEqual({ listed: 0, left: 0 })
  })

  it('go on over further pages of a document', () => {
    const sources = Array.from({ length: 300 }, (_, index) => aSource(`source-${String(index)}`))
    const event = anEvent({ sources: sources.slice(0, 8).map(({ id }) => id) })
    const events = sources.map(({ id }, index) =>
      anEvent({ id: `e-${String(index)}`, sources: [id], date: String(2022 + (index % 4)) }),
    )
    const document = documentOf([...sources, event, ...events.slice(0, 40)])
    const { pages, report } = buildFigure(document, aSpec({ ...SLIDE }), measurer, maker, 'document')
    expect(report.sources.left).toBe(0)
    expect(pages.length).toBeGreaterThan(1)
    expect(wordsOf(pages.at(-1) ?? sheetOf(document, aSpec()), 'source')).toContain(String(report.sources.listed))
  })
})

describe('languages, themes and grounds', () => {
  it('writes both languages, English first', () => {
    const page = sheetOf(documentOf([anEvent()]), aSpec({ language: 'both' }))
    expect(wordsOf(page, 'label')).toEqual(['H200 may go to China', '放行 H200 輸往中國'])
    expect(wordsOf(page, 'title')).toEqual(['AI chips and export controls', 'AI 晶片與出口管制'])
    expect(wordsOf(page, 'legend')).toEqual(['Policy events 政策事件'])
  })

  it('tells tones of bars apart by patterns in greyscale, and by none in colour', () => {
    const document = documentOf([NVIDIA, anEvent({ date: '2024' }), anEvent({ id: 'b', date: '2024', kind: 'market' })])
    const patternsIn = (theme: 'greyscale' | 'light'): (string | undefined)[] =>
      itemsOf(sheetOf(document, aSpec({ theme }))).flatMap(({ parts }) =>
        parts.flatMap((part) => (part.shape === 'rect' ? [part.fill.pattern?.kind] : [])),
      )
    expect(patternsIn('greyscale')).toEqual(['hatch', 'dots'])
    expect(patternsIn('light')).toEqual([undefined, undefined])
  })

  it('paints nothing of a ground that it does not know', () => {
    const page = sheetOf(documentOf([anEvent()]), aSpec({ transparent: true }))
    expect(page.background).toBeNull()
    expect(textsOf(page).filter(({ halo }) => halo !== undefined)).toEqual([])
    expect(marksOf(page.shapes).filter((mark) => mark.shape === 'glyph' && mark.ground !== undefined)).toEqual([])
  })
})

describe('notes', () => {
  it('stand in place, and in the list where they say more than fits', () => {
    const document = documentOf([
      anEvent(),
      aNote({ id: 'short', text: 'In place' }),
      aNote({ id: 'long', text: 'The headline\n\nAnd **more** below.', target: { kind: 'date', date: '2024-02-03' } }),
      aNote({ id: 'on', text: 'On the record', target: { kind: 'record', record: 'h200-approved' } }),
    ])
    const { pages, report } = buildFigure(document, aSpec(), measurer, maker, 'sheet')
    const words = pages.flatMap((page) => wordsOf(page, 'note'))
    expect(words.slice(words.indexOf('Notes'))).toEqual([
      'Notes',
      '1',
      'The headline',
      'And more below.',
      '2',
      'On the record',
    ])
    expect(report.notes).toBe(3)
  })

  it.each([
    ['marked', 1],
    ['all', 2],
    ['none', 0],
  ] as const)('are those asked for: %s', (notes, count) => {
    const document = documentOf([anEvent(), aNote(), aNote({ id: 'hidden', inFigures: false })])
    expect(buildFigure(document, aSpec({ notes }), measurer, maker, 'sheet').report.notes).toBe(count)
  })
})

describe('the rest of a figure', () => {
  it('joins linked records by an arrow, and explains it', () => {
    const link: RecordOf<'link'> = {
      type: 'link',
      id: 'link',
      kind: 'response',
      from: 'a',
      to: 'b',
      sources: [],
      confidence: 'confirmed',
    }
    const document = documentOf([
      anEvent({ id: 'a', date: '2023-01-01' }),
      anEvent({ id: 'b', date: '2025-01-01' }),
      link,
    ])
    const page = sheetOf(document, aSpec({ links: true }))
    expect(page.shapes.filter(({ shape }) => shape === 'path').length).toBeGreaterThanOrEqual(2)
    expect(wordsOf(page, 'legend')).toContain('Answered by')
    expect(sheetOf(document, aSpec()).shapes.some(({ shape }) => shape === 'path')).toBe(false)
  })

  it('draws a selection and nothing else', () => {
    const document = documentOf([anEvent({ id: 'a' }), anEvent({ id: 'b' })])
    expect(itemsOf(sheetOf(document, aSpec({ only: ['b'] }))).map(({ record }) => record)).toEqual(['b'])
  })

  it('splits its window over pages that say which they are, with the same lanes', () => {
    const document = documentOf([
      anEvent({ date: '2022-05-05' }),
      anEvent({ id: 'b', kind: 'market', date: '2025-05-05' }),
    ])
    const spec = aSpec({ window: { startDay: day(2022), endDay: day(2026) }, pages: 2, sources: false })
    const { pages } = buildFigure(document, spec, measurer, maker, 'document')
    expect(pages.map(({ title }) => title)).toEqual([
      'AI chips and export controls (1/2)',
      'AI chips and export controls (2/2)',
    ])
    expect(pages[0]?.bookmarks.map(({ title }) => title)).toEqual(pages[1]?.bookmarks.map(({ title }) => title))
    expect(pages.map((page) => itemsOf(page).map(({ record }) => record))).toEqual([['h200-approved'], ['b']])
  })

  it('says in words what it shows', () => {
    const document = documentOf([
      anEvent(),
      anEvent({ id: 'b', kind: 'market', date: '2026-01', name: { en: 'B', 'zh-Hant': '乙' } }),
    ])
    const textIn = (language: 'en' | 'zh-Hant'): string =>
      buildFigure(document, aSpec({ language }), measurer, maker, 'sheet').report.altText
    expect(textIn('en')).toBe(
      'Timeline “AI chips and export controls”, 2022–2026. It shows 2 records (policy events: 1, market: 1). The first is “H200 may go to China”, the last “B”.',
    )
    expect(textIn('zh-Hant')).toBe(
      '「AI 晶片與出口管制」時間軸，時間範圍：2022年至2026年。共 2 筆紀錄：政策事件 1 筆、市場 1 筆。最早為「放行 H200 輸往中國」，最晚為「乙」。',
    )
  })

  it('sets names over their lanes where a column would take too much of the page', () => {
    const page = sheetOf(documentOf([anEvent()]), aSpec({ widthPx: 320, grouping: 'kind' }))
    const lane = textsOf(page).find((text) => text.role === 'lane')
    const axis = textsOf(page).find((text) => text.role === 'axis')
    expect(lane && textOf(lane)).toBe('Policy events')
    expect(axis?.xPx).toBeLessThan((lane?.xPx ?? 0) + (lane?.widthPx ?? 0))
  })
})
