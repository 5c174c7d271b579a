import type { FigureSettings, Paper } from '../model/figure-settings'

/** A sheet that is often asked for, with the size of type that is read well on it. */
export interface PaperPreset {
  readonly paper: Paper
  readonly typePt: number
}

const mm = (width: number, height: Paper['height'], typePt: number): PaperPreset => ({
  paper: { width, height, unit: 'mm' },
  typePt,
})

export const PAPER_PRESETS = {
  slide: { paper: { width: 13.333, height: 7.5, unit: 'in' }, typePt: 9 },
  'a4-portrait': mm(210, 297, 8),
  'a4-landscape': mm(297, 210, 8),
  'a3-portrait': mm(297, 420, 9),
  'a3-landscape': mm(420, 297, 9),
  'column-single': mm(85, 'auto', 7),
  'column-double': mm(180, 'auto', 7),
  square: mm(200, 200, 8),
} as const satisfies Record<string, PaperPreset>

export type PaperPresetName = keyof typeof PAPER_PRESETS

/** How a figure looks for which nothing was chosen: a slide for the screen, with all that makes it trustworthy. */
export const DEFAULT_FIGURE_SETTINGS: FigureSettings = {
  paper: PAPER_PRESETS.slide.paper,
  dpi: 192,
  typePt: PAPER_PRESETS.slide.typePt,
  theme: 'light',
  transparent: false,
  language: 'en',
  notes: 'marked',
  legend: true,
  sources: true,
  links: false,
  today: true,
  pages: 1,
  letters: 'text',
}
