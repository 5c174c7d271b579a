import type { FigureSpec } from '../../domain/figure/figure-spec'
import { DEFAULT_FIGURE_SETTINGS } from '../../domain/figure/paper-presets'
import type { FigureRequest } from '../../ipc/values'

const CSS_DPI = 96

/** The figure that a picture of the window is. */
export function specOfRequest({ locale, theme, widthPx, scale, ...shown }: FigureRequest): FigureSpec {
  return {
    ...shown,
    settings: {
      ...DEFAULT_FIGURE_SETTINGS,
      paper: { width: widthPx, height: 'auto', unit: 'px' },
      dpi: CSS_DPI * scale,
      typePt: 9,
      theme,
      language: locale,
    },
  }
}
