import type { Document } from '../../domain/model/document'
import { buildScene } from '../../domain/figure/build-scene'
import type { FigureSpec } from '../../domain/figure/figure-spec'
import { svgText } from '../../domain/figure/svg-text'
import type { TextMeasurer } from '../../domain/layout/timeline-item'
import { createFontMeasurer } from './font-measurer'
import { affordableScale, rasterise } from './raster'

export interface FigureTools {
  /** The folder with the font files; `out/fonts` beside the built code, or the packaged resources. */
  readonly fontsDir: string
  readonly version: string
}

/** A figure with how many pixels one px of its layout becomes. */
export interface FigureImageSpec extends FigureSpec {
  readonly scale: number
}

export interface FigureSvg {
  readonly svg: string
  readonly widthPx: number
  readonly heightPx: number
  readonly recordCount: number
}

export interface FigureImage extends FigureSvg {
  readonly png: Buffer
  readonly scale: number
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

/** The figure as SVG text; sizes are px of its layout. Throws where a font file is missing. */
export function renderFigureSvg(document: Document, spec: FigureSpec, tools: FigureTools): FigureSvg {
  const scene = buildScene(document, spec, measurerFor(tools.fontsDir), { name: 'Tapeline', version: tools.version })
  return { svg: svgText(scene), widthPx: scene.widthPx, heightPx: scene.heightPx, recordCount: scene.recordCount }
}

/**
 * The figure as PNG; sizes are pixels of the image. A figure with more pixels than memory should
 * hold is painted at a smaller scale, and the scale used is told.
 */
export async function renderFigurePng(
  document: Document,
  spec: FigureImageSpec,
  tools: FigureTools,
): Promise<FigureImage> {
  const figure = renderFigureSvg(document, spec, tools)
  const scale = affordableScale(figure, spec.scale)
  const { png, widthPx, heightPx } = await rasterise(figure.svg, Math.floor(figure.widthPx * scale), tools.fontsDir)
  return { ...figure, png, scale, widthPx, heightPx }
}
