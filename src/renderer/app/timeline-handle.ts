import type { TimelineItem } from '../../domain/layout/timeline-item'
import type { Document } from '../../domain/model/document'
import type { InParts } from '../../domain/model/in-parts'
import type { TimeWindow } from '../../domain/model/view'

/** What the shell may ask of the timeline. */
export interface TimelineHandle {
  fitAll(): void
  fitItems(records: readonly string[]): void
  reveal(record: string): void
  /** Over 1: closer. `aboutDay` stays where it is on the screen; else the middle does. */
  zoomBy(factor: number, aboutDay?: number): void
  panBy(part: number): void
  /** Shows a window; `smooth`: by moving there. */
  show(window: TimeWindow, smooth: boolean): void
  goTo(startDay: number, endDay?: number): void
  currentWindow(): TimeWindow | undefined
  /** The width in px of the part in which time is drawn. */
  areaWidthPx(): number
  focus(): void
  /** Works out in parts how a document is drawn that is shown soon. */
  readying(document: Document, items: readonly TimelineItem[]): InParts<void>
}
