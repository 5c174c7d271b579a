import type { TimelineItem } from '../layout/timeline-item'
import type { TimeWindow } from '../model/view'
import { civilDateOf, dayNumberOf, type DayNumber } from '../time/day-number'

/** Share of the items before and after the window: the few early and far-off dates that press the rest together. */
const EARLY_SHARE = 0.06
const LATE_SHARE = 0.025

/** First day of the quarter that holds the day, or of a later quarter. */
function quarterStart(day: DayNumber, quartersLater: number): DayNumber {
  const { year, month } = civilDateOf(day)
  const quarter = year * 4 + Math.floor((month - 1) / 3) + quartersLater
  return dayNumberOf({ year: Math.floor(quarter / 4), month: (quarter - Math.floor(quarter / 4) * 4) * 3 + 1, day: 1 })
}

/**
 * The window of a figure for which none was asked: the whole quarters in which most of the document
 * happens. Undefined where there is nothing to show.
 */
export function figureWindow(items: readonly TimelineItem[]): TimeWindow | undefined {
  const days = items.map(({ extent }) => extent.earliest).sort((a, b) => a - b)
  const first = days[Math.floor(days.length * EARLY_SHARE)]
  const last = days[Math.min(days.length - 1, Math.floor(days.length * (1 - LATE_SHARE)))]
  if (first === undefined || last === undefined) return undefined
  return { startDay: quarterStart(first, 0), endDay: quarterStart(last, 1) }
}
