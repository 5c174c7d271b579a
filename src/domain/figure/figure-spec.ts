import type { FigureTheme } from '../model/figure-settings'
import type { Locale } from '../model/names'
import type { Filters, Grouping, TimeWindow } from '../model/view'
import type { DayNumber } from '../time/day-number'

/** What a figure shows. All lengths are px of the layout; how many pixels one becomes is the raster's choice. */
export interface FigureSpec {
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

/** Who made the figure; stands in its footer. */
export interface FigureMaker {
  readonly name: string
  readonly version: string
}
