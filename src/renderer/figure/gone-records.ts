import { recordOfType, type Document } from '../../domain/model/document'
import { LEAST_SIDE_BY_SIDE, type FigureComparison, type FigureStatus } from '../../domain/model/figure-parts'
import type { FigureSettings } from '../../domain/model/figure-settings'

/** What a figure names and the workspace no longer has; a figure leaves it out. */
export interface GoneRecords {
  readonly chips: readonly string[]
  readonly scenario: boolean
}

export function goneRecords({ status, comparison, scenario }: FigureSettings, document: Document): GoneRecords {
  const named = new Set([...(status?.chips ?? []), ...(comparison?.chips ?? [])])
  return {
    chips: [...named].filter((id) => recordOfType(document, 'chip', id) === undefined),
    scenario: scenario !== undefined && recordOfType(document, 'scenario', scenario) === undefined,
  }
}

/** The same figure without what is gone; a part that is left with too few chips goes as well. */
export function withoutGone(settings: FigureSettings, document: Document): FigureSettings {
  const gone = goneRecords(settings, document)
  const stay = (chips: readonly string[]): string[] => chips.filter((id) => !gone.chips.includes(id))
  const { status, comparison, scenario, ...rest } = settings
  const bars = status && { ...status, chips: stay(status.chips) }
  const table = comparison && comparedWith(comparison, stay(comparison.chips))
  return {
    ...rest,
    ...(hasChips(bars, 1) ? { status: bars } : {}),
    ...(hasChips(table, LEAST_SIDE_BY_SIDE) ? { comparison: table } : {}),
    ...(scenario === undefined || gone.scenario ? {} : { scenario }),
  }
}

const hasChips = <P extends FigureStatus | FigureComparison>(part: P | undefined, least: number): part is P =>
  part !== undefined && part.chips.length >= least

/** A comparison of other chips; where its base is not among them, the first takes its place. */
export function comparedWith(comparison: FigureComparison, chips: string[]): FigureComparison {
  const { base } = comparison
  return { ...comparison, chips, base: base === null || chips.includes(base) ? base : (chips[0] ?? null) }
}
