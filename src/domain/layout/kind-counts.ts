import type { ItemKind } from '../model/view'
import type { TimelineItem } from './timeline-item'

/** How many there are of each kind; none that is not there. */
export type KindCounts = ReadonlyMap<ItemKind, number>

export function countKinds(items: readonly TimelineItem[]): KindCounts {
  const counts = new Map<ItemKind, number>()
  for (const { kind } of items) addKind(counts, kind, 1)
  return counts
}

/** `by` may be negative. */
export function addKind(counts: Map<ItemKind, number>, kind: ItemKind, by: number): void {
  const count = (counts.get(kind) ?? 0) + by
  if (count === 0) counts.delete(kind)
  else counts.set(kind, count)
}

export const isSameCounts = (a: KindCounts, b: KindCounts): boolean =>
  a === b || (a.size === b.size && [...a].every(([kind, count]) => b.get(kind) === count))

export function totalOf(counts: KindCounts): number {
  let total = 0
  for (const count of counts.values()) total += count
  return total
}
