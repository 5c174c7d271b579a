import type { Glyph } from 'fontkit'
import type { OutlineRun } from '../../domain/figure/svg-marks'
import { stepsOf, type SvgPen } from '../../domain/figure/svg-pen'
import { shapeText } from './shape-text'
import type { ShippedFonts } from './shipped-fonts'

/** Draws runs of text from the outlines of the fonts that ship: what is seen hangs on no font of the reader's. */
export function outlineRunWith(fonts: ShippedFonts): OutlineRun {
  return (run, { sizePx, weight }, baselinePx, pen) => {
    const face = fonts.faceOf(run.script, run.text, weight)
    const scale = sizePx / face.font.unitsPerEm
    let data = ''
    let xPx = run.xPx
    for (const { glyph, advance, xOffset, yOffset } of shapeText(face, run.text)) {
      data += glyphData(glyph, xPx + xOffset * scale, baselinePx - yOffset * scale, scale, pen)
      xPx += advance * scale
    }
    return data
  }
}

const LETTERS: Readonly<Record<string, string>> = {
  moveTo: 'M',
  lineTo: 'l',
  quadraticCurveTo: 'q',
  bezierCurveTo: 'c',
}

/** One glyph on the pen's grid. Steps are written from point to point, which halves the text. */
function glyphData(glyph: Glyph, xPx: number, yPx: number, scale: number, pen: SvgPen): string {
  let data = ''
  let [lastX, lastY] = [0, 0]
  for (const { command, args } of glyph.path.commands) {
    if (command === 'closePath') {
      data += 'z'
      continue
    }
    data += LETTERS[command] ?? ''
    let [endX, endY] = [lastX, lastY]
    for (let at = 0; at < args.length; at += 2) {
      endX = stepsOf(pen, xPx + (args[at] ?? 0) * scale)
      endY = stepsOf(pen, yPx - (args[at + 1] ?? 0) * scale)
      const [x, y] = command === 'moveTo' ? [endX, endY] : [endX - lastX, endY - lastY]
      data += `${at === 0 ? '' : ' '}${pen.text(x)} ${pen.text(y)}`
    }
    ;[lastX, lastY] = [endX, endY]
  }
  return data
}
