import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { aChip, aSpec as aValue, named } from '../../testing/builders'
import { smallLaw } from '../../testing/small-law'
import { FIGURE_THEMES } from '../model/figure-settings'
import { documentOf } from '../model/document'
import type { RecordOf } from '../model/record'
import { timelineItems } from '../layout/timeline-items'
import { GATE_STATES } from '../controls/gate-state'
import { buildFigure } from './build-figure'
import { LANES_HEADINGS } from './charts/chart-words'
import { sectionHead } from './charts/section-head'
import { stateMarks } from './charts/state-marks'
import { figureParts } from './figure-parts'
import { FigureSpec } from './figure-spec'
import { aSpec, day, maker, measurer, sheetOf } from './figure-test-kit'
import { pageOf } from './page'
import { boxesOf, offPage, overlaps, textOf, textsOf, wordsOf } from './page-test-kit'
import { chartTitles } from './parts-test-kit'
import type { Scene } from './scene'

const document = documentOf([
  ...smallLaw(),
  aChip({
    id: 'wide',
    name: named('Wide'),
    announced: '2024-05-01',
    specs: [aValue('fp8', 900), aValue('memory-bandwidth', 4.8), { ...aValue('memory-type', 0), value: 'HBM3e' }],
  }),
])
const window = { startDay: day(2022), endDay: day(2027) }
const lanes = {
  by: 'announced' as const,
  lanes: [
    { kind: 'tpp' as const, scale: 'log' as const },
    { kind: 'memory-bandwidth' as const, scale: 'linear' as const },
  ],
  limits: true,
  steps: true,
  vendors: [],
  ratioOf: 'tpp' as const,
}
const status = { destination: 'CN', gate: 'both' as const, chips: ['large', 'small', 'gone'] }
const comparison = {
  chips: ['large', 'middle', 'wide'],
  base: 'large',
  metrics: ['fp8' as const, 'memory-type' as const, 'tdp' as const],
}
const whole = aSpec({ window, lanes, status, comparison })
const all = (scene: Scene): string => textsOf(scene).map(textOf).join('\n')

