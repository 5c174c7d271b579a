import type { ControlMetric } from '../model/control-metric'
import type { LaneMetric } from '../model/lane-kind'
import type { RecordOf } from '../model/record'
import { METRIC_UNITS } from '../model/spec-value'
import { figureOf } from './figure'
import { reckon } from './reckon'
import { sourcesOf, type Working } from './working'

export interface LaneValue {
  readonly value: number | null
  readonly unit: string
  readonly working: Working
  readonly sources: readonly string[]
}

/** A chip's value in a lane: its dense figure, or for TPP and density what {@link reckon} makes of its figures. */
export function laneValue(chip: Pick<RecordOf<'chip'>, 'specs'>, metric: LaneMetric): LaneValue {
  const working = workingFor(chip, metric)
  return { value: working.value, unit: METRIC_UNITS[metric] ?? '', working, sources: sourcesOf(working) }
}

function workingFor(chip: Pick<RecordOf<'chip'>, 'specs'>, metric: LaneMetric): Working {
  if (metric === 'tpp' || metric === 'performance-density') return reckon(chip, metric)
  const figure = figureOf(chip, metric)
  return { kind: 'figure', value: figure.value, figure }
}

/** The quantity of rules that a lane shows, and how many of the rules' units make one of the lane's. */
export const LIMITS_IN: Partial<
  Readonly<Record<LaneMetric, { readonly metric: ControlMetric; readonly per: number }>>
> = {
  'memory-bandwidth': { metric: 'memory-bandwidth', per: 1000 },
  tpp: { metric: 'tpp', per: 1 },
  'performance-density': { metric: 'performance-density', per: 1 },
}
