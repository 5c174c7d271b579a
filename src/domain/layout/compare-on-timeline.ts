import type { RecordId } from '../model/ids'
import type { TimelineItem } from './timeline-item'

/** What became of a record between two states. */
export type CompareKind = 'added' | 'removed' | 'moved' | 'changed'

/** What stands for each kind on the timeline and in lists, so that colour is never alone in telling them apart. */
export const COMPARE_SIGNS: Readonly<Record<CompareKind, string>> = {
  added: '+',
  removed: '−',
  moved: '→',
  changed: '≠',
}

export interface CompareMark {
  readonly record: RecordId
  readonly kind: CompareKind
  /** Where it stood in the earlier state; null where it had no place, or stands in the same one now. */
  readonly was: TimelineItem | null
  /** It has no place in the later state: its item is the one of the earlier state. */
  readonly gone: boolean
}

export interface ComparedItems {
  /**
   * Those of the later state, and those that are only in the earlier one, in the order of their first
   * day. What differs is more important than all else, so that it is drawn where there is no room for all.
   */
  readonly items: readonly TimelineItem[]
  readonly marks: ReadonlyMap<RecordId, CompareMark>
}

/**
 * Two states of a document as one set of items to draw. `before` and `after` are the items of either
 * state; `kinds` says what became of each record that is not the same. A record with a place in
 * neither has no mark.
 */
export function compareOnTimeline(
  before: readonly TimelineItem[],
  after: readonly TimelineItem[],
  kinds: ReadonlyMap<RecordId, CompareKind>,
): ComparedItems {
  const earlier = new Map(before.filter(({ record }) => kinds.has(record)).map((item) => [item.record, item]))
  const later = new Map(after.filter(({ record }) => kinds.has(record)).map((item) => [item.record, item]))
  const marks = new Map<RecordId, CompareMark>()
  const ghosts: TimelineItem[] = []
  for (const [record, kind] of kinds) {
    const [was, now] = [earlier.get(record), later.get(record)]
    if (now !== undefined) {
      const stood = was === undefined || samePlace(was, now) ? null : was
      marks.set(record, { record, kind, was: stood, gone: false })
    } else if (was !== undefined) {
      marks.set(record, { record, kind, was: null, gone: true })
      ghosts.push(was)
    }
  }
  const items = [...after, ...ghosts]
    .map((item) => (marks.has(item.record) ? drawnFirst(item) : item))
    .sort((a, b) => a.extent.earliest - b.extent.earliest || (a.record < b.record ? -1 : 1))
  return { items, marks }
}

/** Far above what any record gains by its kind and by what speaks of it. */
const FIRST = 1000

const drawnFirst = (item: TimelineItem): TimelineItem => ({ ...item, importance: item.importance + FIRST })

function samePlace({ extent: a }: TimelineItem, { extent: b }: TimelineItem): boolean {
  return a.earliest === b.earliest && a.latest === b.latest && a.leadFrom === b.leadFrom
}
