import { parseEdtf } from '../../domain/time/edtf'
import { dateInWords } from '../../domain/time/date-words'
import { edtfOfDay, precisionAtScale } from '../../domain/time/edtf-of-day'
import type { Locale } from '../../domain/model/names'
import type { Drag } from '../ui/pointer-drag'
import type { Tip } from './tip'

export interface AxisSpanHost {
  dayAt(clientX: number): number
  clientXOf(day: number): number
  pxPerDay(): number
  locale(): Locale
  /** A span was marked, in EDTF. */
  spanMarked(date: string): void
}

/** A drag along the axis with Shift: marks a span, at the precision that one can point at. */
export class AxisSpan implements Drag {
  private readonly band = document.createElement('div')
  /** Held by days, so that the picture may move on under the drag. */
  private readonly fromDay: number
  private toDay: number

  constructor(
    /** The layer under the items, as wide as the axis. */
    private readonly layer: HTMLElement,
    press: PointerEvent,
    private readonly tip: Tip,
    private readonly host: AxisSpanHost,
  ) {
    this.fromDay = this.toDay = host.dayAt(press.clientX)
    this.band.className = 'axis-span'
  }

  begin(): void {
    this.layer.append(this.band)
  }

  move(pointer: PointerEvent): void {
    this.toDay = this.host.dayAt(pointer.clientX)
    const { left, right } = this.layer.getBoundingClientRect()
    const [first = left, last = left] = this.days().map((day) => this.host.clientXOf(day))
    const [from, to] = [Math.max(first, left), Math.min(last, right)]
    this.band.style.left = `${String(from - left)}px`
    this.band.style.width = `${String(to - from)}px`
    const date = parseEdtf(this.date())
    if (date.ok)
      this.tip.now(
        { heading: dateInWords(date.value, this.host.locale()), lines: [] },
        pointer.clientX,
        pointer.clientY,
      )
  }

  end(): void {
    const date = this.date()
    this.cancel()
    this.host.spanMarked(date)
  }

  cancel(): void {
    this.band.remove()
    this.tip.hide()
  }

  private date(): string {
    const precision = precisionAtScale(this.host.pxPerDay())
    const [from = '', to = ''] = this.days().map((day) => edtfOfDay(Math.floor(day), precision))
    return from === to ? from : `${from}/${to}`
  }

  private days(): readonly [number, number] {
    return [Math.min(this.fromDay, this.toDay), Math.max(this.fromDay, this.toDay)]
  }
}
