import { renderAsync } from '@resvg/resvg-js'
import { allFontFiles } from './font-files'

/** The most pixels one image may have: past this the renderer wants more memory than a desk has to spare. */
const MAX_PIXELS = 120_000_000

/** The scale asked for, or the largest at which the image stays within what memory should hold. */
export function affordableScale(size: { readonly widthPx: number; readonly heightPx: number }, scale: number): number {
  return Math.min(scale, Math.sqrt(MAX_PIXELS / (size.widthPx * size.heightPx)))
}

export interface Raster {
  readonly png: Buffer
  readonly widthPx: number
  readonly heightPx: number
}

/**
 * Paints SVG text with the fonts that ship and no others, so that every machine gives the same
 * pixels. It runs on a thread of its own.
 */
export async function rasterise(svg: string, widthPx: number, fontsDir: string): Promise<Raster> {
  const image = await renderAsync(svg, {
    fitTo: { mode: 'width', value: widthPx },
    font: { fontFiles: allFontFiles(fontsDir), loadSystemFonts: false, defaultFontFamily: 'Inter' },
    textRendering: 1,
    shapeRendering: 2,
  })
  return { png: image.asPng(), widthPx: image.width, heightPx: image.height }
}
