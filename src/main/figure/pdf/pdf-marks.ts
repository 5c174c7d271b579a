import { patternLines, PATTERN_LINE_PX } from '../../../domain/figure/pattern-lines'
import { placedGlyph } from '../../../domain/figure/glyph-segments'
import type { Fill, LineShape, Mark, PathSegment, PathShape, RectShape, TextShape } from '../../../domain/figure/scene'
import { assertNever } from '../../../domain/model/exhaustive'
import { LATIN_FEATURES } from '../shape-text'
import type { ShippedFonts } from '../shipped-fonts'

type Pdf = PDFKit.PDFDocument

/** Chinese characters stand in squares, as they were measured. */
const HAN_FEATURES: Readonly<Record<string, boolean>> = { ...LATIN_FEATURES, kern: false }
const RIM_PX = 3

/** Draws one mark on the current page, in px of its scene. */
export function drawMark(pdf: Pdf, mark: Mark, fonts: ShippedFonts): void {
  switch (mark.shape) {
    case 'rect':
      return rect(pdf, mark)
    case 'line':
      return line(pdf, mark)
    case 'path':
      return path(pdf, mark)
    case 'glyph': {
      const { isFilled, segments, strokePx } = placedGlyph(mark)
      const isClosed = segments.at(-1)?.to === 'close'
      if (isFilled && mark.ground !== undefined) stroke(trace(pdf, segments), mark.ground, strokePx)
      if (isFilled) return void trace(pdf, segments).fillColor(mark.colour, 1).fill()
      if (isClosed && mark.ground !== undefined) trace(pdf, segments).fillColor(mark.ground, 1).fill()
      return stroke(trace(pdf, segments), mark.colour, strokePx)
    }
    case 'text':
      return text(pdf, mark, fonts)
    default:
      return assertNever(mark)
  }
}

function stroke(pdf: Pdf, colour: PDFKit.Mixins.ColorValue, widthPx: number, dashPx?: readonly number[]): void {
  pdf.lineWidth(widthPx)
  // Dashes and joins of one mark must not reach the next.
  if (dashPx !== undefined) pdf.addContent(`[${dashPx.map((px) => px.toFixed(2)).join(' ')}] 0 d`)
  pdf.strokeColor(colour, 1).stroke()
  if (dashPx !== undefined) pdf.undash()
}

function trace(pdf: Pdf, segments: readonly PathSegment[]): Pdf {
  for (const segment of segments) {
    if (segment.to === 'close') pdf.closePath()
    else if (segment.to === 'curve')
      pdf.bezierCurveTo(segment.x1, segment.y1, segment.x2, segment.y2, segment.x, segment.y)
    else if (segment.to === 'move') pdf.moveTo(segment.x, segment.y)
    else pdf.lineTo(segment.x, segment.y)
  }
  return pdf
}

function fadeOf(pdf: Pdf, colour: string, stops: NonNullable<Fill['fade']>, leftPx: number, rightPx: number) {
  const gradient = pdf.linearGradient(leftPx, 0, rightPx, 0)
  for (const { at, opacity } of stops) gradient.stop(at, colour, opacity)
  return gradient
}

function rect(pdf: Pdf, { xPx, yPx, widthPx, heightPx, radiusPx, fill }: RectShape): void {
  if (widthPx <= 0 || heightPx <= 0) return
  if (fill.patternAlone !== true) {
    const radius = Math.min(radiusPx ?? 0, widthPx / 2, heightPx / 2)
    if (radius > 0) pdf.roundedRect(xPx, yPx, widthPx, heightPx, radius)
    else pdf.rect(xPx, yPx, widthPx, heightPx)
    if (fill.fade === undefined) pdf.fillColor(fill.colour, fill.opacity ?? 1).fill()
    else pdf.fillColor(fadeOf(pdf, fill.colour, fill.fade, xPx, xPx + widthPx)).fill()
    pdf.fillOpacity(1)
  }
  if (fill.pattern === undefined) return
  const lines = patternLines({ xPx, yPx, widthPx, heightPx }, fill.pattern)
  if (lines.length === 0) return
  for (const { x1, y1, x2, y2 } of lines) pdf.moveTo(x1, y1).lineTo(x2, y2)
  pdf.lineWidth(PATTERN_LINE_PX)
  const { colour } = fill.pattern
  if (fill.fade === undefined) pdf.strokeColor(colour, fill.opacity ?? 1).stroke()
  else pdf.strokeColor(fadeOf(pdf, colour, fill.fade, xPx, xPx + widthPx)).stroke()
  pdf.strokeOpacity(1)
}

function line(pdf: Pdf, { x1Px, y1Px, x2Px, y2Px, colour, widthPx, dashPx }: LineShape): void {
  stroke(pdf.moveTo(x1Px, y1Px).lineTo(x2Px, y2Px), colour, widthPx, dashPx)
}

function path(pdf: Pdf, { segments, colour, widthPx, dashPx, fill }: PathShape): void {
  if (fill !== undefined) {
    const places = segments.flatMap((segment) => (segment.to === 'close' ? [] : [segment.x]))
    trace(pdf, segments)
    if (fill.fade === undefined) pdf.fillColor(fill.colour, fill.opacity ?? 1).fill()
    else pdf.fillColor(fadeOf(pdf, fill.colour, fill.fade, Math.min(...places), Math.max(...places))).fill()
    pdf.fillOpacity(1)
  }
  if (colour !== undefined) stroke(trace(pdf, segments), colour, widthPx ?? 1, dashPx)
}

function text(pdf: Pdf, mark: TextShape, fonts: ShippedFonts): void {
  if (mark.halo !== undefined) {
    // The rim is drawn from the same letters; a reader must not find them twice.
    pdf.addContent('/Span <</ActualText ()>> BDC')
    pdf.lineJoin('round').lineWidth(RIM_PX).strokeColor(mark.halo, 1)
    letters(pdf, mark, fonts, true)
    pdf.lineJoin('miter').addContent('EMC')
  }
  pdf.fillColor(mark.colour, 1)
  letters(pdf, mark, fonts, false)
}

function letters(pdf: Pdf, { runs, font, baselinePx }: TextShape, fonts: ShippedFonts, isRim: boolean): void {
  for (const run of runs) {
    const face = fonts.faceOf(run.script, run.text, font.weight)
    // pdfkit takes a font that is open, and hands the features on to it; its types know neither.
    pdf.font(face.font as never).fontSize(font.sizePx)
    const features = face.script === 'latin' ? LATIN_FEATURES : HAN_FEATURES
    pdf.text(run.text, run.xPx, baselinePx, {
      lineBreak: false,
      baseline: 'alphabetic',
      features: features as never,
      fill: !isRim,
      stroke: isRim,
    })
  }
}
