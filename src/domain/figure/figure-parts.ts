import type { ControlsIndex } from '../controls/controls-index'
import { IndexKeeper } from '../controls/index-keeper'
import { passesFilters } from '../layout/filter-items'
import type { TimelineItem } from '../layout/timeline-item'
import { recordOfType, type Document } from '../model/document'
import type { RecordId } from '../model/ids'
import type { RecordOf } from '../model/record'
import { lanesContent, type LanesContent } from './charts/chart-content'
import { statusContent, type StatusContent } from './charts/status-content'
import { comparisonContent, type ComparisonContent } from './comparison/comparison-content'
import type { FigureSpec } from './figure-spec'

/** What stands under the rows of a figure beside records; null for each part that is not asked for. */
export interface FigureParts {
  readonly lanes: LanesContent | null
  readonly status: StatusContent | null
  readonly comparison: ComparisonContent | null
  /** The scenario that the lanes and bars rest on, where rules are only assumed: the figure says so above them. */
  readonly hypothetical: RecordOf<'scenario'> | null
}

/** The same document is asked again for each page and preview; its indexes go when it goes. */
const INDEXES = new WeakMap<Document, IndexKeeper>()

/** The law by which a figure is drawn: as it is, or as the scenario of the spec assumes it to be. */
function lawOf(document: Document, scenario: RecordOf<'scenario'> | null): ControlsIndex {
  const keeper = INDEXES.get(document) ?? new IndexKeeper()
  INDEXES.set(document, keeper)
  return keeper.under(document, scenario?.assumptions ?? [])
}

/** Null as well where the scenario of a spec was deleted, or assumes nothing: the figure then follows the law. */
function scenarioOf(document: Document, { settings }: FigureSpec): RecordOf<'scenario'> | null {
  const found = recordOfType(document, 'scenario', settings.scenario)
  return found === undefined || found.assumptions.length === 0 ? null : found
}

/**
 * The parts that a spec asks for. Lanes show the chips that pass the filters, whatever kinds of records the rows show;
 * of a selection that holds chips, these alone. `all`: every item of the document.
 */
export function figureParts(document: Document, spec: FigureSpec, all: readonly TimelineItem[]): FigureParts {
  const { lanes, status, comparison } = spec.settings
  const scenario = lanes === undefined && status === undefined ? null : scenarioOf(document, spec)
  const law = lanes === undefined && status === undefined ? null : lawOf(document, scenario)
  return {
    lanes: law === null ? null : lanesContent(law, spec, chipsShown(law, spec, all)),
    status: law === null ? null : statusContent(law, spec),
    comparison: comparison === undefined ? null : comparisonContent(document, spec),
    hypothetical: scenario,
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
