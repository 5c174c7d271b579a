import { describe, expect, it } from 'vitest'
import { aRule } from '../../testing/builders'
import { documentOf } from '../model/document'
import type { RecordOf } from '../model/record'
import { aSpec, day, sheetOf } from './figure-test-kit'
import { itemsOf, wordsOf } from './page-test-kit'
import { marksOf, type Mark, type RectShape } from './scene'
import { svgText } from './svg-text'

type Rule = RecordOf<'rule'>
const RULE = aRule({ announced: '2023-01-01', effective: '2024-01-01', enforced: '2025-01-01', ended: '2026-01-01' })
const DECISION = aRule({ id: 'decision', form: 'decision', announced: '2023-01-01' })
const WINDOW = { startDay: day(2022), endDay: day(2027) }

const isRect = (mark: Mark): mark is RectShape => mark.shape === 'rect'
function rectsOf(rule: Rule, over: Parameters<typeof aSpec>[0] = {}): RectShape[] {
  const [item] = itemsOf(sheetOf(documentOf([rule]), aSpec({ window: WINDOW, ...over })))
  return item?.parts.filter(isRect) ?? []
}
const patternsOf = (rule: Rule, theme: 'light' | 'greyscale'): (string | undefined)[] =>
  rectsOf(rule, { theme }).map(({ fill }) => fill.pattern?.kind)

/** Places across the page as days of the window. */
function daysOf(rects: readonly RectShape[], { xPx, widthPx }: RectShape): [number, number] {
  const left = Math.min(...rects.map((rect) => rect.xPx))
  const right = Math.max(...rects.map((rect) => rect.xPx + rect.widthPx))
  const perDay = (right - left) / (day(2026) - day(2023))
  return [day(2023) + (xPx - left) / perDay, day(2023) + (xPx + widthPx - left) / perDay]
}

describe('the bar of a rule in a figure', () => {
  it('has a pattern for each phase, with and without colour, and a body from when it binds', () => {
    expect(patternsOf(RULE, 'light').filter((kind) => kind !== undefined)).toEqual(['back-hatch', 'dots'])
    expect(patternsOf(RULE, 'greyscale').filter((kind) => kind !== undefined)).toEqual(['back-hatch', 'dots', 'hatch'])
    expect(patternsOf(DECISION, 'greyscale').filter((kind) => kind !== undefined)).toEqual(['dashes'])
    const rects = rectsOf(RULE)
    const bodies = rects.filter(
      ({ fill, heightPx }) => fill.patternAlone !== true && heightPx === 14 && fill.opacity !== 0.9,
    )
    expect(bodies.map((body) => daysOf(rects, body).map(Math.round))).toEqual([
      [day(2024), day(2025)],
      [day(2025), day(2026)],
    ])
  })

  it('has a tick at each known day, in its order, and a strip over the days of another date', () => {
    const rects = rectsOf(aRule({ ...RULE, published: '2023-03' }))
    const ticks = rects.filter(({ fill }) => fill.opacity === 0.9)
    expect(ticks.map((tick) => Math.round(daysOf(rects, tick)[0]))).toEqual([
      day(2023),
      day(2024),
      day(2025),
      // Its mark stands before the first day on which it is no more.
      expect.toSatisfy((at: number) => at < day(2026) && at > day(2026) - 8) as number,
    ])
    const [strip] = rects.filter(({ fill }) => fill.opacity === 0.45)
    expect(strip && daysOf(rects, strip).map(Math.round)).toEqual([day(2023, 3), day(2023, 4)])
  })

  it('fades between phases over the days of a date that is not exact', () => {
    const rects = rectsOf(aRule({ ...RULE, effective: '2024', enforced: '2025-06-01' }))
    const [waiting] = rects.filter(({ fill }) => fill.pattern?.kind === 'back-hatch')
    const [grace] = rects.filter(({ fill }) => fill.pattern?.kind === 'dots')
    expect(waiting?.fill.fade?.at(-1)?.opacity).toBe(0)
    expect(grace?.fill.fade?.[0]?.opacity).toBe(0)
    expect(waiting && Math.round(daysOf(rects, waiting)[1])).toBe(day(2025))
    expect(grace && Math.round(daysOf(rects, grace)[0])).toBe(day(2024))
  })

  it('merges phases too narrow to be seen', () => {
    const narrow = aRule({ ...RULE, announced: '2023-12-30', enforced: '2024-01-03' })
    expect(patternsOf(narrow, 'light').filter((kind) => kind !== undefined)).toEqual([])
  })

  it('paints nothing but the lines of a pattern that stands alone', () => {
    const svg = svgText(sheetOf(documentOf([DECISION]), aSpec({ window: WINDOW, legend: false })))
    const item = /<g[^>]*data-record="decision".*?<\/g>/s.exec(svg)?.[0] ?? ''
    expect(item).toContain('<path')
    expect(item.match(/<rect/g) ?? []).toHaveLength(1)
  })

  it('is explained where it is drawn, phase by phase', () => {
    const words = wordsOf(sheetOf(documentOf([RULE, DECISION]), aSpec({ window: WINDOW })), 'legend')
    expect(words).toEqual(
      expect.arrayContaining([
        'Made known, not in force',
        'Decision, not in force by itself',
        'In force, compliance later',
      ]),
    )
    const alone = sheetOf(documentOf([RULE]), aSpec({ window: { startDay: day(2025, 6), endDay: day(2027) } }))
    expect(wordsOf(alone, 'legend')).toEqual(['Rules'])
  })

  it('is joined to the rules of its chain where links are drawn, superseding by the strongest line', () => {
    const later = aRule({ id: 'later', effective: '2026-01-01', supersedes: [RULE.id] })
    const correction = aRule({ id: 'correction', effective: '2026-03-01', amends: ['later'], corrects: ['later'] })
    const document = documentOf([RULE, later, correction])
    const page = sheetOf(document, aSpec({ window: WINDOW, links: true }))
    const pens = page.shapes.flatMap((shape) => (shape.shape === 'path' && shape.colour !== undefined ? [shape] : []))
    expect(pens.map(({ widthPx, dashPx }) => [widthPx, dashPx])).toEqual([
      // The legend's own, then those between the marks.
      ...[
        [2, undefined],
        [1, [10, 2.5, 2, 2.5, 2, 2.5]],
      ],
      ...[
        [2, undefined],
        [1, [10, 2.5, 2, 2.5, 2, 2.5]],
      ],
    ])
    expect(wordsOf(page, 'legend')).toEqual(expect.arrayContaining(['Superseded by', 'Corrected by']))
    expect(marksOf(sheetOf(document, aSpec({ window: WINDOW })).shapes).some(({ shape }) => shape === 'path')).toBe(
      false,
    )
  })
})
