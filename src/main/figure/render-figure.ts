import { buildFigure, type Figure, type FigureMedium, type FigureReport } from '../../domain/figure/build-figure'
import { figureMark, markText } from '../../domain/figure/figure-evidence'
import type { FigureMaker, FigureSpec } from '../../domain/figure/figure-spec'
import { pixelSizeOf } from '../../domain/figure/paper-size'
import type { Scene } from '../../domain/figure/scene'
import { svgText } from '../../domain/figure/svg-text'
import type { TextMeasurer } from '../../domain/layout/timeline-item'
import type { Document } from '../../domain/model/document'
import { fail, succeed, type Result } from '../../domain/model/problem'
import { fontFacesOf, withSettledFonts } from './embedded-fonts'
import { createFontMeasurer } from './font-measurer'
import { outlineRunWith } from './glyph-outlines'
import { isPaintable, MAX_PIXELS, MAX_SIDE_PIXELS, paintPng, type PaintOptions } from './paint-png'
import { figurePdf } from './pdf/figure-pdf'
import { PNG_MARK_KEYWORD } from './png-file'
import { fontsIn, type ShippedFonts } from './shipped-fonts'
import { sha256 } from './sha256'

export interface FigureTools {
  /** The folder with the font files; `out/fonts` beside the built code, or the packaged resources. */
  readonly fontsDir: string
  readonly version: string
}

export type FigureWork = Pick<PaintOptions, 'onProgress' | 'signal'>

/** Which page of a figure is looked at, from 0; the last one where it is not there. */
export interface PreviewPage {
  readonly medium: FigureMedium
  readonly page: number
}

const FIRST_OF_SHEET: PreviewPage = { medium: 'sheet', page: 0 }

export interface FigurePreview {
  readonly svg: string
  readonly report: FigureReport
  /** The page it is, and how many there are. */
  readonly page: number
  readonly pages: number
  /** The size on paper; 72 pt are one inch. */
  readonly widthPt: number
  readonly heightPt: number
}

export interface FigureFile {
  readonly bytes: Buffer
  readonly report: FigureReport
  /** Of a PNG in pixels, else in pt of the first page. */
  readonly width: number
  readonly height: number
  readonly pages: number
}

export const FIGURE_FORMATS = ['png', 'svg', 'pdf'] as const
export type FigureFormat = (typeof FIGURE_FORMATS)[number]

/** Measurers keep what they have measured, so there is one for each set of fonts. */
const measurers = new WeakMap<ShippedFonts, TextMeasurer>()

function measurerFor(fonts: ShippedFonts): TextMeasurer {
  const measurer = measurers.get(fonts) ?? createFontMeasurer(fonts)
  measurers.set(fonts, measurer)
  return measurer
}

interface Drawn {
  readonly figure: Figure
  readonly page: Scene
  readonly fonts: ShippedFonts
  readonly maker: FigureMaker
  readonly mark: string
}

function drawn(document: Document, spec: FigureSpec, tools: FigureTools, medium: FigureMedium): Drawn {
  const fonts = fontsIn(tools.fontsDir)
  const maker = { name: 'Tapeline', version: tools.version }
  const figure = buildFigure(document, spec, measurerFor(fonts), maker, medium)
  const [page] = figure.pages
  if (page === undefined) throw new Error('a figure has at least one page')
  const mark = markText(figureMark(document, spec, figure.report.records, maker, sha256))
  return { figure, page, fonts, maker, mark }
}

function svgOf({ page, fonts, mark }: Drawn, letters: FigureSpec['settings']['letters']): string {
  if (letters === 'outlines') return svgText(page, { outlineRun: outlineRunWith(fonts), mark })
  const settled = withSettledFonts(page, fonts)
  return svgText(settled, { fontFaces: fontFacesOf(settled, fonts), mark })
}

/** One page as SVG to look at, with its letters as text. Throws where a font file is missing. */
export function previewFigure(
  document: Document,
  spec: FigureSpec,
  tools: FigureTools,
  { medium, page: asked }: PreviewPage = FIRST_OF_SHEET,
): FigurePreview {
  const whole = drawn(document, spec, tools, medium)
  const { pages, report } = whole.figure
  const at = Math.min(asked, pages.length - 1)
  const page = pages[at] ?? whole.page
  const { widthPt, heightPt } = page
  return { svg: svgOf({ ...whole, page }, 'text'), report, page: at, pages: pages.length, widthPt, heightPt }
}

function svgFile(document: Document, spec: FigureSpec, tools: FigureTools): Result<FigureFile> {
  const sheet = drawn(document, spec, tools, 'sheet')
  const bytes = Buffer.from(svgOf(sheet, spec.settings.letters), 'utf8')
  const { widthPt: width, heightPt: height } = sheet.page
  return succeed({ bytes, report: sheet.figure.report, width, height, pages: 1 })
}

async function pngFile(
  document: Document,
  spec: FigureSpec,
  tools: FigureTools,
  work: FigureWork,
): Promise<Result<FigureFile>> {
  const { page, figure, fonts, maker, mark } = drawn(document, spec, tools, 'sheet')
  const { dpi } = spec.settings
  const size = pixelSizeOf(page, dpi)
  if (!isPaintable(size)) return fail({ code: 'too-large', path: 'settings.dpi', detail: tooLarge(size) })
  const texts = [
    { keyword: 'Title', text: page.title },
    { keyword: 'Description', text: figure.report.altText },
    { keyword: 'Software', text: `${maker.name} ${maker.version}` },
    { keyword: PNG_MARK_KEYWORD, text: mark },
  ]
  const facts = { ...size, dpi, isTransparent: page.background === null, texts }
  const bytes = await paintPng(page, fonts, facts, work)
  return succeed({ bytes, report: figure.report, ...size, pages: 1 })
}

const tooLarge = ({ width, height }: { readonly width: number; readonly height: number }): string =>
  `${String(width)} x ${String(height)} pixels are more than can be made: at most ${String(MAX_SIDE_PIXELS)} a side and ${String(MAX_PIXELS)} in all`

async function pdfFile(
  document: Document,
  spec: FigureSpec,
  tools: FigureTools,
  work: FigureWork,
): Promise<Result<FigureFile>> {
  const { figure, page, fonts, maker, mark } = drawn(document, spec, tools, 'document')
  const { altText } = figure.report
  const bytes = await figurePdf(figure.pages, fonts, { maker, altText, mark }, work)
  const { widthPt: width, heightPt: height } = page
  return succeed({ bytes, report: figure.report, width, height, pages: figure.pages.length })
}

/**
 * A figure as a file of one of the formats; the same document, spec and version give the same bytes.
 * `settings.letters` is for SVG alone, `settings.pages` for PDF alone. `too-large` says that the image
 * has more pixels than can be made, `cancelled` that the signal was given. Throws where a font file is
 * missing.
 */
export async function renderFigure(
  format: FigureFormat,
  document: Document,
  spec: FigureSpec,
  tools: FigureTools,
  work: FigureWork = {},
): Promise<Result<FigureFile>> {
  const make = { svg: svgFile, png: pngFile, pdf: pdfFile }[format]
  try {
    return await make(document, spec, tools, work)
  } catch (error) {
    if (work.signal?.aborted === true) return fail({ code: 'cancelled', detail: 'called off' })
    throw error
  }
}
