import type { FigureSpec } from '../../domain/figure/figure-spec'
import { filterItems } from '../../domain/layout/filter-items'
import type { TimelineItem } from '../../domain/layout/timeline-item'
import { recordOfType, type Document } from '../../domain/model/document'
import { NO_FILTERS, type Filters, type Grouping, type TimeWindow } from '../../domain/model/view'
import { readTypedDate } from '../../domain/time/typed-date'
import type { FigureDraft } from './figure-draft'
import type { ShownParts } from './shown-parts'

/** What the window showed when the editor was opened, and what there is to show. */
export interface ShownView {
  readonly window: TimeWindow
  readonly grouping: Grouping
  readonly filters: Filters
  readonly collapsed: readonly string[]
  readonly selection: ReadonlySet<string>
  readonly todayDay: number
  /** What stands under the timeline. */
  readonly parts: ShownParts
}

/** Why there is no figure yet: `unset` while something is still to be chosen or typed. */
export type NoFigure = 'unset' | 'no-selection' | 'no-dates' | 'bad-range' | 'nothing'

export type SpecResult =
  { readonly ok: true; readonly spec: FigureSpec } | { readonly ok: false; readonly why: NoFigure }

const no = (why: NoFigure): SpecResult => ({ ok: false, why })

/** Room before and after what is fitted, as a part of its width; never narrower than two weeks. */
const MARGIN = 0.02
const NARROWEST_DAYS = 14

/** A window over all the items; null where there is none. An open end counts up to its last date. */
function windowOver(items: readonly TimelineItem[]): TimeWindow | null {
  let [start, end] = [Infinity, -Infinity]
  for (const { extent } of items) {
    start = Math.min(start, extent.leadFrom ?? extent.earliest)
    end = Math.max(end, extent.openEnd ? extent.solidFrom : extent.latest)
  }
  if (start > end) return null
  const width = Math.max((end - start) * (1 + 2 * MARGIN), NARROWEST_DAYS)
  const centre = (start + end) / 2
  return { startDay: centre - width / 2, endDay: centre + width / 2 }
}

/**
 * From the first day that one typed date can mean to the last day of the other. Either may be a span itself, and the
 * second may be left out then.
 */
export function typedWindow(from: string, to: string): TimeWindow | NoFigure {
  if (from.trim() === '') return 'unset'
  const start = readTypedDate(from)
  const end = to.trim() === '' ? start : readTypedDate(to)
  if (!start.ok || !end.ok) return 'bad-range'
  const window = { startDay: start.value.earliest, endDay: end.value.latest }
  if (!Number.isFinite(window.startDay) || !Number.isFinite(window.endDay)) return 'bad-range'
  return window.startDay < window.endDay ? window : 'bad-range'
}

/** The whole spec of a draft, or why there is none. `items`: everything of the document that has a date. */
export function specOf(
  draft: FigureDraft,
  view: ShownView,
  document: Document,
  items: readonly TimelineItem[],
): SpecResult {
  const { settings } = draft
  const { grouping, filters, todayDay } = view
  const collapsed = [...view.collapsed]
  const yes = (spec: Omit<FigureSpec, 'settings' | 'todayDay'>): SpecResult => ({
    ok: true,
    spec: { settings, todayDay, ...spec },
  })
  switch (draft.what) {
    case 'view':
      return yes({ window: view.window, grouping, filters, collapsed })
    case 'saved': {
      const saved = recordOfType(document, 'view', draft.saved ?? undefined)
      if (saved === undefined) return no('unset')
      const window = saved.window ?? windowOver(filterItems(items, saved.filters))
      if (window === null) return no('nothing')
      return yes({
        name: saved.name,
        window,
        grouping: saved.grouping,
        filters: saved.filters,
        collapsed: [...saved.collapsed],
      })
    }
    case 'selection': {
      if (view.selection.size === 0) return no('no-selection')
      const chosen = items.filter(({ record }) => view.selection.has(record))
      const window = windowOver(chosen)
      if (window === null) return no('no-dates')
      return yes({
        window,
        grouping,
        filters: NO_FILTERS,
        collapsed: [],
        only: [...new Set(chosen.map(({ record }) => record))].sort(),
      })
    }
    case 'range': {
      const window = typedWindow(draft.from, draft.to)
      return typeof window === 'string' ? no(window) : yes({ window, grouping, filters, collapsed })
    }
    case 'all': {
      const window = windowOver(items)
      return window === null ? no('nothing') : yes({ window, grouping, filters: NO_FILTERS, collapsed: [] })
    }
    case 'file':
      return draft.fileSpec === null ? no('unset') : { ok: true, spec: { ...draft.fileSpec, settings } }
  }
}
