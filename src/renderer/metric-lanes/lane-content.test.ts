import { afterEach, describe, expect, it, vi } from 'vitest'
import { aChip, anArchitecture, anOrganisation, aRule, aSpec, named } from '../../testing/builders'
import { IndexKeeper } from '../../domain/controls/index-keeper'
import { controlsIndex } from '../../domain/controls/controls-index'
import { DEFAULT_LANES, newLane, type LaneChoices } from '../../domain/lanes/lane-choice'
import type { LaneKind } from '../../domain/model/lane-kind'
import { documentOf } from '../../domain/model/document'
import { dayNumberOf } from '../../domain/time/day-number'
import { i18n, speak } from '../language/i18n'
import type { Words } from '../language/use-words'
import { drawLane, type LaneLook } from './draw-lane'
import { laneContent, type LaneSource } from '../../domain/lanes/lane-content'
import { LaneWords } from './lane-words'
import { Plot } from './plot-geometry'
import { nextPoint } from './point-steps'

const day = (year: number, month = 1, date = 1): number => dayNumberOf({ year, month, day: date })
const chip = (id: string, vendor: string, announced: string, tbps: number) =>
  aChip({ id, name: named(id), vendor, announced, specs: [aSpec('memory-bandwidth', tbps)] })
const document = documentOf([
  anOrganisation(),
  anOrganisation({ id: 'amd', name: { en: 'AMD', 'zh-Hant': '超微' } }),
  anArchitecture(),
  chip('first', 'nvidia', '2020-01-01', 2),
  chip('rival', 'amd', '2021-06-01', 1),
  chip('second', 'nvidia', '2022', 8),
  aRule({
    name: { en: 'The letter', 'zh-Hant': '通知函' },
    announced: '2021-01-01',
    effective: '2021-01-01',
    ended: '2023-01-01',
    provisions: [
      {
        id: 'rule-2022.p',
        reference: 'Paragraph 1',
        when: { metric: 'memory-bandwidth', operator: '>=', limit: 4000, unit: 'GB/s' },
        words: named('words'),
        destinations: ['CN'],
        outcome: { step: 'presumption-of-denial', conditions: [] },
        sources: [],
      },
    ],
  }),
])
const index = controlsIndex(document)
const source = (over: Partial<LaneSource> = {}): LaneSource => ({
  index,
  choices: { ...DEFAULT_LANES, ratioOf: 'memory-bandwidth' },
  passes: () => true,
  lag: [],
  ...over,
})
const bandwidth = laneContent(newLane('memory-bandwidth'), source())
const size = { widthPx: 1000, heightPx: 128 }
const window = { startDay: day(2020), endDay: day(2020) + 2000 }
const plot = new Plot(bandwidth, window, size)

afterEach(() => {
  vi.unstubAllGlobals()
  speak('en')
})

describe('the content of a lane', () => {
  it('has the chips that pass the filters, and the limits of rules', () => {
    expect(bandwidth.points.map((point) => [point.chip, point.leads])).toEqual([
      ['first', true],
      ['rival', false],
      ['second', true],
    ])
    expect(bandwidth.limits).toMatchObject([{ limit: 4, from: { first: day(2021) }, to: { first: day(2023) } }])
    const filtered = laneContent(newLane('memory-bandwidth'), source({ passes: (id) => id !== 'second' }))
    expect(filtered.points.map((point) => point.chip)).toEqual(['first', 'rival'])
  })

  it('has the limits of the scenario in use, and says that they are hypothetical', () => {
    const assumptions = [
      { kind: 'limit', rule: 'rule-2022', provision: 'rule-2022.p', at: 0, limit: 2000 },
      { kind: 'effective', rule: 'rule-2022', date: '2022-01-01' },
    ] as const
    const assumed = new IndexKeeper().under(document, assumptions)
    const { limits } = laneContent(newLane('memory-bandwidth'), source({ index: assumed }))
    expect(limits).toMatchObject([{ limit: 2, from: { first: day(2022) }, hypothetical: true }])
    expect(bandwidth.limits.map(({ hypothetical }) => hypothetical)).toEqual([false])
  })

  it('has a point of a ratio only where the vendor’s own best is another one', () => {
    const ratio = laneContent(newLane('frontier-ratio'), source())
    expect(ratio.points.map((point) => [point.chip, point.value])).toEqual([
      ['first', 1],
      ['rival', 0.5],
      ['second', 1],
    ])
    const rivals = ratio.lines.find(({ vendor }) => vendor === 'amd')
    expect(rivals?.steps.map(({ value }) => value)).toEqual([0.5, 0.125])
  })

  it('has the newest generation on top', () => {
    const { scale, ticks } = laneContent(newLane('generation-lag'), source())
    expect(ticks(128)).toEqual([0, 1])
    expect(scale.at(0)).toBeGreaterThan(scale.at(1))
  })
})

