import { renderAsync } from '@resvg/resvg-js'
import { allFontFiles } from './font-files'

/** The most pixels one image may have: past this the renderer wants more memory than a desk has to spare. */
export const MAX_PIXELS = 200_000_000

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
