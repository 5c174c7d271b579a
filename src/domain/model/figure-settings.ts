import * as v from 'valibot'
import { FigureComparison, FigureLanes, FigureStatus } from './figure-parts'
import { RecordId } from './ids'

/** `greyscale` tells kinds apart by shape and pattern alone, for printers and readers without colour. */
export const FIGURE_THEMES = ['light', 'dark', 'greyscale'] as const
export type FigureTheme = (typeof FIGURE_THEMES)[number]

/** `both` writes every name in English and below it in Traditional Chinese. */
export const FIGURE_LANGUAGES = ['en', 'zh-Hant', 'both'] as const
export type FigureLanguage = (typeof FIGURE_LANGUAGES)[number]

/** 1 in is 25.4 mm and 96 px, as CSS has it. */
export const PAPER_UNITS = ['mm', 'in', 'px'] as const
export type PaperUnit = (typeof PAPER_UNITS)[number]

const Length = v.pipe(v.number(), v.finite(), v.minValue(0.1), v.maxValue(65_535))

/** The sheet. `auto` is as high as what there is to show needs. */
export const Paper = v.strictObject({
  width: Length,
  height: v.union([Length, v.literal('auto')]),
  unit: v.picklist(PAPER_UNITS),
})
export type Paper = Readonly<v.InferOutput<typeof Paper>>

/** Which notes of the workspace stand in a figure: those marked for figures, all, or none. */
export const FIGURE_NOTES = ['marked', 'all', 'none'] as const

/** How a figure looks, whatever it shows. A view keeps its own; a figure file carries it. */
export const FigureSettings = v.strictObject({
  paper: Paper,
  /** Pixels of a PNG for each inch of the paper. */
  dpi: v.pipe(v.number(), v.finite(), v.minValue(24), v.maxValue(2400)),
  /** Size of the labels in pt; everything else keeps its relation to them. */
  typePt: v.pipe(v.number(), v.finite(), v.minValue(4), v.maxValue(48)),
  theme: v.picklist(FIGURE_THEMES),
  /** No ground: for a slide or page with a colour of its own. */
  transparent: v.boolean(),
  language: v.picklist(FIGURE_LANGUAGES),
  /** Instead of the name of the view. */
  title: v.optional(v.pipe(v.string(), v.maxLength(500))),
  subtitle: v.optional(v.pipe(v.string(), v.maxLength(1000))),
  notes: v.picklist(FIGURE_NOTES),
  legend: v.boolean(),
  /** The numbered list of sources, and their numbers at the labels. */
  sources: v.boolean(),
  /** Links between records as arrows. */
  links: v.boolean(),
  /** The line of today. */
  today: v.boolean(),
  /** Into how many equal parts of the window a PDF is split, one page each. */
  pages: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)),
  /** Letters of an SVG: text with the glyphs used embedded as a font, or outlines that need none. */
  letters: v.picklist(['text', 'outlines']),
  /** What stands under the rows of records; what is absent is not drawn. */
  lanes: v.optional(FigureLanes),
  status: v.optional(FigureStatus),
  /** What is assumed of rules: lanes and bars are then hypothetical, and say so. Absent, they follow the law as it is. */
  scenario: v.optional(RecordId),
  comparison: v.optional(FigureComparison),
})
export type FigureSettings = Readonly<v.InferOutput<typeof FigureSettings>>
