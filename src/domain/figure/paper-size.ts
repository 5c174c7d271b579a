import type { FigureSettings, Paper, PaperUnit } from '../model/figure-settings'

const PT_PER_UNIT: Readonly<Record<PaperUnit, number>> = { mm: 72 / 25.4, in: 72, px: 0.75 }
const PX_PER_PT = 96 / 72

/** The type size at which one px of the layout is one CSS px of the paper: labels of 12 px. */
const LAYOUT_TYPE_PT = 9

/** Width and height of a paper in pt (72 to the inch); a height of `auto` is null. */
export function paperPt({ width, height, unit }: Paper): {
  readonly widthPt: number
  readonly heightPt: number | null
} {
  const factor = PT_PER_UNIT[unit]
  return { widthPt: width * factor, heightPt: height === 'auto' ? null : height * factor }
}

/** On less than this a figure cannot be laid out: it is drawn with smaller type than was asked for. */
const LEAST_WIDTH_PX = 300
const LEAST_HEIGHT_PX = 240

/** How many pt of the paper one px of the layout is: larger type means fewer px on the same paper. */
export function ptPerPx({ paper, typePt }: Pick<FigureSettings, 'paper' | 'typePt'>): number {
  const { widthPt, heightPt } = paperPt(paper)
  const asked = typePt / LAYOUT_TYPE_PT / PX_PER_PT
  return Math.min(asked, widthPt / LEAST_WIDTH_PX, (heightPt ?? Infinity) / LEAST_HEIGHT_PX)
}

/** The paper in px of the layout. */
export function layoutSizeOf(settings: Pick<FigureSettings, 'paper' | 'typePt'>): {
  readonly widthPx: number
  readonly heightPx: number | null
} {
  const { widthPt, heightPt } = paperPt(settings.paper)
  const factor = ptPerPx(settings)
  return { widthPx: widthPt / factor, heightPx: heightPt === null ? null : heightPt / factor }
}

/** The size of a PNG: whole pixels, at least one. */
export function pixelSizeOf(
  size: { readonly widthPt: number; readonly heightPt: number },
  dpi: number,
): { readonly width: number; readonly height: number } {
  const pixels = (pt: number): number => Math.max(1, Math.round((pt / 72) * dpi))
  return { width: pixels(size.widthPt), height: pixels(size.heightPt) }
}
