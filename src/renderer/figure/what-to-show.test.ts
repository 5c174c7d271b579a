import { DEFAULT_LANES } from '../../domain/lanes/lane-choice'
import { describe, expect, it } from 'vitest'
import { DEFAULT_FIGURE_SETTINGS } from '../../domain/figure/paper-presets'
import { timelineItems } from '../../domain/layout/timeline-items'
import { documentOf } from '../../domain/model/document'
import type { RecordOf } from '../../domain/model/record'
import { NO_FILTERS } from '../../domain/model/view'
import { dayNumberOf } from '../../domain/time/day-number'
import { anArchitecture, aChip, anEvent, anOrganisation } from '../../testing/builders'
import { draftOfFile, lastOf, newDraft, withText, type FigureDraft } from './figure-draft'
import { specOf, typedWindow, type ShownView, type SpecResult } from './what-to-show'

const day = (year: number, month: number, date: number) => dayNumberOf({ year, month, day: date })

const saved: RecordOf<'view'> = {
  type: 'view',
  id: 'view-rules',
  name: { en: 'Rules', 'zh-Hant': '法規' },
  filters: { ...NO_FILTERS, kinds: ['rule'] },
  grouping: 'jurisdiction',
  collapsed: ['x'],
  window: { startDay: 18_000, endDay: 20_000 },
}
const document = documentOf([anOrganisation(), anArchitecture(), aChip(), anEvent(), saved])
const items = timelineItems(document)
const view: ShownView = {
  window: { startDay: 19_000, endDay: 20_000 },
  grouping: 'vendor',
  filters: { ...NO_FILTERS, kinds: ['chip'] },
  collapsed: ['lane'],
  selection: new Set(['h200', 'h200-allowed']),
  parts: {
    lanes: DEFAULT_LANES,
    status: { isOpen: false, destination: 'CN', gate: 'both', chips: [] },
    scenario: null,
    comparison: { chips: [], base: null, without: [] },
  },
  todayDay: 20_500,
}
const draft = (part: Partial<FigureDraft>): FigureDraft => ({ ...newDraft(null, 'en'), ...part })
const made = (part: Partial<FigureDraft>, on: Partial<ShownView> = {}): SpecResult =>
  specOf(draft(part), { ...view, ...on }, document, items)
const specIn = (result: SpecResult) => {
  if (!result.ok) throw new Error(result.why)
  return result.spec
}

