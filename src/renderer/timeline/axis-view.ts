import type { FontSpec, TextMeasurer } from '../../domain/layout/timeline-item'
import type { Locale } from '../../domain/model/names'
import type { TimeWindow } from '../../domain/model/view'
import { axisTicks, type AxisTick } from '../../domain/time/axis-ticks'

const MAJOR_FONT: FontSpec = { sizePx: 12, weight: 600 }
const MINOR_FONT: FontSpec = { sizePx: 12, weight: 500 }
const LABEL_INSET_PX = 7

/** Elements of one sort that are used again from frame to frame. */
class Pool {
  private readonly elements: HTMLElement[] = []
  private used = 0

  constructor(private readonly parent: HTMLElement) {}

  begin(): void {
    this.used = 0
  }

  next(className: string, text: string, xPx: number): void {
    let element = this.elements[this.used]
    if (element === undefined) {
      element = document.createElement('div')
      element.ariaHidden = 'true'
      this.elements.push(element)
      this.parent.append(element)
    }
    this.used++
    if (element.className !== className) element.className = className
    if (element.textContent !== text) element.textContent = text
    element.style.transform = `translateX(${String(Math.round(xPx * 2) / 2)}px)`
    if (element.hidden) element.hidden = false
  }

  end(): void {
    for (let index = this.used; index < this.elements.length; index++) {
      const element = this.elements[index]
      if (element !== undefined) element.hidden = true
    }
  }
}

export interface AxisElements {
  readonly axis: HTMLElement
  readonly grid: HTMLElement
  readonly today: HTMLElement
  readonly todayFlag: HTMLElement
}

/** The axis, its grid lines and the line at today: drawn afresh for every frame from the window. */
export class AxisView {
  private readonly ticks: Pool
  private readonly lines: Pool

  constructor(
    private readonly elements: AxisElements,
    public measurer: TextMeasurer,
  ) {
    this.ticks = new Pool(elements.axis)
    this.lines = new Pool(elements.grid)
  }

  draw(window: TimeWindow, widthPx: number, locale: Locale, todayDay: number): void {
    const pxPerDay = widthPx / (window.endDay - window.startDay)
    const x = (day: number): number => (day - window.startDay) * pxPerDay
    const { major, minor } = axisTicks({
      ...window,
      widthPx,
      locale,
      measure: (text) => this.measurer.widthPx(text, MAJOR_FONT) + LABEL_INSET_PX,
    })
    this.ticks.begin()
    this.lines.begin()
    for (const tick of major) this.drawMajor(tick, x)
    for (const tick of minor) this.drawMinor(tick, x)
    this.ticks.end()
    this.lines.end()

    const todayPx = x(todayDay)
    const { today, todayFlag } = this.elements
    for (const element of [today, todayFlag]) element.hidden = todayPx < 0 || todayPx > widthPx
    today.style.transform = `translateX(${String(todayPx)}px)`
    const flagWidth = this.measurer.widthPx(todayFlag.textContent, MINOR_FONT) + 12
    todayFlag.style.transform = `translateX(${String(Math.min(todayPx, widthPx - flagWidth))}px)`
  }

  /** The label of the first cell sticks to the left edge until the next cell pushes it out. */
  private drawMajor(tick: AxisTick, x: (day: number) => number): void {
    const left = x(tick.day)
    if (left < 0) this.ticks.next('tick tick-major tick-first', tick.label, x(tick.labelDay))
    else {
      this.ticks.next('tick tick-major', tick.label, left)
      this.lines.next('grid-line grid-line-strong', '', left)
    }
  }

  private drawMinor(tick: AxisTick, x: (day: number) => number): void {
    const left = x(tick.day)
    if (left < 0) return
    this.ticks.next('tick tick-minor', tick.label, left)
    this.lines.next(tick.emphasis ? 'grid-line grid-line-strong' : 'grid-line', '', left)
  }
}
