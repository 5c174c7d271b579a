import type { ControlsIndex } from '../controls/controls-index'
import type { Dated } from '../controls/dated'
import type { GenerationLag } from '../controls/generation-lag'
import { bestByVendor, bestSoFar, lanePoints, ratioToFrontier, type LanePoint } from '../controls/lane-series'
import { limitLines } from '../controls/limit-lines'
import type { LaneKind, LaneMetric } from '../model/lane-kind'
import type { LaneChoice, LaneChoices } from './lane-choice'
import { limitRuns, type LimitRun } from './limit-runs'
import { valueScale, valueTicks, type ValueScale } from './value-scale'

/** A place that one can point at: a chip with its value. Of an imprecise date it stands at the last day. */
export interface PlotPoint {
  readonly chip: string
  readonly vendor: string
  readonly date: Dated
  readonly value: number
  /** Whether it was the best of all when it came: then it has its name beside it where there is room. */
  readonly leads: boolean
  /** The best of all that day, in the lane of ratios. */
  readonly frontier?: string
  readonly lag?: GenerationLag
}

export interface PlotStep {
  readonly from: number
  /** Null: there is none from then on. */
  readonly value: number | null
  /** Whose value it is. */
  readonly chip?: string
  readonly uncertain?: boolean
}

export interface PlotLine {
  /** Null: of all vendors together. */
  readonly vendor: string | null
  readonly steps: readonly PlotStep[]
}

/** A limit, and whether a scenario sets it. */
export interface PlotLimit extends LimitRun {
  readonly hypothetical: boolean
}

/** All that a lane draws, in days and values. */
export interface LaneContent {
  readonly kind: LaneKind
  readonly points: readonly PlotPoint[]
  readonly lines: readonly PlotLine[]
  readonly limits: readonly PlotLimit[]
  readonly scale: ValueScale
  readonly ticks: (heightPx: number) => readonly number[]
}

export interface LaneSource {
  readonly index: ControlsIndex
  readonly choices: Pick<LaneChoices, 'by' | 'ratioOf'>
  /** Whether a chip passes the filters. */
  readonly passes: (chip: string) => boolean
  /** As `lagSteps` gives it; empty until it is worked out. */
  readonly lag: readonly GenerationLag[]
  /** Whether limits of rules are drawn; they are unless this is false. */
  readonly limits?: boolean
}

type AskedLane = Pick<LaneChoice, 'kind' | 'scale'>

const TICK_PX = 26
const knownDay = (day: number): Dated => ({ text: '', first: day, last: day, precision: 'day' })

/** What a lane draws, whatever its size: points, steps, limits in force and the scale they stand on. */
export function laneContent(choice: AskedLane, source: LaneSource): LaneContent {
  if (choice.kind === 'generation-lag') return lagContent(source.lag)
  if (choice.kind === 'frontier-ratio') return ratioContent(choice, source)
  return metricContent(choice, choice.kind, source)
}

function pointsOf({ index, choices, passes }: LaneSource, metric: LaneMetric): LanePoint[] {
  return lanePoints(index, metric, choices.by).filter(({ chip, date }) => passes(chip) && Number.isFinite(date.last))
}

function metricContent(choice: AskedLane, metric: LaneMetric, source: LaneSource): LaneContent {
  const points = pointsOf(source, metric)
  const best = bestSoFar(points)
  const leading = new Set(best.map(({ chip }) => chip))
  const { hypothetical } = source.index
  const runs = source.limits === false ? [] : limitRuns(limitLines(source.index, metric))
  const limits = runs.map((run) => ({
    ...run,
    hypothetical: run.lines.some(({ rule }) => hypothetical.has(rule.id)),
  }))
  const values = [...points.map(({ value }) => value), ...limits.map(({ limit }) => limit)]
  return {
    kind: choice.kind,
    points: points.map((point) => ({ ...point, leads: leading.has(point.chip) })),
    lines: [...[...bestByVendor(points)].map(([vendor, steps]) => ({ vendor, steps })), { vendor: null, steps: best }],
    limits,
    ...scaled(valueScale(choice.scale, values)),
  }
}

function ratioContent(choice: AskedLane, source: LaneSource): LaneContent {
  const points = pointsOf(source, source.choices.ratioOf)
  const vendors = [...new Set(points.map(({ vendor }) => vendor))]
  const lines = vendors.map((vendor) => ({ vendor, steps: ratioToFrontier(points, vendor) }))
  return {
    kind: choice.kind,
    points: lines
      .flatMap(({ vendor, steps }) =>
        steps.flatMap(({ from, ratio, chip, frontier }, at): PlotPoint[] => {
          // Where only the frontier moved, the line says it.
          if (steps[at - 1]?.chip === chip) return []
          return [{ chip, vendor, date: knownDay(from), value: ratio, leads: false, frontier }]
        }),
      )
      .sort((a, b) => a.date.last - b.date.last),
    lines: lines.map(({ vendor, steps }) => ({
      vendor,
      steps: steps.map(({ from, ratio, chip }) => ({ from, value: ratio, chip })),
    })),
    limits: [],
    ...scaled(valueScale(choice.scale, [1, ...lines.flatMap(({ steps }) => steps.map(({ ratio }) => ratio))])),
  }
}

function lagContent(lag: readonly GenerationLag[]): LaneContent {
  const most = lag.reduce((max, { generations }) => Math.max(max, generations ?? 0), 1)
  // The newest generation on top, half a step of room on either side.
  const at = (generations: number): number => 1 - (generations + 0.5) / (most + 1)
  return {
    kind: 'generation-lag',
    points: lag.flatMap((each, step): PlotPoint[] => {
      if (each.generations === null || each.best === null) return []
      const { best, day, generations } = each
      const leads = lag[step - 1]?.best?.id !== best.id
      return [{ chip: best.id, vendor: best.vendor, date: knownDay(day), value: generations, leads, lag: each }]
    }),
    lines: [
      {
        vendor: null,
        steps: lag.map(({ day, generations, best, uncertain }) => ({
          from: day,
          value: generations,
          uncertain,
          ...(best === null ? {} : { chip: best.id }),
        })),
      },
    ],
    limits: [],
    scale: { kind: 'linear', from: 0, to: most, at },
    ticks: () => Array.from({ length: most + 1 }, (_, generations) => generations),
  }
}

const scaled = (scale: ValueScale): Pick<LaneContent, 'scale' | 'ticks'> => ({
  scale,
  ticks: (heightPx) => valueTicks(scale, Math.floor(heightPx / TICK_PX)),
})
