import { datedOf } from '../../domain/controls/dated'
import type { LaneEvent } from '../../domain/controls/latest-events'
import type { Lane } from '../../domain/layout/timeline-item'
import type { Document } from '../../domain/model/document'
import type { Names } from '../../domain/model/names'

export interface LeafLane {
  readonly id: string
  /** Its own name after those of the lanes that it stands in. */
  readonly path: readonly Names[]
}

/** The lanes that carry items, in the order of the timeline. */
export function leafLanes(lanes: readonly Lane[], path: readonly Names[] = []): LeafLane[] {
  return lanes.flatMap((lane) => {
    const here = [...path, lane.names]
    return lane.children.length === 0 ? [{ id: lane.id, path: here }] : leafLanes(lane.children, here)
  })
}

const FIELDS = ['date', 'announced', 'available', 'withdrawn', 'published', 'effective', 'enforced', 'ended'] as const

/** Every date of every record in every lane. */
export function laneEvents(lanes: readonly Lane[], document: Document): LaneEvent[] {
  return lanes.flatMap((lane) => [
    ...laneEvents(lane.children, document),
    ...lane.items.flatMap(({ record: id }): LaneEvent[] => {
      const record = document.records.get(id) as unknown as Readonly<Record<string, unknown>> | undefined
      return FIELDS.flatMap((field): LaneEvent[] => {
        const text = record?.[field]
        const date = typeof text === 'string' ? datedOf(text) : null
        return date === null ? [] : [{ lane: lane.id, record: id, field, date }]
      })
    }),
  ])
}
