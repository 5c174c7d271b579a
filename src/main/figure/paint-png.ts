import { Resvg } from '@resvg/resvg-js'
import { setImmediate as turn } from 'node:timers/promises'
import { marksOf, type Scene } from '../../domain/figure/scene'
import { stripPainter } from '../../domain/figure/svg-painting'
import { outlineRunWith } from './glyph-outlines'
import { PngFile, type PngFacts } from './png-file'
import type { ShippedFonts } from './shipped-fonts'

/** Most pixels a side: past it the painter's numbers are too coarse for a letter, and many readers give up. */
export const MAX_SIDE_PIXELS = 65_535
/** Most pixels in all. */
export const MAX_PIXELS = 2 ** 31 - 1

/** Pixels painted at once; with its margins a strip takes about four bytes for each. */
const STRIP_PIXELS = 6_000_000
/** Rows painted beyond a strip and thrown away, in heights of the largest letter: a letter that is cut is painted a little otherwise. */
const MARGIN_EM = 1.2

export interface PaintOptions {
  /** Hears of the share done, from 0 to 1. */
  readonly onProgress?: ((share: number) => void) | undefined
  readonly signal?: AbortSignal | undefined
  /** For tests: other strips must give the same pixels. */
  readonly stripRows?: number
}

/** Whether an image of this size can be made. */
export function isPaintable({ width, height }: Pick<PngFacts, 'width' | 'height'>): boolean {
  return Math.max(width, height) <= MAX_SIDE_PIXELS && width * height <= MAX_PIXELS
}

/**
 * Paints a scene as PNG, strip by strip, so that memory hangs on the width of the image and not on its
 * height. Between strips other work of the thread gets its turn. Throws the signal's reason when it
 * is called off.
 */
export async function paintPng(
  scene: Scene,
  fonts: ShippedFonts,
  facts: PngFacts,
  { onProgress, signal, stripRows }: PaintOptions = {},
): Promise<Buffer> {
  const { width, height } = facts
  const strip = stripPainter(scene, outlineRunWith(fonts), { width, height })
  const margin = marginRows(scene, width)
  const rows = stripRows ?? Math.max(Math.floor(STRIP_PIXELS / width), 2 * margin)
  const file = new PngFile(facts)
  let packing: Promise<void> = Promise.resolve()
  for (let top = 0; top < height; top += rows) {
    const end = Math.min(top + rows, height)
    const paintedTop = Math.max(0, top - margin)
    const paintedEnd = Math.min(height, end + margin)
    const pixels = paint(strip({ top: paintedTop, height: paintedEnd - paintedTop }), width)
    // The strip before is packed on another thread meanwhile.
    await packing
    packing = file.add(pixels, (top - paintedTop) * width * 4, (end - paintedTop) * width * 4)
    onProgress?.(end / height)
    await turn()
    signal?.throwIfAborted()
  }
  await packing
  return file.finish()
}

function paint(svg: string, width: number): Buffer {
  return new Resvg(svg, {
    fitTo: { mode: 'width', value: width },
    font: { loadSystemFonts: false },
    shapeRendering: 2,
  }).render().pixels
}

function marginRows(scene: Scene, width: number): number {
  let largestPx = 0
  for (const mark of marksOf(scene.shapes))
    if (mark.shape === 'text') largestPx = Math.max(largestPx, mark.font.sizePx)
    else if (mark.shape === 'glyph') largestPx = Math.max(largestPx, mark.sizePx)
  return Math.ceil(((largestPx * width) / scene.widthPx) * MARGIN_EM) + 2
}
