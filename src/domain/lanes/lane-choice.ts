import type { ByDate } from '../controls/generation'
import type { LaneKind, LaneMetric, ScaleKind } from '../model/lane-kind'

export interface LaneChoice {
  readonly kind: LaneKind
  readonly scale: ScaleKind
  readonly heightPx: number
}

/** Which lanes are chosen, in their order, and how they are asked. */
export interface LaneChoices {
  readonly open: boolean
  readonly by: ByDate
  readonly lanes: readonly LaneChoice[]
  /** The metric of which the ratio to the frontier is shown. */
  readonly ratioOf: LaneMetric
  readonly lag: {
    /** Empty: the vendor with the longest line of architectures. */
    readonly vendor: string
    readonly destination: string
    readonly gates: 'export' | 'both'
  }
}

export const LEAST_LANE_PX = 72
export const MOST_LANE_PX = 480
const LANE_PX = 132

/** Heights are compared where they can be; what grew a thousandfold is not to be seen on a linear scale. */
const LINEAR: ReadonlySet<LaneKind> = new Set(['tdp', 'frontier-ratio', 'generation-lag'])

/** A lane as it is when it is first chosen. */
export const newLane = (kind: LaneKind): LaneChoice => ({
  kind,
  scale: LINEAR.has(kind) ? 'linear' : 'log',
  heightPx: LANE_PX,
})

export const DEFAULT_LANES: LaneChoices = {
  open: false,
  by: 'announced',
  lanes: [newLane('tpp'), newLane('memory-bandwidth')],
  ratioOf: 'tpp',
  lag: { vendor: '', destination: 'CN', gates: 'both' },
}
