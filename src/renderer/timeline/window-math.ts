import type { TimelineItem } from '../../domain/layout/timeline-item'
import type { TimeWindow } from '../../domain/model/view'

const HOUR = 1 / 24
/** From a few hours to four centuries. */
export const NARROWEST_DAYS = 3 * HOUR
export const WIDEST_DAYS = 400 * 365.25

/** Room left and right of what is fitted, as a part of its width. */
const FIT_MARGIN = 0.04
const NARROWEST_FIT_DAYS = 14

export const widthOf = (window: TimeWindow): number => window.endDay - window.startDay

/** Keeps a window between the narrowest and the widest, about its own centre. */
export function withinLimits(window: TimeWindow): TimeWindow {
  const width = Math.min(Math.max(widthOf(window), NARROWEST_DAYS), WIDEST_DAYS)
  if (width === widthOf(window)) return window
  const centre = (window.startDay + window.endDay) / 2
  return { startDay: centre - width / 2, endDay: centre + width / 2 }
}

/** Zooms about a day, which stays where it is on the screen. `factor` over 1 shows less time. */
export function zoomed(window: TimeWindow, factor: number, aboutDay: number): TimeWindow {
  const width = Math.min(Math.max(widthOf(window) / factor, NARROWEST_DAYS), WIDEST_DAYS)
  const part = (aboutDay - window.startDay) / widthOf(window)
  const startDay = aboutDay - part * width
  return { startDay, endDay: startDay + width }
}

/** Moves by a part of the window's width. */
export function panned(window: TimeWindow, part: number): TimeWindow {
  const days = widthOf(window) * part
  return { startDay: window.startDay + days, endDay: window.endDay + days }
}

/** A window that shows both days with some room; never narrower than two weeks. */
export function around(startDay: number, endDay: number): TimeWindow {
  const width = Math.max((endDay - startDay) * (1 + 2 * FIT_MARGIN), NARROWEST_FIT_DAYS)
  const centre = (startDay + endDay) / 2
  return withinLimits({ startDay: centre - width / 2, endDay: centre + width / 2 })
}

/** A window over all the items; undefined when there is none. An open end counts up to its last date. */
export function windowOver(items: readonly TimelineItem[]): TimeWindow | undefined {
  let [start, end] = [Infinity, -Infinity]
  for (const { extent } of items) {
    start = Math.min(start, extent.leadFrom ?? extent.earliest)
    end = Math.max(end, extent.openEnd ? extent.solidFrom : extent.latest)
  }
  return start > end ? undefined : around(start, end)
}

/**
 * What a workspace opens on: the years in which most of it happens, without the few early and the
 * few far-off dates that would press the rest together.
 */
export function openingWindow(items: readonly TimelineItem[]): TimeWindow | undefined {
  const days = items.map(({ extent }) => extent.earliest).sort((a, b) => a - b)
  const first = days[Math.floor(days.length * 0.08)]
  const last = days[Math.min(days.length - 1, Math.floor(days.length * 0.975))]
  return first === undefined || last === undefined ? undefined : around(first, Math.max(last, first + 30))
}

const EMPTY_DAYS = 365

/** What is shown where there is nothing: a year and a half about today. */
export function emptyWindow(todayDay: number): TimeWindow {
  return { startDay: todayDay - EMPTY_DAYS, endDay: todayDay + EMPTY_DAYS / 2 }
}

const WIDEST_ABOUT_A_DAY = 120

/** A window on a span, or with a day in its middle that is no wider than a season. */
export function windowAt(shown: TimeWindow, startDay: number, endDay?: number): TimeWindow {
  if (endDay !== undefined && endDay - startDay > 1) return around(startDay, endDay)
  const width = Math.min(widthOf(shown), WIDEST_ABOUT_A_DAY)
  return withinLimits({ startDay: startDay + 0.5 - width / 2, endDay: startDay + 0.5 + width / 2 })
}

/**
 * The window moved so that an item can be seen with its label, at the same scale; null where it can be
 * already. Of a long bar any good part will do.
 */
export function broughtIntoView(shown: TimeWindow, { extent, shape }: TimelineItem): TimeWindow | null {
  const width = widthOf(shown)
  const { earliest, latest } = extent
  const barShows = shape === 'span' && earliest < shown.endDay - width * 0.2 && latest > shown.startDay + width * 0.1
  const beginShows = earliest > shown.startDay + width * 0.04 && earliest < shown.endDay - width * 0.25
  if (barShows || beginShows) return null
  return { startDay: earliest - width * 0.35, endDay: earliest + width * 0.65 }
}
