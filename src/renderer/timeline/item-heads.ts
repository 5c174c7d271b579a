import { GLYPH_PX, LABEL_GAP_PX } from '../../domain/layout/footprint'
import type { TimeWindow } from '../../domain/model/view'
import { MARK_PX, type Stage } from './stage'

const INSET_PX = 8

/**
 * Slides glyph and label of a bar, or the count of a mark, that begins left of the window along it,
 * so that they stay in view, but never past the bar's own end, where the next item of the row may stand.
 */
export function keepHeadsInView(canvas: HTMLElement, stage: Stage, window: TimeWindow, widthPx: number): void {
  const pxPerDay = widthPx / (window.endDay - window.startDay)
  const shifts = new Map<string, number>()
  for (const { lane, startDay, drawn } of stage.items) {
    if (drawn.kind !== 'item') continue
    const { item, labelWidthPx } = drawn.placed
    const barLeft = (Math.max(item.extent.earliest, startDay) - window.startDay) * pxPerDay
    const barRight = (item.extent.latest - window.startDay) * pxPerDay
    const headWidth = GLYPH_PX + LABEL_GAP_PX + labelWidthPx + INSET_PX
    const shift = Math.max(0, Math.min(INSET_PX - barLeft, barRight - barLeft - headWidth))
    shifts.set(`${item.record}\n${lane}`, barLeft < INSET_PX ? shift : 0)
  }
  const marks = new Map(stage.items.filter(({ drawn }) => drawn.kind === 'mark').map((staged) => [staged.key, staged]))
  for (const element of canvas.querySelectorAll<HTMLElement>('.mark')) {
    const mark = marks.get(element.dataset['mark'] ?? '')
    const count = element.querySelector<HTMLElement>('.mark-count')
    if (mark === undefined || count === null) continue
    const left = (mark.startDay - window.startDay) * pxPerDay
    const right = (mark.endDay - window.startDay) * pxPerDay
    const shift = Math.max(0, Math.min(INSET_PX - left, right - left - MARK_PX))
    count.style.transform = shift === 0 ? '' : `translateX(${String(shift)}px)`
  }
  for (const element of canvas.querySelectorAll<HTMLElement>('.item')) {
    const shift = shifts.get(`${element.dataset['record'] ?? ''}\n${element.dataset['lane'] ?? ''}`) ?? 0
    const head = element.querySelector<HTMLElement>('.head')
    if (head !== null) head.style.transform = shift === 0 ? '' : `translateX(${String(shift)}px)`
  }
}
