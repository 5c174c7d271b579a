import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { documentOf } from '../model/document'
import { meetsWindow } from '../layout/in-window'
import { lanesOf } from '../layout/lanes'
import type { Lane } from '../layout/timeline-item'
import { timelineItems } from '../layout/timeline-items'
import type { FigureSpec } from './figure-spec'
import { aSpec, anArchitecture, anEvent, day, documents, sheetOf, NVIDIA, specs } from './figure-test-kit'
import { boxesOf, itemsOf, offPage, overlaps, wordsOf } from './page-test-kit'

const RUNS = { numRuns: 60 }

/** What must be drawn, from the data alone: `record@lane` for every item in the window. */
function expectedKeys(document: Parameters<typeof sheetOf>[0], spec: FigureSpec): string[] {
  const keys = new Set<string>()
  const visit = (lane: Lane, folded: string | undefined): void => {
    const place = folded ?? (spec.collapsed.includes(lane.id) ? lane.id : undefined)
    for (const item of lane.items)
      if (meetsWindow(item.extent, spec.window)) keys.add(`${item.record}@${place ?? lane.id}`)
    for (const child of lane.children) visit(child, place)
  }
  for (const lane of lanesOf(document, timelineItems(document), spec.grouping)) visit(lane, undefined)
  return [...keys].sort()
}

describe('buildFigure on paper of free height', () => {
  it('draws every item of the window exactly once in each of its lanes', () => {
    fc.assert(
      fc.property(documents, specs, (document, spec) => {
        const drawn = itemsOf(sheetOf(document, spec)).map(({ record, lane }) => `${record}@${lane}`)
        expect(drawn.sort()).toEqual(expectedKeys(document, spec))
      }),
      RUNS,
    )
  })

  it('lays no text over a text or a mark of another item, folded lanes aside', () => {
    fc.assert(
      fc.property(documents, specs, (document, spec) => {
        const scene = sheetOf(document, { ...spec, collapsed: [] })
        expect(overlaps(boxesOf(scene))).toEqual([])
      }),
      RUNS,
    )
  })

  it('keeps everything on the page', () => {
    fc.assert(
      fc.property(documents, specs, (document, spec) => {
        const scene = sheetOf(document, spec)
        expect(offPage(scene)).toEqual([])
      }),
      RUNS,
    )
  })

  it('gives the same scene for the same input', () => {
    fc.assert(
      fc.property(documents, specs, (document, spec) => {
        expect(sheetOf(document, spec)).toEqual(sheetOf(document, spec))
      }),
      { numRuns: 10 },
    )
  })

  it('names a record in the language asked for, and marks what no source was read for', () => {
    const document = documentOf([anEvent({ confidence: 'unverified' })])
    expect(wordsOf(sheetOf(document, aSpec()), 'label')).toEqual(['H200 may go to China †'])
    const chinese = sheetOf(document, aSpec({ language: 'zh-Hant' }))
    expect(wordsOf(chinese, 'label')).toEqual(['放行 H200 輸往中國 †'])
    expect(wordsOf(chinese, 'title')).toEqual(['AI 晶片與出口管制'])
    expect(wordsOf(chinese, 'legend')).toContain('未經來源查證')
  })

  it('puts a label left of its mark where the page ends', () => {
    const late = documentOf([anEvent({ date: '2026-12-20' })])
    const [item] = itemsOf(sheetOf(late, aSpec()))
    const glyph = item?.parts.find((part) => part.shape === 'glyph')
    const label = item?.parts.find((part) => part.shape === 'text')
    expect(label && label.xPx + label.widthPx).toBeLessThan(glyph?.centreXPx ?? 0)
  })

  it('draws no mark at the edge for what begins after the window', () => {
    const document = documentOf([NVIDIA, anArchitecture({ announced: '2025-03', available: '2028' })])
    const [item] = itemsOf(sheetOf(document, aSpec()))
    expect(item?.parts.map(({ shape }) => shape)).toEqual(['line', 'line', 'line', 'text'])
  })

  it('has a hard edge at a known day and soft ones at a year', () => {
    const document = documentOf([NVIDIA, anArchitecture({ available: '2023', withdrawn: '2025-01-01' })])
    const [item] = itemsOf(sheetOf(document, aSpec()))
    const bar = item?.parts.find((part) => part.shape === 'rect')
    expect(bar?.fill.fade?.at(0)).toEqual({ at: 0, opacity: 0 })
    expect(bar?.fill.fade?.at(-1)?.opacity).toBeGreaterThan(0)
  })

  it('draws the line at today only inside the window, with its name', () => {
    const document = documentOf([anEvent()])
    expect(wordsOf(sheetOf(document, aSpec()), 'today')).toEqual(['Today'])
    expect(wordsOf(sheetOf(document, aSpec({ todayDay: day(2031) })), 'today')).toEqual([])
    expect(wordsOf(sheetOf(document, aSpec({ todayDay: null })), 'today')).toEqual([])
  })

  it('says so when there is nothing to show', () => {
    const scene = sheetOf(documentOf([]), aSpec())
    expect(wordsOf(scene, 'empty')).toEqual(['No record falls into this window.'])
    // The lines of the grid and of today pass behind it.
    expect(scene.shapes.find((shape) => shape.shape === 'text' && shape.role === 'empty')).toHaveProperty('halo')
    expect(itemsOf(scene)).toEqual([])
  })

  it('counts what filters hide', () => {
    const document = documentOf([anEvent(), anEvent({ id: 'other', kind: 'market' })])
    const spec = aSpec({ filters: { kinds: ['market'], vendors: [], jurisdictions: [], confidences: [] } })
    expect(wordsOf(sheetOf(document, spec), 'footer')).toEqual([
      '1 record; filters hide 1 more · Data as of 23 November 2026 · Tapeline 0.1.0',
    ])
  })

  it('names every kind that is drawn in the legend, and no other', () => {
    const scene = sheetOf(documentOf([anEvent(), anEvent({ id: 'b', kind: 'report' })]), aSpec())
    expect(wordsOf(scene, 'legend')).toEqual(['Policy events', 'Earnings and reports'])
  })
})
