import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readDataSet } from '../../src/domain/formats/read-data-set'
import { filterItems } from '../../src/domain/layout/filter-items'
import { meetsWindow } from '../../src/domain/layout/in-window'
import { lanesOf } from '../../src/domain/layout/lanes'
import type { Lane, TimelineItem } from '../../src/domain/layout/timeline-item'
import { timelineItems } from '../../src/domain/layout/timeline-items'
import { documentOf, type Document } from '../../src/domain/model/document'
import type { Filters, Grouping, TimeWindow } from '../../src/domain/model/view'
import { projectRoot } from './launch'

/** The starter data, read as the app reads it. */
export function starterDocument(): Document {
  const folder = join(projectRoot, 'data')
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))
  const { records, problems } = readDataSet(files)
  if (problems.length > 0) throw new Error(`the starter data has ${String(problems.length)} problems`)
  return documentOf(records)
}

/** What each lane that shows must have on the screen, found by going through all items. */
export interface Expectation {
  readonly lane: string
  readonly items: readonly TimelineItem[]
}

const below = (lane: Lane): readonly TimelineItem[] => {
  if (lane.children.length === 0) return lane.items
  const found = new Map<string, TimelineItem>()
  for (const child of lane.children) for (const item of below(child)) found.set(item.record, item)
  return [...found.values()]
}

const open = (lanes: readonly Lane[], folded: ReadonlySet<string>): Lane[] =>
  lanes.flatMap((lane) => (folded.has(lane.id) ? [lane] : [lane, ...open(lane.children, folded)]))

export function expectedOn(
  document: Document,
  view: { filters: Filters; grouping: Grouping; folded: ReadonlySet<string>; window: TimeWindow },
): Expectation[] {
  const items = filterItems(timelineItems(document), view.filters)
  return open(lanesOf(document, items, view.grouping), view.folded).map((lane) => ({
    lane: lane.id,
    items: (view.folded.has(lane.id) ? below(lane) : lane.items).filter(({ extent }) =>
      meetsWindow(extent, view.window),
    ),
  }))
}