describe('parts of a figure', () => {
  it('are a lane with its points, limits and scale, bars for chips that are there, and a table', () => {
    const scene = sheetOf(document, whole)
    expect(chartTitles(scene).map((title) => title.split(/[:.]/)[0])).toEqual([
      'TPP',
      'Memory bandwidth',
      'Large',
      'Small',
    ])
    expect(chartTitles(scene)[0]).toBe('TPP: 5 points, highest 36,000 (Coming)')
    expect(chartTitles(scene)[2]).toBe(
      'Large. United States side: No licence needed from 1 January 2023, then Presumption of denial from 1 January 2024. ' +
        'China side: No licence needed from 1 January 2023, then Prohibited from 1 July 2024',
    )
    const words = all(scene)
    for (const text of [
      'Metrics',
      'by announcement',
      '≥ 4,800 · The law',
      'Status to China',
      'Comparison',
      'HBM3e',
      '0.306×',
    ])
      expect(words).toContain(text)
    expect(wordsOf(scene, 'cell')).toContain('Not known of any: Power (TDP)')
    expect(wordsOf(scene, 'legend')).toEqual(expect.arrayContaining(['NVIDIA', 'Prohibited', 'Presumption of denial']))
  })

  it('leave out what is switched off', () => {
    const bare = aSpec({ window, lanes: { ...lanes, limits: false, steps: false }, legend: false, sources: false })
    const words = all(sheetOf(document, bare))
    expect(words).not.toContain('4,800')
    expect(words).not.toContain('Best so far')
    const one = sheetOf(document, aSpec({ window, status: { ...status, gate: 'import' } }))
    expect(chartTitles(one)[1]).not.toContain('United States')
  })

  it('show the chips of the chosen vendors, and those that pass the filters whatever kinds the rows show', () => {
    const titleOf = (over: Parameters<typeof aSpec>[0]): string | undefined =>
      chartTitles(sheetOf(document, aSpec({ window, lanes, ...over })))[0]
    const filters = whole.filters
    expect(titleOf({ lanes: { ...lanes, vendors: ['huawei'] } })).toBe('TPP: 0 points')
    expect(titleOf({ filters: { ...filters, vendors: ['huawei'] } })).toBe('TPP: 0 points')
    expect(titleOf({ filters: { ...filters, kinds: ['rule'] } })).toContain('5 points')
    expect(titleOf({ only: ['large', 'middle', 'law'] })).toContain('2 points')
    expect(titleOf({ only: ['law'] })).toContain('5 points')
  })

  it.each([320, 640, 1600])('keep the names of crowded points and limits apart (%i px wide)', (widthPx) => {
    const crowd = Array.from({ length: 24 }, (_, at) =>
      aChip({
        id: `crowd-${String(at)}`,
        name: named(`Crowded ${String(at)}`),
        announced: `2024-0${String(1 + (at % 9))}-1${String(at % 7)}`,
        specs: [aValue('fp8', 600 + at * 40)],
      }),
    )
    const scene = sheetOf(documentOf([...smallLaw(), ...crowd]), aSpec({ window, lanes, widthPx, only: ['law'] }))
    expect(wordsOf(scene, 'label').filter((text) => text.startsWith('Crowded')).length).toBeGreaterThan(1)
    expect([...overlaps(boxesOf(scene)), ...offPage(scene)]).toEqual([])
  })

  it('say what they hold in the alt text, in both languages', () => {
    const { altText } = buildFigure(
      document,
      { ...whole, settings: { ...whole.settings, language: 'both' } },
      measurer,
      maker,
      'sheet',
    ).report
    for (const text of [
      'Below, on the same axis: TPP: 5 points',
      'sales to China: Large, Small.',
      'A table sets Large, Middle, Wide side by side.',
      '下方同一時間軸上的指標：TPP：5 個資料點',
      '表格並列比較：Large、Middle、Wide。',
    ])
      expect(altText).toContain(text)
  })

  it('hang on the chips, rules and sources that they show', () => {
    const { records } = buildFigure(document, { ...whole, only: [] }, measurer, maker, 'sheet').report
    expect(records).toEqual(expect.arrayContaining(['large', 'middle', 'wide', 'law', 'block', 'nvidia', 'a-source']))
    const bare = aSpec({ window, only: [] })
    expect(buildFigure(document, bare, measurer, maker, 'sheet').report.records).toEqual([])
  })

  it('say in their heads that the rules are assumed', () => {
    const scenario: RecordOf<'scenario'> = {
      type: 'scenario',
      id: 'no-law',
      name: { en: 'No law', 'zh-Hant': '沒有法規' },
      assumptions: [{ kind: 'suspend', rule: 'law' }],
    }
    const assumed = documentOf([...document.records.values(), scenario])
    const spec = { ...whole, settings: { ...whole.settings, scenario: 'no-law' } }
    const parts = figureParts(assumed, spec, timelineItems(assumed))
    expect(parts.hypothetical).toBe(scenario)
    const law = figureParts(assumed, whole, timelineItems(assumed))
    expect(law.hypothetical).toBeNull()
    expect(parts.status?.rows.map(({ bars }) => bars)).not.toEqual(law.status?.rows.map(({ bars }) => bars))
    const head = sectionHead(pageOf(spec, measurer, []), LANES_HEADINGS.announced, [], scenario)
    expect(head.titleLines).toEqual(['Metrics · HYPOTHETICAL: No law'])
    const { records, altText } = buildFigure(assumed, spec, measurer, maker, 'sheet').report
    expect(records).toContain('no-law')
    expect(altText).toContain('HYPOTHETICAL: the rules are assumed as in "No law".')
    // Once it is deleted the figure follows the law, and does not say otherwise.
    expect(figureParts(document, spec, timelineItems(document)).hypothetical).toBeNull()
  })

  it('follow the window on the pages of a document, with the table on a page after them', () => {
    const spec = { ...whole, settings: { ...whole.settings, pages: 2 } }
    const { pages } = buildFigure(document, spec, measurer, maker, 'document')
    expect(pages.slice(0, 2).map((page) => chartTitles(page).length)).toEqual([4, 4])
    expect(pages.map((page) => /(\d) points/.exec(chartTitles(page)[0] ?? '')?.[1])).toEqual(['3', '2', undefined])
    expect(pages.map((page) => all(page).includes('Comparison'))).toEqual([false, false, true])
  })

  it.each(FIGURE_THEMES)('tell the states of a gate apart without colour (%s)', (theme) => {
    const page = pageOf(aSpec({ theme }), measurer, [])
    const looks = GATE_STATES.filter((state) => state !== 'not-announced').map((state) =>
      JSON.stringify(
        stateMarks(page, state, { xPx: 0, yPx: 0, widthPx: 40, heightPx: 10 }).map((mark) =>
          mark.shape === 'rect'
            ? { pattern: mark.fill.pattern && { ...mark.fill.pattern, colour: '' }, dark: mark.fill.colour }
            : { dash: 'dashPx' in mark ? mark.dashPx : null, shape: mark.shape },
        ),
      ),
    )
    expect(new Set(looks).size).toBe(looks.length)
  })
})

describe('the spec of parts', () => {
  it('is read as it was written, and one without parts still is', () => {
    expect(v.parse(FigureSpec, JSON.parse(JSON.stringify(whole)))).toEqual(whole)
    expect(v.is(FigureSpec, aSpec())).toBe(true)
  })

  it.each([
    ['a lane twice', { lanes: { ...lanes, lanes: [lanes.lanes[0], lanes.lanes[0]] } }],
    ['no lane', { lanes: { ...lanes, lanes: [] } }],
    ['a base that is not compared', { comparison: { ...comparison, base: 'small' } }],
    ['one chip side by side', { comparison: { ...comparison, base: null, chips: ['large'] } }],
    ['no place', { status: { ...status, destination: 'China' } }],
  ])('takes not %s', (_what, part) => {
    expect(v.is(FigureSpec, { ...whole, settings: { ...whole.settings, ...part } })).toBe(false)
  })
})
