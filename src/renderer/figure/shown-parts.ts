import { mainLineOf } from '../../domain/controls/generation'
import type { LaneChoices } from '../../domain/lanes/lane-choice'
import { newLane } from '../../domain/lanes/lane-choice'
import { vendorSigns } from '../../domain/lanes/vendor-signs'
import { recordsOfType, type Document } from '../../domain/model/document'
import {
  LEAST_SIDE_BY_SIDE,
  MOST_SIDE_BY_SIDE,
  MOST_STATUS_CHIPS,
  type FigureComparison,
  type FigureLanes,
  type FigureStatus,
} from '../../domain/model/figure-parts'
import type { FigureSettings } from '../../domain/model/figure-settings'
import { METRICS } from '../../domain/model/spec-value'

/** What stands under the timeline of the window, or would: figures begin with it. */
export interface ShownParts {
  readonly lanes: LaneChoices
  readonly status: {
    readonly isOpen: boolean
    readonly destination: string
    readonly gate: 'both' | 'export' | 'import'
    /** What is drawn along time or selected, other records among them. */
    readonly chips: readonly string[]
  }
  /** The kept scenario that is taken for the law in the window; null for the law as it is, or what is not kept. */
  readonly scenario: string | null
  readonly comparison: {
    readonly chips: readonly string[]
    readonly base: string | null
    readonly without: readonly string[]
  }
}

export type PartSettings = Pick<FigureSettings, 'lanes' | 'status' | 'scenario' | 'comparison'>

/** So many of the newest chips stand in for none that were chosen. */
const STAND_INS = 4

/** The vendor of whom generations are counted: the one that was chosen, else the one with the most chips that has a line. */
function lagVendorOf(document: Document, wanted: string): string | undefined {
  const vendors = [...vendorSigns([...recordsOfType(document, 'chip')].map(({ vendor }) => vendor)).keys()]
  const withLine = vendors.filter((id) => mainLineOf(document, id) !== null)
  return withLine.includes(wanted) ? wanted : withLine[0]
}

/** Metric lanes as they are chosen in the window. */
export function lanesOf({ lanes: shown }: ShownParts, document: Document): FigureLanes {
  const chosen = shown.lanes.length > 0 ? shown.lanes : [newLane('tpp')]
  const vendor = lagVendorOf(document, shown.lag.vendor)
  const { destination, gates } = shown.lag
  return {
    by: shown.by,
    lanes: chosen.map(({ kind, scale }) => ({ kind, scale })),
    limits: true,
    steps: true,
    vendors: [],
    ratioOf: shown.ratioOf,
    ...(vendor === undefined ? {} : { lag: { vendor, destination, gates } }),
  }
}

/** Those of some records that are chips; where they are too few, the newest chips with a date. */
function chipsOf(document: Document, ids: readonly string[], least: number): string[] {
  const chips = [...recordsOfType(document, 'chip')]
  const known = new Set(chips.map(({ id }) => id))
  const chosen = ids.filter((id) => known.has(id))
  if (chosen.length >= least) return chosen
  const dated = chips
    .filter(({ id, announced }) => announced !== undefined && !chosen.includes(id))
    .sort((a, b) => ((a.announced ?? '') < (b.announced ?? '') ? 1 : -1))
  return [...chosen, ...[...dated, ...chips].map(({ id }) => id)]
    .filter((id, at, all) => all.indexOf(id) === at)
    .slice(0, Math.max(STAND_INS, least))
}

/** Status bars of the chips that are drawn along time, selected or compared; null without any chip. */
export function statusOf({ status, comparison }: ShownParts, document: Document): FigureStatus | null {
  const drawn = chipsOf(document, status.chips, 0)
  const chips = chipsOf(document, drawn.length > 0 ? drawn : comparison.chips, 1).slice(0, MOST_STATUS_CHIPS)
  return chips.length === 0 ? null : { destination: status.destination, gate: status.gate, chips }
}

/** The chips that are compared, or else selected; null where there are not two. */
export function comparisonOf({ comparison, status }: ShownParts, document: Document): FigureComparison | null {
  const wanted = comparison.chips.length > 0 ? comparison.chips : status.chips
  const chips = chipsOf(document, wanted, LEAST_SIDE_BY_SIDE).slice(0, MOST_SIDE_BY_SIDE)
  if (chips.length < LEAST_SIDE_BY_SIDE) return null
  const metrics = METRICS.filter((metric) => !comparison.without.includes(metric))
  const base = chips.find((id) => id === comparison.base) ?? chips[0] ?? null
  return { chips, base, metrics: metrics.length === 0 ? ['tpp'] : metrics }
}

/** The parts that a figure of the window begins with: those that stand under its timeline now. */
export function partsShown(shown: ShownParts, document: Document): PartSettings {
  const hasBars = shown.status.isOpen && chipsOf(document, shown.status.chips, 0).length > 0
  const status = hasBars ? statusOf(shown, document) : null
  const isCompared = chipsOf(document, shown.comparison.chips, 0).length >= LEAST_SIDE_BY_SIDE
  const comparison = isCompared ? comparisonOf(shown, document) : null
  const lanes = shown.lanes.open && shown.lanes.lanes.length > 0 ? lanesOf(shown, document) : null
  const scenario = lanes === null && status === null ? null : shown.scenario
  return {
    ...(lanes === null ? {} : { lanes }),
    ...(status === null ? {} : { status }),
    ...(scenario === null ? {} : { scenario }),
    ...(comparison === null ? {} : { comparison }),
  }
}
