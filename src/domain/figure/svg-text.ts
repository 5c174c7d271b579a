import type { FontSpec } from '../layout/timeline-item'
import { assertNever } from '../model/exhaustive'
import { xmlSafe } from './clean-text'
import { GLYPH_BOX, GLYPH_OF_KIND } from './kind-marks'
import type { FadeStop, Fill, GlyphShape, PathShape, Scene, Shape, TextShape } from './scene'
import type { Script } from './text-runs'

/** The font families that ship with the app; outside of it a reader's own stand in. */
export const FONT_FAMILIES: Readonly<Record<Script, string>> = {
  latin: "Inter, 'Helvetica Neue', Arial, sans-serif",
  han: "'Noto Sans TC', 'PingFang TC', 'Microsoft JhengHei', sans-serif",
}

const escape = (text: string): string =>
  xmlSafe(text)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;')

/** At most two decimals, never `-0` and never an exponent, so that equal scenes give equal text. */
function number(value: number): string {
  if (!Number.isFinite(value)) throw new Error(`not a place on a page: ${String(value)}`)
  const text = value.toFixed(2).replace(/\.?0+$/, '')
  return text === '-0' ? '0' : text
}

/** Gradients by what they look like, so that each is written once. */
class Fades {
  private readonly ids = new Map<string, string>()

  idOf(colour: string, stops: readonly FadeStop[]): string {
    const body = stops
      .map(
        ({ at, opacity }) =>
          `<stop offset="${at.toFixed(4)}" stop-color="${colour}" stop-opacity="${opacity.toFixed(3)}"/>`,
      )
      .join('')
    const known = this.ids.get(body)
    if (known !== undefined) return known
    const id = `fade${String(this.ids.size + 1)}`
    this.ids.set(body, id)
    return id
  }

  definitions(): string {
    return [...this.ids].map(([body, id]) => `<linearGradient id="${id}">${body}</linearGradient>`).join('\n')
  }
}

function fill({ colour, opacity, fade }: Fill, fades: Fades): string {
  if (fade !== undefined) return `fill="url(#${fades.idOf(colour, fade)})"`
  return opacity === undefined || opacity === 1
    ? `fill="${colour}"`
    : `fill="${colour}" fill-opacity="${number(opacity)}"`
}

function path({ segments, colour, widthPx, dashPx, fill: inside }: PathShape, fades: Fades): string {
  const d = segments.map((segment) => {
    if (segment.to === 'close') return 'Z'
    const end = `${number(segment.x)} ${number(segment.y)}`
    if (segment.to !== 'curve') return `${segment.to === 'move' ? 'M' : 'L'}${end}`
    return `C${number(segment.x1)} ${number(segment.y1)} ${number(segment.x2)} ${number(segment.y2)} ${end}`
  })
  const dash = dashPx === undefined ? '' : ` stroke-dasharray="${dashPx.map(number).join(' ')}"`
  const pen = colour === undefined ? '' : ` stroke="${colour}" stroke-width="${number(widthPx ?? 1)}"${dash}`
  return `<path d="${d.join('')}" ${inside === undefined ? 'fill="none"' : fill(inside, fades)}${pen}/>`
}

function glyph({ kind, centreXPx, centreYPx, sizePx, colour, ground }: GlyphShape): string {
  const { path, filled } = GLYPH_OF_KIND[kind]
  const scale = sizePx / GLYPH_BOX
  const place = `translate(${number(centreXPx - sizePx / 2)} ${number(centreYPx - sizePx / 2)})${scale === 1 ? '' : ` scale(${number(scale)})`}`
  if (filled) {
    const rim = ground === undefined ? '' : ` stroke="${ground}" stroke-width="1.5" paint-order="stroke"`
    return `<path transform="${place}" d="${path}" fill="${colour}"${rim}/>`
  }
  const inside = path.endsWith('z') ? (ground ?? 'none') : 'none'
  return `<path transform="${place}" d="${path}" fill="${inside}" stroke="${colour}" stroke-width="1.5"/>`
}

function text({ runs, baselinePx, font, colour, halo }: TextShape): string {
  const rim =
    halo === undefined ? '' : ` stroke="${halo}" stroke-width="3" stroke-linejoin="round" paint-order="stroke"`
  // A run with a place of its own is shaped on its own: the renderer cannot swap its neighbour's font.
  const spans = runs
    .map((run) => `<tspan x="${number(run.xPx)}" class="${run.script}">${escape(run.text)}</tspan>`)
    .join('')
  return `<text y="${number(baselinePx)}" ${fontAttributes(font)} fill="${colour}"${rim}>${spans}</text>`
}

const fontAttributes = ({ sizePx, weight }: FontSpec): string =>
  `font-size="${number(sizePx)}" font-weight="${String(weight)}"`

function svgOf(shape: Shape, fades: Fades): string {
  switch (shape.shape) {
    case 'rect': {
      const radius = shape.radiusPx === undefined ? '' : ` rx="${number(shape.radiusPx)}"`
      return `<rect x="${number(shape.xPx)}" y="${number(shape.yPx)}" width="${number(shape.widthPx)}" height="${number(shape.heightPx)}"${radius} ${fill(shape.fill, fades)}/>`
    }
    case 'line': {
      const dash = shape.dashPx === undefined ? '' : ` stroke-dasharray="${shape.dashPx.map(number).join(' ')}"`
      return `<path d="M${number(shape.x1Px)} ${number(shape.y1Px)}L${number(shape.x2Px)} ${number(shape.y2Px)}" stroke="${shape.colour}" stroke-width="${number(shape.widthPx)}"${dash}/>`
    }
    case 'path':
      return path(shape, fades)
    case 'glyph':
      return glyph(shape)
    case 'text':
      return text(shape)
    case 'item': {
      const parts = shape.parts.map((part) => svgOf(part, fades)).join('')
      return `<g data-record="${escape(shape.record)}" data-lane="${escape(shape.lane)}"><title>${escape(shape.title)}</title>${parts}</g>`
    }
    case 'count': {
      const parts = shape.parts.map((part) => svgOf(part, fades)).join('')
      return `<g data-lane="${escape(shape.lane)}"><title>${escape(shape.title)}</title>${parts}</g>`
    }
    default:
      return assertNever(shape)
  }
}

/**
 * A scene as a whole SVG file: no script, no style sheet from outside, no reference to anything but
 * itself; every text of a record is escaped. The same scene gives the same bytes.
 * Throws when a shape has a place that is not a number.
 */
export function svgText(scene: Scene): string {
  const fades = new Fades()
  const body = scene.shapes.map((shape) => svgOf(shape, fades)).join('\n')
  const size = `width="${number(scene.widthPx)}" height="${number(scene.heightPx)}"`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} viewBox="0 0 ${number(scene.widthPx)} ${number(scene.heightPx)}" xml:lang="${scene.language === 'both' ? 'en' : scene.language}" role="img" aria-labelledby="title description">`,
    `<title id="title">${escape(scene.title)}</title>`,
    `<desc id="description">${escape(scene.description)}</desc>`,
    `<style>text{white-space:pre}.latin{font-family:${FONT_FAMILIES.latin}}.han{font-family:${FONT_FAMILIES.han}}</style>`,
    `<defs>\n${fades.definitions()}\n</defs>`,
    ...(scene.background === null ? [] : [`<rect width="100%" height="100%" fill="${scene.background}"/>`]),
    body,
    '</svg>',
    '',
  ].join('\n')
}
