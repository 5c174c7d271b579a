import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { recordOfType, type Document } from '../model/document'
import { buildFigure, type FigureMedium } from './build-figure'
import type { FigureSpec } from './figure-spec'
import { maker, measurer } from './figure-test-kit'
import { FIGURE_FONTS } from './page'
import { boxesOf, itemsOf, countsOf, listNumbers, numbersBehindNames, offPage, overlaps } from './page-test-kit'
import { chartTitles, chipDocuments, partSpecs } from './parts-test-kit'

const RUNS = { numRuns: 60 }
const PATIENCE_MS = 120_000
const media = fc.constantFrom<FigureMedium[]>('sheet', 'document')
const figureOf = (document: Document, spec: FigureSpec, medium: FigureMedium) =>
  buildFigure(document, spec, measurer, maker, medium)
const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1)
const unique = (numbers: readonly number[]): number[] => [...new Set(numbers)].sort((a, b) => a - b)

describe('the parts under the rows of a figure', { timeout: PATIENCE_MS }, () => {
  it('lay no text over a text or a mark, and none off its page', () => {
    fc.assert(
      fc.property(chipDocuments, partSpecs, media, (document, spec, medium) => {
        for (const page of figureOf(document, { ...spec, collapsed: [] }, medium).pages)
          expect([...overlaps(boxesOf(page)), ...offPage(page).map(({ what }) => `${what} is off the page`)]).toEqual(
            [],
          )
      }),
      RUNS,
    )
  })

  it('are drawn or counted: each lane, and each chip that the document holds', () => {
    fc.assert(
      fc.property(chipDocuments, partSpecs, media, (document, spec, medium) => {
        const { lanes, status } = spec.settings
        const { pages, report } = figureOf(document, spec, medium)
        const parts = medium === 'sheet' ? 1 : spec.settings.pages
        const chips = (status?.chips ?? []).filter((id) => recordOfType(document, 'chip', id) !== undefined)
        const asked = (lanes?.lanes.length ?? 0) + chips.length
        const drawn = pages.slice(0, parts).map((page) => chartTitles(page).length)
        const left = report.partsLeft.lanes + report.partsLeft.chips
        expect(Math.min(...drawn)).toBeGreaterThanOrEqual(asked - left)
        for (const count of drawn) expect(count).toBeLessThanOrEqual(asked)
        if (parts === 1) expect(drawn).toEqual([asked - left])
      }),
      RUNS,
    )
  })

  it('draw or count every record all the same', () => {
    fc.assert(
      fc.property(chipDocuments, partSpecs, media, (document, spec, medium) => {
        const plain = { ...spec.settings, lanes: undefined, status: undefined, comparison: undefined }
        const without = figureOf(document, { ...spec, settings: plain }, medium).report
        const { pages, report } = figureOf(document, spec, medium)
        expect(report.drawn.length + report.counted).toBe(without.drawn.length + without.counted)
        const seen = pages.flatMap((page) => [
          ...itemsOf(page).map(({ record }) => record),
          ...countsOf(page).flatMap(({ records }) => records),
        ])
        expect(new Set(seen).size).toBe(report.drawn.length + report.counted)
      }),
      RUNS,
    )
  })

  it('have their sources numbered with all others, from 1 without gaps', () => {
    fc.assert(
      fc.property(chipDocuments, partSpecs, media, (document, spec, medium) => {
        const { pages, report } = figureOf(document, spec, medium)
        const listed = pages.flatMap((page) => listNumbers(page, 'source', FIGURE_FONTS.list.sizePx))
        const atNames = pages.flatMap((page) => numbersBehindNames(page, FIGURE_FONTS.number.sizePx))
        expect(listed).toEqual(upTo(report.sources.listed))
        expect(unique(atNames)).toEqual(listed)
        const firsts = atNames.filter((number, index) => atNames.indexOf(number) === index)
        if (pages.length === 1) expect(firsts).toEqual(upTo(firsts.length))
      }),
      RUNS,
    )
  })

  it('give the same figure for the same input', () => {
    fc.assert(
      fc.property(chipDocuments, partSpecs, media, (document, spec, medium) => {
        expect(figureOf(document, spec, medium)).toEqual(figureOf(document, spec, medium))
      }),
      { numRuns: 10 },
    )
  })
})
