import type { FontSpec } from '../layout/timeline-item'
import { assertNever } from '../model/exhaustive'
import { xmlSafe } from './clean-text'
import { placedGlyph } from './glyph-segments'
import { PATTERN_LINE_PX, patternLines } from './pattern-lines'
import type { FigureLanguage } from '../model/figure-settings'
import type {
  ChartShape,
  CountShape,
  Fill,
  GlyphShape,
  ItemShape,
  LineShape,
  PathSegment,
  PathShape,
  RectShape,
  Shape,
  TextShape,
} from './scene'
import { type Gradients } from './svg-gradients'
import { stepsOf, written, type SvgPen } from './svg-pen'
import type { TextRun } from './text-runs'

/** A run of text as SVG path data, from the outlines of its font. */
export type OutlineRun = (run: TextRun, font: FontSpec, baselinePx: number, pen: SvgPen) => string

/** What all marks of one SVG share. */
export interface SvgSheet {
  readonly pen: SvgPen
  readonly gradients: Gradients
  readonly language: FigureLanguage
  /** Null: letters are text. */
  readonly outlineRun: OutlineRun | null
  /** Names for readers who do not see; nobody reads what is only painted. */
  readonly isRead: boolean
}

export const escapeXml = (text: string): string =>
  xmlSafe(text)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;')

/** One shape of a scene as SVG elements. Every text of a record is escaped. Throws on what is no place on a page. */
export function svgOfShape(shape: Shape, sheet: SvgSheet): string {
  switch (shape.shape) {
    case 'rect':
      return rect(shape, sheet)
    case 'line':
      return line(shape, sheet)
    case 'path':
      return path(shape, sheet)
    case 'glyph':
      return glyph(shape, sheet)
    case 'text':
      return text(shape, sheet)
    case 'item':
      return group(`data-record="${escapeXml(shape.record)}"`, shape, sheet)
    case 'count':
      return group(`data-count="${String(shape.records.length)}"`, shape, sheet)
    case 'chart':
      return chart(shape, sheet)
    default:
      return assertNever(shape)
  }
}

function chart({ title, parts }: ChartShape, sheet: SvgSheet): string {
  const inside = parts.map((part) => svgOfShape(part, sheet)).join('')
  return sheet.isRead ? `<g data-chart=""><title>${escapeXml(title)}</title>${inside}</g>` : inside
}

function group(attributes: string, { lane, title, parts }: ItemShape | CountShape, sheet: SvgSheet): string {
  const inside = parts.map((part) => svgOfShape(part, sheet)).join('')
  if (!sheet.isRead) return inside
  return `<g ${attributes} data-lane="${escapeXml(lane)}"><title>${escapeXml(title)}</title>${inside}</g>`
}

function fillAttributes({ colour, opacity, fade }: Fill, { gradients }: SvgSheet): string {
  if (fade !== undefined) return `fill="url(#${gradients.across(colour, fade)})"`
  return opacity === undefined || opacity === 1
    ? `fill="${colour}"`
    : `fill="${colour}" fill-opacity="${share(opacity)}"`
}

const share = (opacity: number): string => String(Math.round(opacity * 1000) / 1000)

function dashes(dashPx: readonly number[] | undefined, { pen }: SvgSheet): string {
  return dashPx === undefined ? '' : ` stroke-dasharray="${dashPx.map((px) => written(pen, px)).join(' ')}"`
}

function rect(shape: RectShape, sheet: SvgSheet): string {
  const { pen } = sheet
  const [left, top] = [stepsOf(pen, shape.xPx), stepsOf(pen, shape.yPx)]
  // Edges are rounded, not lengths: what touches on the page touches in the file.
  const width = stepsOf(pen, shape.xPx + shape.widthPx) - left
  const height = stepsOf(pen, shape.yPx + shape.heightPx) - top
  const radius = shape.radiusPx === undefined ? '' : ` rx="${written(pen, shape.radiusPx)}"`
  const box = `x="${pen.text(left)}" y="${pen.text(top)}" width="${pen.text(width)}" height="${pen.text(height)}"`
  const body = shape.fill.patternAlone === true ? '' : `<rect ${box}${radius} ${fillAttributes(shape.fill, sheet)}/>`
  return `${body}${pattern(shape, sheet)}`
}