describe('specOf', () => {
  it('shows the view as the window does', () => {
    const { window, grouping, filters, collapsed, todayDay, only, settings } = specIn(made({ what: 'view' }))
    expect({ window, grouping, filters, collapsed, todayDay }).toEqual({
      window: view.window,
      grouping: 'vendor',
      filters: view.filters,
      collapsed: ['lane'],
      todayDay: 20_500,
    })
    expect(only).toBeUndefined()
    expect(settings).toEqual({ ...DEFAULT_FIGURE_SETTINGS, language: 'en' })
  })

  it('shows a saved view as it was saved, under its name', () => {
    const { window, grouping, filters, name } = specIn(made({ what: 'saved', saved: 'view-rules' }))
    expect({ window, grouping, filters, name }).toEqual({
      window: saved.window,
      grouping: 'jurisdiction',
      filters: saved.filters,
      name: saved.name,
    })
    expect(made({ what: 'saved' })).toEqual({ ok: false, why: 'unset' })
    expect(made({ what: 'saved', saved: 'h200' })).toEqual({ ok: false, why: 'unset' })
  })

  it('fits the window of a saved view that has none to what passes its filters', () => {
    const { window: _window, ...open } = saved
    const chips = documentOf([anOrganisation(), anArchitecture(), aChip(), { ...open, filters: view.filters }])
    const result = specOf(draft({ what: 'saved', saved: 'view-rules' }), view, chips, timelineItems(chips))
    const chip = items.find(({ record }) => record === 'h200')
    const { window } = specIn(result)
    expect(window.startDay).toBeLessThan(chip?.extent.earliest ?? 0)
    expect(window.endDay - window.startDay).toBeLessThan(400)
  })

  it('shows the selection alone, whatever the filters, with room on both sides', () => {
    const { window, filters, only, collapsed } = specIn(made({ what: 'selection' }))
    expect(only).toEqual(['h200', 'h200-allowed'])
    expect([filters, collapsed]).toEqual([NO_FILTERS, []])
    for (const { record, extent } of items)
      if (view.selection.has(record)) {
        expect(window.startDay).toBeLessThan(extent.leadFrom ?? extent.earliest)
        expect(window.endDay).toBeGreaterThan(extent.openEnd ? extent.solidFrom : extent.latest)
      }
    expect(made({ what: 'selection' }, { selection: new Set() })).toEqual({ ok: false, why: 'no-selection' })
    expect(made({ what: 'selection' }, { selection: new Set(['nvidia']) })).toEqual({ ok: false, why: 'no-dates' })
  })

  it('shows everything, or says that there is nothing', () => {
    const { window, filters } = specIn(made({ what: 'all' }))
    expect(filters).toEqual(NO_FILTERS)
    expect(Math.min(...items.map(({ extent }) => extent.earliest))).toBeGreaterThanOrEqual(window.startDay)
    expect(specOf(draft({ what: 'all' }), view, document, [])).toEqual({ ok: false, why: 'nothing' })
  })

  it('shows what a file showed, with the settings as they are now', () => {
    const { spec } = made({ what: 'view' }) as { spec: ReturnType<typeof specIn> }
    const opened = draftOfFile({ ...spec, only: ['h200'] }, 'svg')
    const darker = { ...opened, settings: { ...opened.settings, theme: 'dark' as const } }
    const again = specIn(specOf(darker, { ...view, todayDay: 1 }, document, items))
    expect(again).toEqual({ ...spec, only: ['h200'], settings: { ...spec.settings, theme: 'dark' } })
  })
})

describe('typedWindow', () => {
  it('runs from the first day that the one can mean to the end of the other', () => {
    expect(typedWindow('2025', '2026-03')).toEqual({ startDay: day(2025, 1, 1), endDay: day(2026, 4, 1) })
    expect(typedWindow('2025-12-08', '2025-12-08')).toEqual({ startDay: day(2025, 12, 8), endDay: day(2025, 12, 9) })
  })
  it('takes a year alone, a span, and the words of both languages', () => {
    expect(typedWindow('2025', '')).toEqual({ startDay: day(2025, 1, 1), endDay: day(2026, 1, 1) })
    expect(typedWindow('2025-01/2025-02', ' ')).toEqual({ startDay: day(2025, 1, 1), endDay: day(2025, 3, 1) })
    expect(typedWindow('Q1 2025', '2025年5月')).toEqual({ startDay: day(2025, 1, 1), endDay: day(2025, 6, 1) })
  })
  it('guesses nothing', () => {
    expect(typedWindow('', '2026')).toBe('unset')
    expect(typedWindow('2026', '2025')).toBe('bad-range')
    expect(typedWindow('8/12/2025', '2026')).toBe('bad-range')
    expect(typedWindow('2025', 'soon')).toBe('bad-range')
    expect(typedWindow('since 2025', '')).toBe('bad-range')
  })
})

describe('a draft', () => {
  it('begins with the look of the last figure, and without its titles', () => {
    const titled = draft({
      format: 'pdf',
      settings: { ...DEFAULT_FIGURE_SETTINGS, title: 'A', subtitle: 'B', dpi: 300 },
    })
    const next = newDraft(lastOf(titled), 'zh-Hant')
    expect(next).toMatchObject({ what: 'view', format: 'pdf', settings: { dpi: 300, language: 'en' } })
    expect(next.settings).not.toHaveProperty('title')
    expect(next.settings).not.toHaveProperty('subtitle')
  })
  it('speaks the language of the window at first', () => {
    expect(newDraft(null, 'zh-Hant').settings.language).toBe('zh-Hant')
  })
  it('takes an empty title for none', () => {
    const titled = withText(DEFAULT_FIGURE_SETTINGS, 'title', 'A')
    expect(titled.title).toBe('A')
    expect(withText(titled, 'title', '')).toEqual(DEFAULT_FIGURE_SETTINGS)
  })
})
