import { PAPER_PRESETS, type PaperPresetName } from '../../domain/figure/paper-presets'
import { paperPt, pixelSizeOf } from '../../domain/figure/paper-size'
import type { FigureSettings, Paper, PaperUnit } from '../../domain/model/figure-settings'

export const PAPER_NAMES = Object.keys(PAPER_PRESETS) as readonly PaperPresetName[]

/** The preset that a paper is, and nothing where its size was typed. */
export function presetOf(paper: Paper): PaperPresetName | null {
  const same = (other: Paper): boolean =>
    other.width === paper.width && other.height === paper.height && other.unit === paper.unit
  return PAPER_NAMES.find((name) => same(PAPER_PRESETS[name].paper)) ?? null
}

/** A preset brings the size of type that is read well on it. */
export function withPreset(settings: FigureSettings, name: PaperPresetName): FigureSettings {
  return { ...settings, ...PAPER_PRESETS[name] }
}

const UNITS_PER_INCH: Readonly<Record<PaperUnit, number>> = { mm: 25.4, in: 1, px: 96 }
const DIGITS: Readonly<Record<PaperUnit, number>> = { mm: 1, in: 3, px: 0 }

/** The same paper in another unit, to as many digits as one would write. */
export function inUnit({ width, height, unit }: Paper, to: PaperUnit): Paper {
  const factor = UNITS_PER_INCH[to] / UNITS_PER_INCH[unit]
  const rounded = (length: number): number => Number((length * factor).toFixed(DIGITS[to]))
  return { width: rounded(width), height: height === 'auto' ? 'auto' : rounded(height), unit: to }
}

/** The paper as high as what there is to show needs, or as high as the page is now (pt). */
export function withAutoHeight(paper: Paper, auto: boolean, heightPt: number): Paper {
  if (auto) return { ...paper, height: 'auto' }
  const height = (heightPt / 72) * UNITS_PER_INCH[paper.unit]
  return { ...paper, height: Number(height.toFixed(DIGITS[paper.unit])) }
}

/** How wide and high a picture of a paper is in a square of that side; one of no set height is drawn torn off. */
export function shapeOf(paper: Paper, side: number): { width: number; height: number; open: boolean } {
  const { widthPt, heightPt } = paperPt(paper)
  const [width, height] = [widthPt, heightPt ?? widthPt * 1.3]
  const scale = side / Math.max(width, height)
  return { width: Math.round(width * scale), height: Math.round(height * scale), open: heightPt === null }
}

/** Pixels of a PNG; the height is null until the page is drawn, where it hangs on what is shown. */
export function pixelsOf(
  { paper, dpi }: Pick<FigureSettings, 'paper' | 'dpi'>,
  drawnHeightPt: number | null,
): { readonly width: number; readonly height: number | null } {
  const { widthPt, heightPt } = paperPt(paper)
  const height = heightPt ?? drawnHeightPt
  const pixels = pixelSizeOf({ widthPt, heightPt: height ?? 72 }, dpi)
  return { width: pixels.width, height: height === null ? null : pixels.height }
}

/** A screen, a sharp screen, print, print of fine lines. */
export const DPI_CHOICES = [96, 192, 300, 600] as const
