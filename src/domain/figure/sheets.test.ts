import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Document } from '../model/document'
import { meetsWindow } from '../layout/in-window'
import { timelineItems } from '../layout/timeline-items'
import { buildFigure, type FigureMedium } from './build-figure'
import { sheetSpecs, sourcedDocuments } from './sheet-test-kit'
import type { FigureSpec } from './figure-spec'
import { maker, measurer } from './figure-test-kit'
import { FIGURE_FONTS } from './page'
import { boxesOf, countsOf, itemsOf, listNumbers, numbersBehindNames, offPage, overlaps } from './page-test-kit'

const RUNS = { numRuns: 60 }
const PATIENCE_MS = 60_000
const media = fc.constantFrom<FigureMedium[]>('sheet', 'document')
const figureOf = (document: Document, spec: FigureSpec, medium: FigureMedium) =>
  buildFigure(document, spec, measurer, maker, medium)

const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1)
const unique = (numbers: readonly number[]): number[] => [...new Set(numbers)].sort((a, b) => a - b)

describe('buildFigure on every paper', { timeout: PATIENCE_MS }, () => {
  it('lays no text over a text or a mark, folded lanes aside, and none off its page', () => {
    fc.assert(
      fc.property(sourcedDocuments, sheetSpecs, media, (document, spec, medium) => {
        for (const page of figureOf(document, { ...spec, collapsed: [] }, medium).pages)
          expect([...overlaps(boxesOf(page)), ...offPage(page).map(({ what }) => `${what} is off the page`)]).toEqual(
            [],
          )
      }),
      RUNS,
    )
  })

  it('draws or counts every selected record, once in each lane', () => {
    fc.assert(
      fc.property(sourcedDocuments, sheetSpecs, media, (document, spec, medium) => {
        const { pages, report } = figureOf(document, spec, medium)
        const selected = timelineItems(document).filter(({ extent }) => meetsWindow(extent, spec.window))
        const seen = new Set<string>()
        for (const page of pages) {
          const inLanes = [
            ...itemsOf(page).map(({ record, lane }) => `${record} in ${lane}`),
            ...countsOf(page).flatMap(({ records, lane }) => records.map((record) => `${record} in ${lane}`)),
          ]
          expect(new Set(inLanes).size).toBe(inLanes.length)
          for (const place of inLanes) seen.add(place.split(' ')[0] ?? '')
        }
        expect([...seen].sort()).toEqual(selected.map(({ record }) => record).sort())
        expect(report.drawn.length + report.counted).toBe(selected.length)
      }),
      RUNS,
    )
  })

  it('says in each mark how many it counts', () => {
    fc.assert(
      fc.property(sourcedDocuments, sheetSpecs, (document, spec) => {
        for (const page of figureOf(document, spec, 'sheet').pages)
          for (const { records, parts } of countsOf(page)) {
            const text = parts.find((part) => part.shape === 'text')
            expect(text?.runs.map((run) => run.text).join('')).toBe(`+${String(records.length)}`)
          }
      }),
      RUNS,
    )
  })

  it('numbers sources and notes from 1 without gaps, at names and in lists alike', () => {
    fc.assert(
      fc.property(sourcedDocuments, sheetSpecs, media, (document, spec, medium) => {
        const { pages, report } = figureOf(document, spec, medium)
        const listed = pages.flatMap((page) => listNumbers(page, 'source', FIGURE_FONTS.list.sizePx))
        const atNames = pages.flatMap((page) => numbersBehindNames(page, FIGURE_FONTS.number.sizePx))
        expect(listed).toEqual(upTo(report.sources.listed))
        expect(unique(atNames)).toEqual(listed)
        const notes = pages.flatMap((page) => listNumbers(page, 'note', FIGURE_FONTS.list.sizePx))
        const badges = pages.flatMap((page) => listNumbers(page, 'note', FIGURE_FONTS.badge.sizePx))
        expect(notes).toEqual(upTo(notes.length))
        expect(unique(badges)).toEqual(notes)
      }),
      RUNS,
    )
  })

  it('meets each number first after all smaller ones', () => {
    fc.assert(
      fc.property(sourcedDocuments, sheetSpecs, (document, spec) => {
        for (const page of figureOf(document, spec, 'sheet').pages) {
          const atNames = numbersBehindNames(page, FIGURE_FONTS.number.sizePx)
          const firsts = atNames.filter((number, index) => atNames.indexOf(number) === index)
          expect(firsts).toEqual(upTo(firsts.length))
        }
      }),
      RUNS,
    )
  })

  it('has one page as a sheet, at the size of its paper', () => {
    fc.assert(
      fc.property(sourcedDocuments, sheetSpecs, (document, spec) => {
        const { pages } = figureOf(document, spec, 'sheet')
        expect(pages).toHaveLength(1)
        const { width, height, unit } = spec.settings.paper
        const pt = { mm: 72 / 25.4, in: 72, px: 0.75 }[unit]
        expect(pages[0]?.widthPt).toBeCloseTo(width * pt, 6)
        if (height !== 'auto') expect(pages[0]?.heightPt).toBeCloseTo(height * pt, 6)
      }),
      RUNS,
    )
  })

  it('gives the same figure for the same input', () => {
    fc.assert(
      fc.property(sourcedDocuments, sheetSpecs, media, (document, spec, medium) => {
        expect(figureOf(document, spec, medium)).toEqual(figureOf(document, spec, medium))
      }),
      { numRuns: 15 },
    )
  })
})
