import type { Document } from '../../domain/model/document'
import { buildFigure, type FigureReport } from '../../domain/figure/build-figure'
import type { FigureSpec } from '../../domain/figure/figure-spec'
import { pixelSizeOf } from '../../domain/figure/paper-size'
import { svgText } from '../../domain/figure/svg-text'
import type { TextMeasurer } from '../../domain/layout/timeline-item'
import { createFontMeasurer } from './font-measurer'
import { affordableScale, rasterise } from './raster'

export interface FigureTools {
  /** The folder with the font files; `out/fonts` beside the built code, or the packaged resources. */
  readonly fontsDir: string
  readonly version: string
}

export interface FigureSvg {
  readonly svg: string
  readonly widthPx: number
  readonly heightPx: number
  readonly report: FigureReport
}

export interface FigureImage extends FigureSvg {
  readonly png: Buffer
}

/** Measurers keep what they have measured, so there is one for each folder of fonts. */
const measurers = new Map<string, TextMeasurer>()

function measurerFor(fontsDir: string): TextMeasurer {
  const known = measurers.get(fontsDir)
  if (known !== undefined) return known
  const measurer = createFontMeasurer(fontsDir)
  measurers.set(fontsDir, measurer)
  return measurer
}

function drawn(
  document: Document,
  spec: FigureSpec,
  { fontsDir, version }: FigureTools,
): { svg: FigureSvg; widthPt: number; heightPt: number } {
  const maker = { name: 'Tapeline', version }
  const { pages, report } = buildFigure(document, spec, measurerFor(fontsDir), maker, 'sheet')
  const [page] = pages
  if (page === undefined) throw new Error('a sheet has one page')
  const { widthPx, heightPx, widthPt, heightPt } = page
  return { svg: { svg: svgText(page), widthPx, heightPx, report }, widthPt, heightPt }
}

/** The figure as SVG text; sizes are px of its layout. Throws where a font file is missing. */
export function renderFigureSvg(document: Document, spec: FigureSpec, tools: FigureTools): FigureSvg {
  return drawn(document, spec, tools).svg
}

/**
 * The figure as PNG; sizes are pixels of the image. A figure with more pixels than memory should
 * hold is painted smaller.
 */
export async function renderFigurePng(document: Document, spec: FigureSpec, tools: FigureTools): Promise<FigureImage> {
  const { svg, ...paper } = drawn(document, spec, tools)
  const wanted = pixelSizeOf(paper, spec.settings.dpi)
  const scale = affordableScale({ widthPx: wanted.width, heightPx: wanted.height }, 1)
  const image = await rasterise(svg.svg, Math.floor(wanted.width * scale), tools.fontsDir)
  return { ...svg, ...image }
}