function pattern(shape: RectShape, sheet: SvgSheet): string {
  const { pattern: drawn, fade, opacity } = shape.fill
  if (drawn === undefined) return ''
  const { pen, gradients } = sheet
  const lines = patternLines(shape, drawn)
  if (lines.length === 0) return ''
  const at = (px: number): string => written(pen, px)
  const d = lines.map(({ x1, y1, x2, y2 }) => `M${at(x1)} ${at(y1)}L${at(x2)} ${at(y2)}`).join('')
  const stroke =
    fade === undefined
      ? `stroke="${drawn.colour}"${opacity === undefined || opacity === 1 ? '' : ` stroke-opacity="${share(opacity)}"`}`
      : `stroke="url(#${gradients.between(drawn.colour, fade, at(shape.xPx), at(shape.xPx + shape.widthPx))})"`
  return `<path d="${d}" ${stroke} stroke-width="${at(PATTERN_LINE_PX)}"/>`
}

function line(shape: LineShape, sheet: SvgSheet): string {
  const at = (px: number): string => written(sheet.pen, px)
  const d = `M${at(shape.x1Px)} ${at(shape.y1Px)}L${at(shape.x2Px)} ${at(shape.y2Px)}`
  return `<path d="${d}" stroke="${shape.colour}" stroke-width="${at(shape.widthPx)}"${dashes(shape.dashPx, sheet)}/>`
}

function path({ segments, colour, widthPx, dashPx, fill }: PathShape, sheet: SvgSheet): string {
  const inside = fill === undefined ? 'fill="none"' : fillAttributes(fill, sheet)
  const stroke =
    colour === undefined
      ? ''
      : ` stroke="${colour}" stroke-width="${written(sheet.pen, widthPx ?? 1)}"${dashes(dashPx, sheet)}`
  return `<path d="${pathData(segments, sheet.pen)}" ${inside}${stroke}/>`
}

function pathData(segments: readonly PathSegment[], pen: SvgPen): string {
  const at = (px: number): string => written(pen, px)
  let data = ''
  for (const segment of segments) {
    if (segment.to === 'close') data += 'Z'
    else if (segment.to === 'curve') {
      const { x1, y1, x2, y2, x, y } = segment
      data += `C${at(x1)} ${at(y1)} ${at(x2)} ${at(y2)} ${at(x)} ${at(y)}`
    } else data += `${segment.to === 'move' ? 'M' : 'L'}${at(segment.x)} ${at(segment.y)}`
  }
  return data
}

function glyph(shape: GlyphShape, { pen }: SvgSheet): string {
  const { isFilled, segments, strokePx } = placedGlyph(shape)
  const d = pathData(segments, pen)
  const width = written(pen, strokePx)
  if (!isFilled) {
    const inside = segments.at(-1)?.to === 'close' ? (shape.ground ?? 'none') : 'none'
    return `<path d="${d}" fill="${inside}" stroke="${shape.colour}" stroke-width="${width}"/>`
  }
  const rim = shape.ground === undefined ? '' : ` stroke="${shape.ground}" stroke-width="${width}" paint-order="stroke"`
  return `<path d="${d}" fill="${shape.colour}"${rim}/>`
}

const RIM_PX = 3

function text(shape: TextShape, sheet: SvgSheet): string {
  const { runs, baselinePx, font, colour, halo } = shape
  const { pen, outlineRun } = sheet
  const rim =
    halo === undefined
      ? ''
      : ` stroke="${halo}" stroke-width="${written(pen, RIM_PX)}" stroke-linejoin="round" paint-order="stroke"`
  const language = sheet.language === 'both' && runs.some(({ script }) => script === 'han') ? ' lang="zh-Hant"' : ''
  if (outlineRun !== null) {
    const d = runs.map((run) => outlineRun(run, font, baselinePx, pen)).join('')
    const letters = d === '' ? '' : `<path d="${d}" fill="${colour}"${rim}/>`
    if (!sheet.isRead) return letters
    return `<g role="img" aria-label="${escapeXml(runs.map((run) => run.text).join(''))}"${language}>${letters}</g>`
  }
  // A run with a place of its own is shaped on its own: the renderer cannot swap its neighbour's font.
  const spans = runs
    .map((run) => `<tspan x="${written(pen, run.xPx)}" class="${run.script}">${escapeXml(run.text)}</tspan>`)
    .join('')
  const set = `font-size="${written(pen, font.sizePx)}" font-weight="${String(font.weight)}"`
  return `<text y="${written(pen, baselinePx)}" ${set} fill="${colour}"${rim}${language}>${spans}</text>`
}
