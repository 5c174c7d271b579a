import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { DEFAULT_LANES } from '../../domain/lanes/lane-choice'
import { documentOf, EMPTY_DOCUMENT } from '../../domain/model/document'
import { FigureComparison, FigureLanes, FigureStatus } from '../../domain/model/figure-parts'
import { METRICS } from '../../domain/model/spec-value'
import { anArchitecture } from '../../testing/builders'
import { smallLaw } from '../../testing/small-law'
import { lastOf, newDraft } from './figure-draft'
import { comparisonOf, lanesOf, partsShown, statusOf, type ShownParts } from './shown-parts'

const document = documentOf([...smallLaw(), anArchitecture()])
const nothing: ShownParts = {
  lanes: DEFAULT_LANES,
  status: { isOpen: false, destination: 'CN', gate: 'both', chips: [] },
  scenario: null,
  comparison: { chips: [], base: null, without: [] },
}

describe('the parts of a new figure', () => {
  it('are those that stand under the timeline', () => {
    expect(partsShown(nothing, document)).toEqual({})
    const shown: ShownParts = {
      lanes: { ...DEFAULT_LANES, open: true },
      status: { isOpen: true, destination: 'SG', gate: 'export', chips: ['law', 'large'] },
      scenario: 'no-law',
      comparison: { chips: ['small', 'large'], base: 'large', without: ['tdp'] },
    }
    const { lanes, status, scenario, comparison } = partsShown(shown, document)
    expect(scenario).toBe('no-law')
    // What is set side by side hangs on no rule.
    expect(
      partsShown({ ...nothing, scenario: 'no-law', comparison: shown.comparison }, document).scenario,
    ).toBeUndefined()
    expect(lanes?.lanes.map(({ kind }) => kind)).toEqual(DEFAULT_LANES.lanes.map(({ kind }) => kind))
    expect(status).toEqual({ destination: 'SG', gate: 'export', chips: ['large'] })
    expect(comparison?.chips).toEqual(['small', 'large'])
    expect(comparison?.base).toBe('large')
    expect(comparison?.metrics).toEqual(METRICS.filter((metric) => metric !== 'tdp'))
  })

  it('leave out bars without a chip and a comparison of one', () => {
    const shown: ShownParts = {
      ...nothing,
      status: { ...nothing.status, isOpen: true, chips: ['law'] },
      comparison: { ...nothing.comparison, chips: ['large', 'gone'] },
    }
    expect(partsShown(shown, document)).toEqual({})
  })

  it('can be switched on where nothing was chosen, and are then what a spec may hold', () => {
    expect(v.is(FigureLanes, lanesOf(nothing, document))).toBe(true)
    expect(v.is(FigureStatus, statusOf(nothing, document))).toBe(true)
    expect(v.is(FigureComparison, comparisonOf(nothing, document))).toBe(true)
    expect(statusOf(nothing, document)?.chips).toContain('coming')
    expect(lanesOf({ ...nothing, lanes: { ...DEFAULT_LANES, lanes: [] } }, document).lanes).toHaveLength(1)
    expect([statusOf(nothing, EMPTY_DOCUMENT), comparisonOf(nothing, EMPTY_DOCUMENT)]).toEqual([null, null])
  })

  it('ask of generations for a vendor that has a line', () => {
    expect(lanesOf(nothing, document).lag?.vendor).toBe('nvidia')
    expect(lanesOf(nothing, EMPTY_DOCUMENT).lag).toBeUndefined()
  })

  it('are not kept for the next figure, which may be of another workspace', () => {
    const draft = newDraft(null, 'en', { lanes: lanesOf(nothing, document) })
    expect(draft.settings.lanes).toBeDefined()
    expect(lastOf(draft).settings).not.toHaveProperty('lanes')
  })
})
