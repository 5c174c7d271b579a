import type { LaneContent } from '../../lanes/lane-content'
import { pointIsIn } from './chart-content'
import type { Page } from '../page'

/** A box that text or a mark takes. */
export interface TakenBox {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

export const touches = (a: TakenBox, b: TakenBox, padPx = 0): boolean =>
  a.left < b.right + padPx && b.left < a.right + padPx && a.top < b.bottom + padPx && b.top < a.bottom + padPx

/** Days and values of a lane as places on the page. */
export class LanePlot {
  constructor(
    readonly page: Page,
    readonly content: LaneContent,
    readonly topPx: number,
    readonly bottomPx: number,
  ) {}

  /** Where a day's own mark stands: in the middle of it. */
  markX(day: number): number {
    return this.page.xOf(day + 0.5)
  }

  y(value: number): number {
    return this.bottomPx - this.content.scale.at(value) * (this.bottomPx - this.topPx)
  }

  /** A place across the page, moved to the edge of the plot where it lies outside. */
  within(xPx: number): number {
    return Math.min(Math.max(xPx, this.page.plotLeftPx), this.page.plotRightPx)
  }

  ticks(): readonly number[] {
    return this.content.ticks(this.bottomPx - this.topPx)
  }

  /** The points that stand in the window, with their places. */
  points() {
    return this.content.points
      .filter((point) => pointIsIn(point, this.page.spec.window))
      .map((point) => ({ point, x: this.markX(point.date.last), y: this.y(point.value) }))
  }

  /** The steps as lines across and up, thin boxes that names keep clear of. */
  strokes(lineEndDay: number): TakenBox[] {
    return this.content.lines.flatMap(({ steps }) =>
      steps.flatMap(({ from, value }, at): TakenBox[] => {
        const next = steps[at + 1]
        const [x1, x2] = [this.markX(from), this.markX(next?.from ?? Math.max(lineEndDay, from))]
        if (value === null || x2 < this.page.plotLeftPx || x1 > this.page.plotRightPx) return []
        const [left, right, y] = [this.within(x1), this.within(x2), this.y(value)]
        const nextValue = next?.value ?? null
        const level = { left, right, top: y - 0.5, bottom: y + 0.5 }
        if (nextValue === null) return [level]
        const [top, bottom] = [y, this.y(nextValue)].sort((a, b) => a - b)
        return [level, { left: right - 0.5, right: right + 0.5, top: top ?? y, bottom: bottom ?? y }]
      }),
    )
  }

  /** The limits in force in the window: their certain days, and those on which they may have begun or ended. */
  limits() {
    const { endDay } = this.page.spec.window
    const { page } = this
    return this.content.limits.flatMap((run) => {
      const { from, to, limit } = run
      const [mayBegin, begins] = [page.xOf(from.first), page.xOf(from.last)].map((x) => this.within(x))
      const ends = this.within(to === null ? page.xOf(endDay) : page.xOf(to.first))
      const mayEnd = this.within(to === null ? page.xOf(endDay) : page.xOf(to.last))
      if (mayBegin === undefined || begins === undefined || mayEnd - mayBegin < 0.5) return []
      return [{ run, y: this.y(limit), mayBegin, begins, ends, mayEnd }]
    })
  }
}
