import { TONES, type Tone } from '../../domain/figure/kind-marks'
import { countOf, overviewBarPx, type OverviewBins } from '../../domain/layout/overview'
import type { AxisTicks } from '../../domain/time/axis-ticks'
import { stripLabels } from './strip-labels'

export interface StripSize {
  readonly widthPx: number
  readonly heightPx: number
}

/** Px of the strip for each bin. */
export const BIN_PX = 3
const BAR_GAP_PX = 1
/** The row of years, at the top. */
const YEARS_PX = 16
const FOOT_PX = 3
/** How strongly a bar that stands for less than one is drawn at the least: it is as high as any that can be seen. */
const LEAST_OPACITY = 0.3
/** Between a line and its label, and behind a label. */
const LABEL_PX = 4

/** Draws bars and years in the colours that the style sheet has now. Once for a change of what there is, not for each frame. */
export function drawDensity(
  canvas: HTMLCanvasElement,
  { widthPx, heightPx }: StripSize,
  bins: OverviewBins<Tone>,
  ticks: AxisTicks,
  todayDay: number,
): void {
  const scale = devicePixelRatio
  canvas.width = Math.round(widthPx * scale)
  canvas.height = Math.round(heightPx * scale)
  const context = canvas.getContext('2d')
  if (context === null) return
  const style = getComputedStyle(canvas)
  const colour = (name: string): string => style.getPropertyValue(name)
  context.scale(scale, scale)
  const { range, counts, most } = bins
  const xOf = (day: number): number => ((day - range.startDay) / (range.endDay - range.startDay)) * widthPx

  context.font = `500 ${style.getPropertyValue('--text-xs')} ${style.fontFamily}`
  context.textBaseline = 'top'
  const { names, under } = stripLabels(ticks)
  const taken: { from: number; to: number }[] = []
  for (const { day, label, labelDay } of [...names, ...under]) {
    const line = Math.round(xOf(day))
    context.fillStyle = colour('--line')
    if (line >= 0) context.fillRect(line, 0, 1, heightPx)
    const from = Math.max(Math.round(xOf(labelDay)), 0) + LABEL_PX
    const to = from + context.measureText(label).width + LABEL_PX
    if (label === '' || xOf(labelDay) < -1 || taken.some((each) => from < each.to && each.from < to)) continue
    taken.push({ from, to })
    context.fillStyle = colour('--text-tertiary')
    context.fillText(label, from, 3)
  }

  const room = heightPx - YEARS_PX - FOOT_PX
  const binCount = counts[TONES[0]].length
  for (let bin = 0; bin < binCount; bin += 1) {
    const all = countOf(counts, bin)
    let bottom = heightPx - FOOT_PX
    const height = overviewBarPx(all, most, room)
    context.globalAlpha = Math.min(Math.max(all, LEAST_OPACITY), 1)
    for (const tone of TONES) {
      const part = (height * (counts[tone][bin] ?? 0)) / all
      if (!(part > 0)) continue
      context.fillStyle = colour(`--tone-${tone}`)
      context.fillRect(bin * BIN_PX, bottom - part, BIN_PX - BAR_GAP_PX, part)
      bottom -= part
    }
  }

  context.globalAlpha = 1
  context.fillStyle = colour('--accent')
  context.fillRect(Math.round(xOf(todayDay)), 0, 1.5, heightPx)
}
