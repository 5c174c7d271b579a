import { toTheEnd, type InParts } from '../../model/in-parts'
import type { TimelineItem } from '../timeline-item'
import { LaneIndex } from './lane-index'

type Items = readonly TimelineItem[]

/** A lane of more items is placed only as far as one looks at it. */
const DENSE_ITEMS = 600

export const isDense = (items: Items): boolean => items.length > DENSE_ITEMS

/** An index is good for as long as the lane has the same items, whatever the scale. */
const indexes = new WeakMap<Items, LaneIndex>()

export const indexOf = (items: Items): LaneIndex => toTheEnd(indexing(items))

/** The same in parts. */
export function* indexing(items: Items): InParts<LaneIndex> {
  const known = indexes.get(items)
  if (known !== undefined) return known
  const index = yield* LaneIndex.making(items)
  indexes.set(items, index)
  return index
}

/** Makes in parts the index of a lane from that of the lane as it was, if that had one. */
export function* followingIndex(before: Items, after: Items): InParts<void> {
  const known = indexes.get(before)
  if (known !== undefined && !indexes.has(after)) indexes.set(after, yield* LaneIndex.making(after, known))
}
