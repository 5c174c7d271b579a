import type { CompareMark } from '../../domain/layout/compare-on-timeline'
import { meetsWindow } from '../../domain/layout/in-window'
import type { PlacedItem, PlacedLane, WindowedLane } from '../../domain/layout/timeline-item'
import type { RecordId } from '../../domain/model/ids'
import { laneHeight } from './lane-view'
import { LANE_PADDING_PX, ROW_PX } from './measures'
import type { Stage } from './stage'

export type CompareMarks = ReadonlyMap<RecordId, CompareMark>

/** One item that differs, in one lane: an item may stand in several. */
export interface Marked {
  readonly placed: PlacedItem
  readonly mark: CompareMark
  /** The top of its row, in px from the first lane. */
  readonly topPx: number
}

/** What of a stage differs: each item that is placed, and the keys of the marks that count others. */
export function differingOn(
  stage: Stage,
  marks: CompareMarks,
): { readonly marked: readonly Marked[]; readonly counted: ReadonlySet<string> } {
  const marked: Marked[] = []
  const counted = new Set<string>()
  let laneTop = 0
  for (const lane of stage.lanes) {
    const found = differingIn(stage, lane, marks)
    for (const placed of found.placed) {
      const mark = marks.get(placed.item.record)
      if (mark !== undefined) marked.push({ placed, mark, topPx: laneTop + LANE_PADDING_PX + placed.row * ROW_PX })
    }
    for (const key of found.counted) counted.add(key)
    laneTop += laneHeight(lane)
  }
  return { marked, counted }
}

interface Differing {
  readonly placed: readonly PlacedItem[]
  /** Keys of the marks that count any. */
  readonly counted: readonly string[]
}

const NONE: Differing = { placed: [], counted: [] }

function differingIn(stage: Stage, lane: PlacedLane, marks: CompareMarks): Differing {
  if (marks.size === 0) return NONE
  if (lane.windowed !== null) return differingOnStage(stage, lane.lane.id, lane.windowed, marks)
  return {
    placed: lane.items.filter(({ item }) => marks.has(item.record)),
    counted: lane.marks.filter(({ records }) => records.some((record) => marks.has(record))).map(({ key }) => key),
  }
}

/**
 * Of a lane of very many items what is on the stage, for to seek each one in its lane takes long; and what has moved
 * from there to elsewhere.
 */
function differingOnStage(stage: Stage, id: string, lane: WindowedLane, marks: CompareMarks): Differing {
  const placed: PlacedItem[] = []
  const counted: string[] = []
  const seen = new Set<RecordId>()
  for (const { lane: staged, drawn } of stage.items) {
    if (staged !== id) continue
    const records = drawn.kind === 'item' ? [drawn.placed.item.record] : drawn.mark.records
    const found = records.filter((record) => marks.has(record))
    if (found.length === 0) continue
    for (const record of found) seen.add(record)
    if (drawn.kind === 'item') placed.push(drawn.placed)
    else counted.push(drawn.mark.key)
  }
  for (const [record, { was }] of marks) {
    if (was === null || seen.has(record) || !meetsWindow(was.extent, stage.covered)) continue
    const found = lane.find(record)
    if (found !== null && 'item' in found) placed.push(found.item)
  }
  return { placed, counted }
}
