import { drawLane } from '../charts/draw-lane'
import { drawStatus } from '../charts/draw-status'
import { drawHead, rule } from '../charts/section-head'
import { drawTable } from '../comparison/draw-table'
import type { FigureContent } from '../figure-content'
import { drawGrid, drawTodayLine } from '../frame/draw-axis'
import type { Page } from '../page'
import type { Bookmark, Shape } from '../scene'
import { BEFORE_PX, laneSlot, STATUS_SLOT, type PartsPlan } from './plan-parts'

/** The numbers of sources at a place that is no name of a record. */
export type NumbersAt = (slot: string) => readonly number[]

/** Draws the metric lanes and status bars of a page from `topPx` down, on the axis of its rows. */
export function drawCharts(
  page: Page,
  { column, lanes, status }: PartsPlan,
  content: FigureContent,
  topPx: number,
  numbersAt: NumbersAt,
): { readonly shapes: Shape[]; readonly bookmarks: Bookmark[] } {
  const shapes: Shape[] = []
  const bookmarks: Bookmark[] = []
  const { palette } = page
  const ground = (fromPx: number, toPx: number): void => {
    shapes.push(...drawGrid(page, fromPx, toPx), ...drawTodayLine(page, fromPx, toPx))
  }
  let y = topPx
  if (lanes !== null) {
    y += BEFORE_PX
    bookmarks.push({ title: lanes.head.titleLines.join(' '), yPx: y })
    shapes.push(...drawHead(page, lanes.head, y, []))
    y += lanes.head.heightPx
    ground(y, y + lanes.planned.reduce((sum, { heightPx }) => sum + heightPx, 0))
    const signs = new Map((content.parts.lanes?.vendors ?? []).map(({ id, sign }) => [id, sign]))
    const lineEndDay = content.spec.todayDay ?? content.spec.window.endDay
    for (const { form, heightPx } of lanes.planned) {
      const numbers = numbersAt(laneSlot(form))
      shapes.push(
        rule(page, y, palette.rule),
        drawLane(
          page,
          form,
          column,
          { topPx: y, heightPx },
          {
            signs,
            document: content.document,
            lineEndDay,
            numbers,
          },
        ),
      )
      y += heightPx
    }
  }
  if (status !== null) {
    y += BEFORE_PX
    bookmarks.push({ title: status.head.titleLines.join(' '), yPx: y })
    shapes.push(...drawHead(page, status.head, y, numbersAt(STATUS_SLOT)))
    y += status.head.heightPx
    ground(y, y + status.forms.reduce((sum, { heightPx }) => sum + heightPx, 0))
    for (const form of status.forms) {
      shapes.push(rule(page, y, palette.rule), drawStatus(page, form, y))
      y += form.heightPx
    }
  }
  return { shapes, bookmarks }
}

/** Draws the comparison of a page from `topPx` down. */
export function drawComparison(page: Page, { table }: PartsPlan, topPx: number, numbersAt: NumbersAt): Shape[] {
  return table === null ? [] : drawTable(page, table.set, table.rows, topPx + BEFORE_PX, numbersAt)
}