describe('the plot of a lane', () => {
  it('has days where the axis has them, and higher values higher', () => {
    expect([plot.x(day(2020)), plot.x(day(2020) + 1000), plot.dayAt(500)]).toEqual([0, 500, day(2020) + 1000])
    expect(plot.y(8)).toBeLessThan(plot.y(2))
  })

  it('finds the point that is pointed at, an imprecise one at its last day', () => {
    const at = (year: number, month: number, date: number, value: number) =>
      plot.pointNear(plot.x(day(year, month, date)) + 3, plot.y(value))?.chip
    expect([at(2021, 6, 1, 1), at(2022, 12, 31, 8), at(2022, 6, 1, 8)]).toEqual(['rival', 'second', undefined])
  })

  it('finds a limit on the days on which it was in force', () => {
    const on = (when: number) => plot.limitNear(plot.x(when), plot.y(4) + 2)?.limit
    expect([on(day(2020, 12, 1)), on(day(2021, 2)), on(day(2022, 12, 30)), on(day(2023, 2))]).toEqual([
      undefined,
      4,
      4,
      undefined,
    ])
  })

  it('goes from point to point by keys', () => {
    const next = (from: number | null, key: string) =>
      nextPoint(bandwidth.points, from === null ? null : (bandwidth.points[from] ?? null), key, window)?.chip
    expect(['ArrowRight', 'ArrowUp', 'Home', 'End', 'x'].map((key) => next(0, key))).toEqual([
      'rival',
      'second',
      'first',
      'second',
      undefined,
    ])
    expect([next(null, 'ArrowRight'), next(0, 'ArrowLeft'), next(0, 'ArrowDown')]).toEqual([
      'first',
      undefined,
      'rival',
    ])
  })
})

/** Where lines in a colour are drawn, from left to right. */
function strokes(shown: Plot, colour: string): [number, number][] {
  const found: [number, number][] = []
  let [from, to] = [0, 0]
  const state: Record<string, unknown> = {
    measureText: (text: string) => ({ width: text.length * 6 }),
    createLinearGradient: () => ({ addColorStop: () => undefined }),
    moveTo: (x: number) => (from = x),
    lineTo: (x: number) => (to = x),
    stroke: () => state['strokeStyle'] === colour && found.push([from, to]),
  }
  const context = new Proxy(state, { get: (target, name) => target[String(name)] ?? (() => undefined) })
  const look: LaneLook = {
    ticks: { unit: 'year', majorUnit: 'year', major: [], minor: [] } as unknown as LaneLook['ticks'],
    todayDay: day(2024),
    signs: new Map(),
    only: null,
    colour: (name) => name,
    font: '',
    nameOf: (id) => id,
    limitLabel: () => 'label',
  }
  drawLane(context as unknown as CanvasRenderingContext2D, shown, look)
  return found
}

it('draws a limit over the days on which it was in force, and nowhere else', () => {
  vi.stubGlobal('Path2D', vi.fn())
  expect(strokes(plot, '--tone-allowed')).toEqual([[plot.x(day(2021)), plot.x(day(2023))]])
  const later = new Plot(bandwidth, { startDay: day(2023, 6), endDay: day(2024) }, size)
  expect(strokes(later, '--tone-allowed')).toEqual([])
})

describe('the words of a lane', () => {
  const words = (locale: 'en' | 'zh-Hant', by: LaneChoices['by'] = 'announced') => {
    speak(locale)
    const { t } = i18n.global
    const inWords: Words = {
      t: (path, values = {}) => t(path, values),
      counted: (path, count) => t(path, { count }, count),
      locale: { value: locale } as Words['locale'],
    }
    return new LaneWords(inWords, document, { ...DEFAULT_LANES, by })
  }
  const [first, , second] = bandwidth.points
  const [limit] = bandwidth.limits

  it('say what a point is, and by which date it stands', () => {
    expect(first && words('en').point('memory-bandwidth', first)).toEqual({
      heading: 'first',
      lines: ['2 TB/s', 'NVIDIA', 'the best of all then', '1 January 2020 (by announcement)'],
    })
    expect(first && words('zh-Hant', 'available').point('memory-bandwidth', first).lines.at(-1)).toBe(
      '2020年1月1日（依上市日期）',
    )
    expect(second && words('en').point('memory-bandwidth', second).lines.at(-1)).toContain('not known to the day')
  })

  it('say what stands on a day, and that a limit is hypothetical', () => {
    const onDay = (kind: LaneKind, value: number | null) =>
      words('en').onDay(kind, { vendor: null, value, chip: 'second' })
    expect([onDay('memory-bandwidth', 8), onDay('generation-lag', 2), onDay('generation-lag', null)]).toEqual([
      '8 · second',
      'N−2 · second',
      'nothing may be sold',
    ])
    const lines = limit && words('zh-Hant').limit('memory-bandwidth', { ...limit, hypothetical: true }, day(2022)).lines
    expect(lines?.slice(0, 2)).toEqual(['假設情境', '通知函'])
  })

  it('name the rule of a limit and its dates', () => {
    expect(limit && words('en').limit('memory-bandwidth', limit, day(2022))).toEqual({
      heading: '≥ 4 TB/s',
      lines: ['The letter', 'Paragraph 1', 'in force 1 January 2021 to 1 January 2023'],
    })
    expect(limit && words('zh-Hant').limitLabel(limit)).toBe('≥ 4 · 通知函')
  })

  it('count generations from the newest', () => {
    expect([0, 2].map((lag) => words('en').tick('generation-lag', lag))).toEqual(['N', 'N−2'])
    expect(words('en').tick('frontier-ratio', 0.125)).toBe('12.5 %')
  })
})
