import { controlsIndex, type ControlsIndex } from '../controls/controls-index'
import { passesFilters } from '../layout/filter-items'
import type { TimelineItem } from '../layout/timeline-item'
import type { Document } from '../model/document'
import type { RecordId } from '../model/ids'
import { lanesContent, type LanesContent } from './charts/chart-content'
import { statusContent, type StatusContent } from './charts/status-content'
import { comparisonContent, type ComparisonContent } from './comparison/comparison-content'
import type { FigureSpec } from './figure-spec'

/** What stands under the rows of a figure beside records; null for each part that is not asked for. */
export interface FigureParts {
  readonly lanes: LanesContent | null
  readonly status: StatusContent | null
  readonly comparison: ComparisonContent | null
  /** Whether the lanes and bars rest on rules that are only assumed: the figure says so above them. */
  readonly hypothetical: boolean
}

/** The same document is asked again for each page and preview; its index goes when it goes. */
const INDEXES = new WeakMap<Document, ControlsIndex>()

/** The law by which a figure is drawn. A scenario of a spec would be taken up here, and nowhere else. */
function lawOf(document: Document): ControlsIndex {
  const known = INDEXES.get(document) ?? controlsIndex(document)
  INDEXES.set(document, known)
  return known
}

/**
 * The parts that a spec asks for. Lanes show the chips that pass the filters, whatever kinds of records the rows show;
 * of a selection that holds chips, these alone. `all`: every item of the document.
 */
export function figureParts(
  document: Document,
  spec: FigureSpec,
  all: readonly TimelineItem[],
  index = lawOf,
): FigureParts {
  const { lanes, status, comparison } = spec.settings
  const law = lanes === undefined && status === undefined ? null : index(document)
  return {
    lanes: law === null ? null : lanesContent(law, spec, chipsShown(law, spec, all)),
    status: law === null ? null : statusContent(law, spec),
    comparison: comparison === undefined ? null : comparisonContent(document, spec),
    hypothetical: law !== null && law.hypothetical.size > 0,
  }
}

function chipsShown(
  { chips }: ControlsIndex,
  { filters, only }: FigureSpec,
  all: readonly TimelineItem[],
): (chip: RecordId) => boolean {
  const chosen = new Set(only?.filter((id) => chips.has(id)))
  const passing = new Set(
    all.flatMap((item) =>
      chips.has(item.record) && passesFilters(item, { ...filters, kinds: [] }) ? [item.record] : [],
    ),
  )
  return (chip) => passing.has(chip) && (chosen.size === 0 || chosen.has(chip))
}

/** What the parts rest on, each once: only for figures that name their sources. */
export function sourcesOfParts({ lanes, status, comparison }: FigureParts, { window }: FigureSpec): RecordId[] {
  return [
    ...new Set([
      ...(lanes?.lanes ?? []).flatMap((lane) => lane.sourcesIn(window)),
      ...(status?.sources ?? []),
      ...(comparison?.sources ?? []),
    ]),
  ]
}
