import type { Scene } from './scene'
import { Gradients } from './svg-gradients'
import { escapeXml, svgOfShape, type OutlineRun, type SvgSheet } from './svg-marks'
import { FILE_PEN } from './svg-pen'
import type { Script } from './text-runs'

/** The font families that ship with the app; outside of it a reader's own stand in. */
export const FONT_FAMILIES: Readonly<Record<Script, string>> = {
  latin: "Inter, 'Helvetica Neue', Arial, sans-serif",
  han: "'Noto Sans TC', 'PingFang TC', 'Microsoft JhengHei', sans-serif",
}

/** The namespace of what the program itself reads in a figure; a name, not an address. */
export const FIGURE_NAMESPACE = 'urn:tapeline:figure'

export interface SvgParts {
  /** `@font-face` rules with the fonts in them; nothing else may stand here. */
  readonly fontFaces?: string
  /** Letters as outlines instead of text. */
  readonly outlineRun?: OutlineRun
  /** What the program reads back from the file: any text. */
  readonly mark?: string
}

/**
 * A scene as a whole SVG file, as large as its paper: no script, no style sheet from outside, no
 * reference to anything but itself; every text of a record is escaped. Text stands in the order it is
 * read. The same scene gives the same bytes. Throws when a shape has a place that is not a number.
 */
export function svgText(scene: Scene, { fontFaces = '', outlineRun, mark }: SvgParts = {}): string {
  const { language, background } = scene
  const gradients = new Gradients()
  const sheet: SvgSheet = { pen: FILE_PEN, gradients, language, outlineRun: outlineRun ?? null, isRead: true }
  const body = scene.shapes.map((shape) => svgOfShape(shape, sheet)).join('\n')
  const spoken = language === 'both' ? 'en' : language
  const size = `width="${length(scene.widthPt)}pt" height="${length(scene.heightPt)}pt"`
  const box = `viewBox="0 0 ${length(scene.widthPx)} ${length(scene.heightPx)}" preserveAspectRatio="none"`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} ${box} lang="${spoken}" xml:lang="${spoken}" role="graphics-document document" aria-labelledby="title" aria-describedby="description">`,
    `<title id="title">${escapeXml(scene.title)}</title>`,
    `<desc id="description">${escapeXml(scene.description)}</desc>`,
    ...(mark === undefined ? [] : [metadata(mark)]),
    ...(outlineRun === undefined ? [styleOf(fontFaces)] : []),
    gradients.definitions(),
    ...(background === null ? [] : [`<rect width="100%" height="100%" fill="${background}"/>`]),
    body,
    '</svg>',
    '',
  ].join('\n')
}

/** Ligatures are off: `->` stays what was typed, and every renderer sets letters as wide as they were measured. */
function styleOf(fontFaces: string): string {
  const latin = `.latin{font-family:${FONT_FAMILIES.latin}}`
  const han = `.han{font-family:${FONT_FAMILIES.han};font-kerning:none}`
  return `<style>${fontFaces}text{white-space:pre;font-variant-ligatures:none;text-rendering:geometricPrecision}${latin}${han}</style>`
}

const metadata = (mark: string): string =>
  `<metadata><figure xmlns="${FIGURE_NAMESPACE}">${escapeXml(mark)}</figure></metadata>`

/** Four decimals at most: a size that is off by more would show at 16,384 pixels. */
const length = (value: number): string => String(Math.round(value * 10_000) / 10_000)
