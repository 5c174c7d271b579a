import type { Lane, TimelineItem } from '../../layout/timeline-item'
import type { Names } from '../../model/names'
import { furtherLanes } from '../figure-words'

/** One horizontal strip of a page before it has a height: the heading of a group of lanes, or a lane with its items. */
export interface Strip {
  readonly kind: 'heading' | 'items' | 'collapsed'
  /** Id of the lane. */
  readonly id: string
  readonly names: Names
  readonly depth: number
  readonly items: readonly TimelineItem[]
}

/** Items of a lane and of all lanes in it, each record once, in the order of their first day. */
export function itemsWithin(lanes: readonly Lane[]): TimelineItem[] {
  const found = new Map<string, TimelineItem>()
  const visit = ({ items, children }: Lane): void => {
    for (const item of items) if (!found.has(item.record)) found.set(item.record, item)
    children.forEach(visit)
  }
  lanes.forEach(visit)
  return [...found.values()]
}

/**
 * The strips of some lanes from top to bottom. Lanes with nothing in them are left out, and so are
 * headings with nothing under them. `folded` groups are one strip with all items of their lanes;
 * `collapsed` is what the user folded, which is drawn without names.
 */
export function stripsOf(
  lanes: readonly Lane[],
  collapsed: ReadonlySet<string>,
  folded: ReadonlySet<string> = new Set(),
): Strip[] {
  const stripsIn = (lane: Lane, depth: number): Strip[] => {
    const { id, names } = lane
    const all = itemsWithin([lane])
    if (all.length === 0) return []
    if (collapsed.has(id)) return [{ kind: 'collapsed', id, names, depth, items: all }]
    if (folded.has(id)) return [{ kind: 'items', id, names, depth, items: all }]
    return [
      ...(lane.children.length > 0 ? [{ kind: 'heading' as const, id, names, depth, items: [] }] : []),
      ...(lane.items.length > 0 ? [{ kind: 'items' as const, id, names, depth, items: lane.items }] : []),
      ...lane.children.flatMap((child) => stripsIn(child, depth + 1)),
    ]
  }
  return lanes.flatMap((lane) => stripsIn(lane, 0))
}

/** Every way to show the lanes with fewer strips, the fullest first: groups folded from the last on, then the last lanes taken together. */
export function* fewerStrips(lanes: readonly Lane[], collapsed: ReadonlySet<string>): Generator<Strip[]> {
  const folded = new Set<string>()
  yield stripsOf(lanes, collapsed)
  for (const lane of lanes.toReversed()) {
    if (lane.children.length === 0 || collapsed.has(lane.id)) continue
    folded.add(lane.id)
    yield stripsOf(lanes, collapsed, folded)
  }
  const whole = lanes.filter((lane) => itemsWithin([lane]).length > 0)
  for (let kept = whole.length - 2; kept >= 0; kept -= 1) {
    const rest = whole.slice(kept)
    yield [
      ...stripsOf(whole.slice(0, kept), collapsed, folded),
      { kind: 'items', id: MERGED_LANES, names: furtherLanes(rest.length), depth: 0, items: itemsWithin(rest) },
    ]
  }
}

/** Stands for the lanes that were taken together; no lane has such an id. */
export const MERGED_LANES = '+lanes'
