import type { Document } from '../model/document'
import { ItemKeeper } from './item-keeper'
import type { TimelineItem } from './timeline-item'

/**
 * Everything of a document that can be drawn on the axis, sorted by first possible day, then id.
 * Records without any date are left out: they have no place on an axis, and the lists show them.
 */
export function timelineItems(document: Document): TimelineItem[] {
  return [...new ItemKeeper().items(document)]
}
