import type { TimeWindow } from '../model/view'
import type { Extent } from './timeline-item'

/** Whether any part of an extent, its lead included, can be seen in the window. */
export function meetsWindow(extent: Extent, { startDay, endDay }: TimeWindow): boolean {
  return (extent.leadFrom ?? extent.earliest) < endDay && extent.latest > startDay
}
