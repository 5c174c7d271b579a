import type { LaneBand } from '../../domain/layout/lane-place'
import type { TimeWindow } from '../../domain/model/view'
import { laneAtHeight } from './lane-bands'
import type { NewPlace } from './note-handling'
import type { Stage } from './stage'
import type { TimeArea } from './time-area'
import type { TimelineContent } from './timeline-content'

/** What the timeline shows at this moment, for all that draws over it or takes hold of it. */
export class Shown {
  constructor(
    private readonly area: TimeArea,
    private readonly now: {
      content(): TimelineContent
      window(): TimeWindow
      stage(): Stage | null
      bands(): ReadonlyMap<string, LaneBand>
    },
  ) {}

  get content(): TimelineContent {
    return this.now.content()
  }

  get window(): TimeWindow {
    return this.now.window()
  }

  get stage(): Stage | null {
    return this.now.stage()
  }

  get bands(): ReadonlyMap<string, LaneBand> {
    return this.now.bands()
  }

  get widthPx(): number {
    return this.area.widthPx
  }

  get pxPerDay(): number {
    return this.area.pxPerDay(this.window)
  }

  /** The day, with its fraction, under a place of the page. */
  dayAt(clientX: number): number {
    return this.area.dayAt(clientX, this.window)
  }

  /** Where a day is, in px of the page. */
  clientXOf(day: number): number {
    return this.area.clientXOf(day, this.window)
  }

  /** What is at a point of the drawn area, in px. */
  placeAt(x: number, y: number): NewPlace | null {
    const at = laneAtHeight(this.bands.values(), y)
    return at && { ...at, day: this.window.startDay + x / this.pxPerDay }
  }
}
