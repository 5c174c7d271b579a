import type { InParts } from '../../domain/model/in-parts'
import { LaneKeeper } from '../../domain/layout/lane-keeper'
import type { Lane, TimelineItem } from '../../domain/layout/timeline-item'
import type { Document } from '../../domain/model/document'
import type { Grouping } from '../../domain/model/view'
import { AtRest } from '../idle/at-rest'

const AFTER_MS = 2_000

/** The lanes of a grouping; when nothing has been changed or moved for a while, those of the others are made ready. */
export class ReadyGroupings {
  private readonly keeper = new LaneKeeper()
  private preparing: InParts<void> | null = null
  private readonly atRest = new AtRest(AFTER_MS, () => {
    if (this.preparing?.next().done === false) return true
    this.preparing = null
    return false
  })

  lanes(document: Document, items: readonly TimelineItem[], grouping: Grouping): readonly Lane[] {
    return this.keeper.lanes(document, items, grouping)
  }

  /** Makes ready in parts what is to be shown soon. */
  *readying(document: Document, items: readonly TimelineItem[], grouping: Grouping): InParts<void> {
    // Of what is shown now the other groupings will hardly be asked for any more.
    this.preparing = null
    yield* this.keeper.readying(document, items, grouping)
  }

  changed(document: Document, items: readonly TimelineItem[]): void {
    this.preparing = this.keeper.preparing(document, items)
    this.atRest.begin()
  }

  /** A picture that moves needs all of its frames. */
  moved(): void {
    this.atRest.postpone()
  }

  dispose(): void {
    this.atRest.stop()
  }
}
