import type { FigureTheme } from '../model/figure-settings'
import type { Locale } from '../model/names'
import type { Filters, Grouping, TimeWindow } from '../model/view'
import type { DayNumber } from '../time/day-number'
import type { FigureSpec } from './figure-spec'
import { layoutSizeOf } from './paper-size'

/** What a figure shows, in px of its layout. */
export interface LayoutSpec {
  readonly window: TimeWindow
  readonly grouping: Grouping
  readonly filters: Filters
  /** Ids of lanes drawn as one unlabelled row. */
  readonly collapsed: readonly string[]
  readonly locale: Locale
  readonly theme: FigureTheme
  /** At least 320. The height follows from what there is to show. */
  readonly widthPx: number
  /** Today for the line, as a UTC day number; null leaves it out. */
  readonly todayDay: DayNumber | null
  /** Instead of the title that the locale gives. */
  readonly title?: string
}

const LEAST_WIDTH_PX = 320

/** The layout that a figure asks for. */
export function layoutSpecOf(spec: FigureSpec): LayoutSpec {
  const { settings, window, grouping, filters, collapsed, name } = spec
  const locale = settings.language === 'zh-Hant' ? 'zh-Hant' : 'en'
  const title = settings.title ?? name?.[locale]
  return {
    window,
    grouping,
    filters,
    collapsed,
    locale,
    theme: settings.theme,
    widthPx: Math.max(LEAST_WIDTH_PX, layoutSizeOf(settings).widthPx),
    todayDay: settings.today ? spec.todayDay : null,
    ...(title === undefined ? {} : { title }),
  }
}
