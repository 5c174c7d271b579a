import { DEFAULT_FIGURE_SETTINGS } from '../../domain/figure/paper-presets'
import type { FigureSpec } from '../../domain/figure/figure-spec'
import type { DayNumber } from '../../domain/time/day-number'
import type { TimeWindow } from '../../domain/model/view'
import { useSessionStore } from '../document/session-store'
import { useFigureOut } from '../figure/use-figure-out'

const LEAST_WIDTH_PX = 960
/** Two pixels for each one of the screen. */
const SHARP_DPI = 192
/** At this size one px of the figure is one px of the window. */
const WINDOW_TYPE_PT = 9

export interface Shown {
  readonly window: TimeWindow
  readonly widthPx: number
  readonly todayDay: DayNumber
}

/** The quick way: the view as a picture of the window's width, language and theme, with nothing to choose. */
export function useImage(shown: () => Shown | undefined) {
  const session = useSessionStore()
  const out = useFigureOut()

  function spec(): FigureSpec | undefined {
    const view = shown()
    if (view === undefined) return undefined
    return {
      window: view.window,
      grouping: session.grouping,
      filters: session.filters,
      collapsed: session.collapsed,
      todayDay: view.todayDay,
      settings: {
        ...DEFAULT_FIGURE_SETTINGS,
        paper: { width: Math.max(LEAST_WIDTH_PX, Math.round(view.widthPx)), height: 'auto', unit: 'px' },
        dpi: SHARP_DPI,
        typePt: WINDOW_TYPE_PT,
        theme: session.theme,
        language: session.locale,
        sources: false,
      },
    }
  }

  return {
    async save(): Promise<void> {
      const asked = spec()
      if (asked !== undefined) await out.save(asked, 'png')
    },
    async copy(): Promise<void> {
      const asked = spec()
      if (asked !== undefined) await out.copy(asked, 'png')
    },
  }
}
