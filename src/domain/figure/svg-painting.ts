import { marksOf, type Scene } from './scene'
import { rowsOf, type ShapeRows } from './shape-rows'
import { Gradients } from './svg-gradients'
import { svgOfShape, type OutlineRun, type SvgSheet } from './svg-marks'
import { paintPen, STEPS_PER_PIXEL } from './svg-pen'

/** Some rows of an image, in pixels. */
export interface ImageRows {
  readonly top: number
  readonly height: number
}

/**
 * A scene as SVG for a painter of whole pixels, strip by strip: no text, no names, all places in whole
 * {@link STEPS_PER_PIXEL}ths of a pixel. `width` and `height` are those of the whole image; the view box
 * of what is answered is the strip in these steps, and what the strip does not meet is left out.
 */
export function stripPainter(
  scene: Scene,
  outlineRun: OutlineRun,
  image: { readonly width: number; readonly height: number },
): (rows: ImageRows) => string {
  const pixelsPerPx = image.width / scene.widthPx
  const pen = paintPen(pixelsPerPx)
  const placed = marksOf(scene.shapes).map((shape) => ({ shape, rows: rowsOf(shape) }))
  const wide = image.width * STEPS_PER_PIXEL

  return ({ top, height }) => {
    const gradients = new Gradients()
    const sheet: SvgSheet = { pen, gradients, language: scene.language, outlineRun, isRead: false }
    const meets = ({ topPx, bottomPx }: ShapeRows): boolean =>
      topPx * pixelsPerPx < top + height && bottomPx * pixelsPerPx > top
    const body = placed.filter(({ rows }) => meets(rows)).map(({ shape }) => svgOfShape(shape, sheet))
    const box = { top: top * STEPS_PER_PIXEL, high: height * STEPS_PER_PIXEL }
    const ground =
      scene.background === null
        ? ''
        : `<rect y="${String(box.top)}" width="${String(wide)}" height="${String(box.high)}" fill="${scene.background}"/>`
    return [
      `<svg xmlns="http://www.w3.org/2000/svg" width="${String(wide)}" height="${String(box.high)}" viewBox="0 ${String(box.top)} ${String(wide)} ${String(box.high)}">`,
      gradients.definitions(),
      ground,
      ...body,
      '</svg>',
    ].join('\n')
  }
}
