import type { Lane, TimelineItem } from './timeline-item'

const counts = new WeakMap<Lane, number>()

/** Items of a lane or of all lanes below it, each counted once. */
export function itemCount(lane: Lane): number {
  if (lane.children.length === 0) return lane.items.length
  const known = counts.get(lane)
  if (known !== undefined) return known
  let count = 0
  // Below one lane, only what has several architectures stands in several lanes.
  const repeated = new Set<TimelineItem>()
  const visit = ({ items, children }: Lane): void => {
    for (const item of items)
      if (item.architectures.length > 1) repeated.add(item)
      else count += 1
    children.forEach(visit)
  }
  visit(lane)
  counts.set(lane, count + repeated.size)
  return count + repeated.size
}
