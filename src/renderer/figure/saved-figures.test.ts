import { describe, expect, it } from 'vitest'
import { applyChange } from '../../domain/change/apply'
import type { FigureSpec } from '../../domain/figure/figure-spec'
import { DEFAULT_FIGURE_SETTINGS } from '../../domain/figure/paper-presets'
import { documentOf, EMPTY_DOCUMENT, type Document } from '../../domain/model/document'
import { NO_FILTERS } from '../../domain/model/view'
import type { Result } from '../../domain/model/problem'
import type { Change } from '../../domain/change/change'
import { anEvent } from '../../testing/builders'
import { isAsSaved, newFigureId, savedFigures, saveFigure, updateFigure } from './saved-figures'

const spec: FigureSpec = {
  window: { startDay: 19_000, endDay: 20_000 },
  grouping: 'story',
  filters: NO_FILTERS,
  collapsed: [],
  todayDay: 20_500,
  settings: { ...DEFAULT_FIGURE_SETTINGS, title: 'Who may buy' },
}
function after(document: Document, change: Result<Change>): Document {
  if (!change.ok) throw new Error(change.problem.detail)
  return applyChange(document, change.value)
}
const withFigure = after(EMPTY_DOCUMENT, saveFigure(EMPTY_DOCUMENT, { id: 'view-a', name: ' A ', spec }))

describe('saved figures', () => {
  it('are views with a look', () => {
    const [figure] = savedFigures(withFigure)
    expect(figure).toMatchObject({
      type: 'view',
      id: 'view-a',
      name: { en: 'A', 'zh-Hant': 'A' },
      window: spec.window,
      figure: spec.settings,
    })
    expect(figure).not.toHaveProperty('todayDay')
    const { figure: _look, ...plain } = figure ?? { figure: undefined }
    expect(savedFigures(documentOf([anEvent(), plain as never]))).toEqual([])
  })

  it('are known again for what they are, and differ from any other', () => {
    const [figure] = savedFigures(withFigure)
    if (figure === undefined) throw new Error('nothing was saved')
    expect(isAsSaved(figure, { ...spec, todayDay: 1, name: figure.name })).toBe(true)
    expect(isAsSaved(figure, { ...spec, window: { startDay: 19_000, endDay: 20_001 } })).toBe(false)
    expect(isAsSaved(figure, { ...spec, settings: { ...spec.settings, dpi: 300 } })).toBe(false)
    expect(isAsSaved(figure, { ...spec, only: ['h200'] })).toBe(false)
  })

  it('take what is new and keep their name', () => {
    const dark = { ...spec, settings: { ...DEFAULT_FIGURE_SETTINGS, theme: 'dark' as const } }
    const [figure] = savedFigures(after(withFigure, updateFigure(withFigure, { id: 'view-a', spec: dark })))
    expect(figure).toMatchObject({ name: { en: 'A' }, figure: { theme: 'dark' } })
    expect(figure?.figure).not.toHaveProperty('title')
  })

  it('get ids of their own, also under a name in Chinese', () => {
    expect(newFigureId(withFigure, 'A')).toBe('view-a-2')
    expect(newFigureId(withFigure, '法規')).toBe('view')
  })
})
