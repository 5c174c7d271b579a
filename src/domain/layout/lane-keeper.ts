import type { Document } from '../model/document'
import { GROUPINGS, type Grouping } from '../model/view'
import { followingIndex, indexing, isDense } from './dense/index-of'
import { toTheEnd, type InParts } from '../model/in-parts'
import { itemCount } from './item-count'
import { makingLanes } from './lanes'
import { sameObjects } from './same-objects'
import type { Lane, TimelineItem } from './timeline-item'

type Items = readonly TimelineItem[]

interface Kept {
  readonly document: Document
  readonly items: Items
  readonly grouping: Grouping
  readonly lanes: readonly Lane[]
}

/** The last one of each grouping, and a few more for the filters taken off and put on again. */
const MOST_KEPT = 9

/**
 * The lanes of a document that is edited, filtered and grouped. `lanes` gives what `lanesOf` would, but a lane that
 * has the same items and names as before is the same object, and its index is found again by whoever draws it.
 */
export class LaneKeeper {
  /** The last one first. */
  private kept: readonly Kept[] = []

  lanes(document: Document, items: Items, grouping: Grouping): readonly Lane[] {
    return toTheEnd(this.making(document, items, grouping))
  }

  private *making(document: Document, items: Items, grouping: Grouping): InParts<readonly Lane[]> {
    const same = this.kept.find((one) => one.grouping === grouping && one.items === items)
    if (same?.document === document) return this.keep(same)
    const before = same ?? this.kept.find((one) => one.grouping === grouping)
    const made = yield* makingLanes(document, items, grouping)
    const lanes = before === undefined ? made : yield* following(before.lanes, made)
    // Of the document before nothing more will be asked; and after an edit its items are another list.
    if (same !== undefined) this.kept = this.kept.filter((one) => one !== same)
    else this.kept = this.kept.filter((one) => one.document === document)
    return this.keep({ document, items, grouping, lanes })
  }

  /**
   * Works out the lanes of every grouping, what they count and their indexes in parts, so that regrouping finds them there. Of the
   * grouping that was asked for last also where each record is: that is what one selects and searches in.
   */
  *preparing(document: Document, items: Items): InParts<void> {
    const shown = this.kept[0]?.grouping
    for (const grouping of GROUPINGS)
      for (const list of yield* this.readying(document, items, grouping)) {
        if (grouping !== shown) continue
        const index = yield* indexing(list)
        yield* index.preparingFind()
      }
  }

  /**
   * Works out in parts what is needed to draw the lanes of one grouping, so that `lanes` finds it there. Returns the
   * lists of the dense ones.
   */
  *readying(document: Document, items: Items, grouping: Grouping): InParts<readonly Items[]> {
    const lanes = yield* this.making(document, items, grouping)
    for (const lane of lanes) {
      itemCount(lane)
      yield
    }
    const dense = lanes.flatMap(itemListsOf).filter(isDense)
    for (const list of dense) {
      const index = yield* indexing(list)
      yield* index.preparing()
    }
    return dense
  }

  private keep(one: Kept): readonly Lane[] {
    const kept = [one, ...this.kept.filter((other) => other !== one)]
    if (kept.length > MOST_KEPT) {
      const isLastOfGrouping = ({ grouping }: Kept, at: number) =>
        kept.findIndex((other) => other.grouping === grouping) === at
      const oldest = kept.findLastIndex((other, at) => !isLastOfGrouping(other, at))
      kept.splice(oldest, 1)
    }
    this.kept = kept
    return one.lanes
  }
}

function itemListsOf(lane: Lane): Items[] {
  return [lane.items, ...lane.children.flatMap(itemListsOf)]
}

/** The new lanes, with the old ones in the places of those that are the same; the old list if all are. */
function* following(before: readonly Lane[], after: readonly Lane[]): InParts<readonly Lane[]> {
  const byId = new Map(before.map((lane) => [lane.id, lane]))
  const lanes: Lane[] = []
  for (const lane of after) {
    const known = byId.get(lane.id)
    lanes.push(known === undefined ? lane : yield* followingLane(known, lane))
  }
  return sameObjects(before, lanes) ? before : lanes
}

function* followingLane(before: Lane, after: Lane): InParts<Lane> {
  const children = yield* following(before.children, after.children)
  yield
  const hasSameItems = sameObjects(before.items, after.items)
  const hasSameNames = before.names.en === after.names.en && before.names['zh-Hant'] === after.names['zh-Hant']
  if (hasSameItems && hasSameNames && children === before.children) return before
  if (!hasSameItems) yield* followingIndex(before.items, after.items)
  return { ...after, items: hasSameItems ? before.items : after.items, children }
}
