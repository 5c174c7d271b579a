import type { VendorSign } from '../../domain/lanes/vendor-signs'
import type { AxisTicks } from '../../domain/time/axis-ticks'
import type { PlotLine, PlotPoint } from '../../domain/lanes/lane-content'
import { shapePath } from '../../domain/lanes/point-shapes'
import type { Plot } from './plot-geometry'

/** What a drawing needs beside the plot: the colours of the theme, the axis, and what is in the foreground. */
export interface LaneLook {
  readonly ticks: AxisTicks
  readonly todayDay: number
  readonly signs: ReadonlyMap<string, VendorSign>
  /** Only this vendor is drawn strongly; null for all. */
  readonly only: string | null
  readonly colour: (name: string) => string
  readonly font: string
  readonly nameOf: (chip: string) => string
  readonly limitLabel: (run: Plot['content']['limits'][number]) => string
}

const POINT_PX = 4
const FAINT = 0.18
const SPAN_PX = 5
const LABEL_GAP_PX = 6
const LABEL_HEIGHT_PX = 13

interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/**
 * Draws a lane for one frame. Nothing of it is kept: what moves with time is drawn where the window says. `free`:
 * stretches that are kept free of names, for what stands over the lane there.
 */
export function drawLane(
  context: CanvasRenderingContext2D,
  plot: Plot,
  look: LaneLook,
  free: readonly { readonly fromPx: number; readonly toPx: number }[] = [],
): void {
  const { widthPx, heightPx } = plot.size
  context.clearRect(0, 0, widthPx, heightPx)
  context.font = look.font
  const taken: Box[] = free.map(({ fromPx, toPx }) => ({ left: fromPx, right: toPx, top: 0, bottom: heightPx }))
  drawGrid(context, plot, look)
  drawLimits(context, plot, look)
  for (const line of plot.content.lines) drawLine(context, plot, look, line)
  for (const point of plot.content.points) drawPoint(context, plot, look, point)
  nameLimits(context, plot, look, taken)
  namePoints(context, plot, look, taken)
}

export function colourNameOf(vendor: string, signs: LaneLook['signs']): string {
  const number = signs.get(vendor)?.colour ?? null
  return number === null ? '--text-tertiary' : `--vendor-${String(number + 1)}`
}

function colourOf(vendor: string, { signs, colour }: Pick<LaneLook, 'signs' | 'colour'>): string {
  return colour(colourNameOf(vendor, signs))
}

function drawGrid(context: CanvasRenderingContext2D, plot: Plot, { ticks, colour, todayDay }: LaneLook): void {
  const { widthPx, heightPx } = plot.size
  const line = (day: number, name: string): void => {
    const x = plot.x(day)
    if (x < 0 || x > widthPx) return
    context.fillStyle = colour(name)
    context.fillRect(Math.round(x * 2) / 2, 0, 1, heightPx)
  }
  for (const { day, emphasis } of ticks.minor) line(day, emphasis ? '--line' : '--line-faint')
  for (const { day } of ticks.major) line(day, '--line')
  context.fillStyle = colour('--line-faint')
  for (const value of plot.content.ticks(heightPx)) context.fillRect(0, Math.round(plot.y(value)), widthPx, 1)
  const today = plot.x(todayDay)
  if (today < 0 || today > widthPx) return
  context.fillStyle = colour('--accent')
  context.fillRect(Math.round(today), 0, 1.5, heightPx)
}

/** Dashed while in force, fading over the days on which it may have begun or ended. */
function drawLimits(context: CanvasRenderingContext2D, plot: Plot, look: LaneLook): void {
  const { widthPx } = plot.size
  const dash = (from: number, to: number, y: number, alpha: number): void => {
    const [left, right] = [Math.max(from, 0), Math.min(to, widthPx)]
    if (right <= left) return
    context.globalAlpha = alpha
    context.beginPath()
    context.moveTo(left, y)
    context.lineTo(right, y)
    context.stroke()
  }
  context.lineWidth = 1.25
  context.setLineDash([6, 3])
  for (const { limit, from, to, hypothetical } of plot.content.limits) {
    context.strokeStyle = look.colour(hypothetical ? '--note-violet' : '--tone-allowed')
    const y = Math.round(plot.y(limit)) + 0.5
    const end = to === null ? widthPx : plot.x(to.first)
    // Dashes that hang on the day of their beginning move with it.
    context.lineDashOffset = Math.max(-plot.x(from.first), 0) % 9
    dash(plot.x(from.first), plot.x(from.last), y, 0.4)
    dash(plot.x(from.last), end, y, 1)
    if (to !== null) dash(end, plot.x(to.last), y, 0.4)
  }
  context.setLineDash([])
  context.globalAlpha = 1
}

