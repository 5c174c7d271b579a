/** What a lane under the timeline can show of chips; units are those of `METRIC_UNITS`. */
export const LANE_METRICS = [
  'memory-capacity',
  'memory-bandwidth',
  'fp16',
  'fp8',
  'fp4',
  'tdp',
  'tpp',
  'performance-density',
] as const
export type LaneMetric = (typeof LANE_METRICS)[number]

/** What a lane shows: a metric, each vendor's part of the frontier, or the lag of what may be sold. */
export const LANE_KINDS = [...LANE_METRICS, 'frontier-ratio', 'generation-lag'] as const
export type LaneKind = (typeof LANE_KINDS)[number]

/** How values become heights. */
export const SCALE_KINDS = ['log', 'linear'] as const
export type ScaleKind = (typeof SCALE_KINDS)[number]

/** By which date of a chip it stands in a lane. */
export const BY_DATES = ['announced', 'available'] as const