/** At the right end of a limit, or at the left where points are in the way there. */
function nameLimits(context: CanvasRenderingContext2D, plot: Plot, look: LaneLook, taken: Box[]): void {
  const points = plot.content.points.map(({ date, value }) => boxAbout(plot.markX(date.last), plot.y(value)))
  for (const run of plot.content.limits) {
    const from = Math.max(plot.x(run.from.last), 0) + LABEL_GAP_PX
    const to = (run.to === null ? plot.size.widthPx : Math.min(plot.x(run.to.first), plot.size.widthPx)) - LABEL_GAP_PX
    const text = look.limitLabel(run)
    const { width } = context.measureText(text)
    if (from + width > to) continue
    const places = [to - width, from].map((left) => boxOf(left, width, plot.y(run.limit) - 2))
    const free = places.filter((box) => !isTaken(box, taken))
    const best = free.find((box) => !isTaken(box, points)) ?? free[0]
    if (best === undefined) continue
    // Other limits are close by, and their dashes would run through it.
    context.globalAlpha = 0.85
    context.fillStyle = look.colour('--surface')
    context.fillRect(best.left - 2, best.top, width + 4, LABEL_HEIGHT_PX)
    context.globalAlpha = 1
    write(context, text, best, look.colour(run.hypothetical ? '--note-violet' : '--tone-allowed-ink'), look, taken)
  }
}

function drawLine(context: CanvasRenderingContext2D, plot: Plot, look: LaneLook, { vendor, steps }: PlotLine): void {
  const last = steps.at(-1)
  if (last === undefined) return
  const end = plot.markX(Math.max(look.todayDay, last.from))
  context.strokeStyle = vendor === null ? look.colour('--text-secondary') : colourOf(vendor, look)
  context.lineWidth = vendor === null ? 1.75 : 1.25
  context.globalAlpha = vendor === null ? (look.only === null ? 0.85 : FAINT) : isFaint(vendor, look) ? FAINT : 0.55
  for (const [at, { from, value, uncertain = false }] of steps.entries()) {
    const next = steps[at + 1]
    const [left, right] = [plot.markX(from), next === undefined ? end : plot.markX(next.from)]
    if (value === null || right < 0 || left > plot.size.widthPx) continue
    const y = plot.y(value)
    context.beginPath()
    context.setLineDash(uncertain ? [3, 3] : [])
    context.moveTo(Math.max(left, -2), y)
    context.lineTo(right, y)
    const nextValue = next?.value ?? null
    if (nextValue !== null) context.lineTo(right, plot.y(nextValue))
    context.stroke()
  }
  context.setLineDash([])
  context.globalAlpha = 1
}

const isFaint = (vendor: string, { only }: LaneLook): boolean => only !== null && only !== vendor

/** Filled where the day is known; else hollow, at the end of the days that it may have been. */
function drawPoint(context: CanvasRenderingContext2D, plot: Plot, look: LaneLook, point: PlotPoint): void {
  const { first, last } = point.date
  const [from, x, y] = [Math.max(plot.x(first), -SPAN_PX), plot.markX(last), plot.y(point.value)]
  if (x < -POINT_PX * 2 || from > plot.size.widthPx + POINT_PX * 2) return
  const colour = colourOf(point.vendor, look)
  const alpha = isFaint(point.vendor, look) ? FAINT : 1
  if (first < last) {
    const fade = context.createLinearGradient(from, 0, x, 0)
    fade.addColorStop(0, 'transparent')
    fade.addColorStop(0.35, colour)
    context.globalAlpha = alpha * 0.4
    context.fillStyle = fade
    context.fillRect(from, y - SPAN_PX / 2, x - from, SPAN_PX)
  }
  const shape = new Path2D(shapePath(look.signs.get(point.vendor)?.shape ?? 'circle', x, y, POINT_PX))
  context.globalAlpha = alpha
  context.fillStyle = first < last ? look.colour('--surface') : colour
  context.fill(shape)
  context.lineWidth = 1.25
  context.strokeStyle = first < last ? colour : look.colour('--surface')
  context.stroke(shape)
  context.globalAlpha = 1
}

/** The names of what led, latest first, where there is room. */
function namePoints(context: CanvasRenderingContext2D, plot: Plot, look: LaneLook, taken: Box[]): void {
  const colour = look.colour('--text-secondary')
  for (const { chip, vendor, date, value, leads } of [...plot.content.points].reverse()) {
    const x = plot.markX(date.last)
    if (!leads || isFaint(vendor, look) || x < 0 || x > plot.size.widthPx) continue
    const text = look.nameOf(chip)
    const { width } = context.measureText(text)
    const left = x - width - LABEL_GAP_PX < 0 ? x + LABEL_GAP_PX : x - width - LABEL_GAP_PX
    const box = boxOf(left, width, plot.y(value) - 4)
    if (!isTaken(box, taken)) write(context, text, box, colour, look, taken)
  }
}

const boxOf = (left: number, width: number, foot: number): Box => {
  const bottom = Math.max(foot, LABEL_HEIGHT_PX)
  return { left, right: left + width, top: bottom - LABEL_HEIGHT_PX, bottom }
}
const boxAbout = (x: number, y: number): Box => {
  return { left: x - POINT_PX, right: x + POINT_PX, top: y - POINT_PX, bottom: y + POINT_PX }
}
const isTaken = (box: Box, taken: readonly Box[]): boolean =>
  taken.some(
    (each) => box.left < each.right + 4 && each.left < box.right + 4 && box.top < each.bottom && each.top < box.bottom,
  )

/** Writes a label into its place, with a rim that sets it off from the lines behind it. */
function write(
  context: CanvasRenderingContext2D,
  text: string,
  box: Box,
  colour: string,
  look: LaneLook,
  taken: Box[],
): void {
  taken.push(box)
  context.lineJoin = 'round'
  context.lineWidth = 3
  context.strokeStyle = look.colour('--surface')
  context.strokeText(text, box.left, box.bottom - 3)
  context.fillStyle = colour
  context.fillText(text, box.left, box.bottom - 3)
}
