import type { ControlsIndex } from '../../controls/controls-index'
import { lagSteps } from '../../controls/generation-lag'
import { laneValue } from '../../controls/lane-metric'
import { laneContent, type LaneContent, type PlotPoint } from '../../lanes/lane-content'
import { valueScale, valueTicks } from '../../lanes/value-scale'
import { vendorSigns, type VendorSign } from '../../lanes/vendor-signs'
import { recordOfType, recordsOfType } from '../../model/document'
import type { FigureLanes } from '../../model/figure-parts'
import type { RecordId } from '../../model/ids'
import type { LaneKind, LaneMetric } from '../../model/lane-kind'
import type { Names } from '../../model/names'
import type { TimeWindow } from '../../model/view'
import type { FigureSpec } from '../figure-spec'
import { laneAbout, laneNames } from './chart-words'

/** One metric lane, before it has a place. */
export interface FigureLane {
  readonly kind: LaneKind
  readonly names: Names
  /** Its unit and scale. */
  readonly about: Names
  readonly content: LaneContent
  /** What its points in a window and its limits there rest on, in the order of their dates. */
  sourcesIn(window: TimeWindow): RecordId[]
}

export interface VendorEntry {
  readonly id: RecordId
  readonly names: Names
  readonly sign: VendorSign
}

/** The metric lanes of a figure. */
export interface LanesContent {
  readonly asked: FigureLanes
  readonly lanes: readonly FigureLane[]
  /** Of all chips of the document, so that a vendor looks alike in every figure. */
  readonly vendors: readonly VendorEntry[]
  /** Records that the lanes hang on, sources left aside. */
  readonly records: readonly RecordId[]
}

const TICK_PX = 14

/** Whether the mark of a point, in the middle of its last day, stands in a window. */
export const pointIsIn = ({ date }: PlotPoint, { startDay, endDay }: TimeWindow): boolean =>
  date.last + 0.5 >= startDay && date.last + 0.5 <= endDay

/** Whether a limit was or may have been in force on a day of a window. */
export const limitIsIn = ({ from, to }: LaneContent['limits'][number], { startDay, endDay }: TimeWindow): boolean =>
  from.first < endDay && (to === null || to.last > startDay)

/**
 * The metric lanes that a spec asks for; null where it asks for none. `passes`: whether a chip is among those shown.
 * What is drawn in the window decides about the scales, and is the same on all pages of a figure.
 */
export function lanesContent(
  index: ControlsIndex,
  spec: FigureSpec,
  passes: (chip: RecordId) => boolean,
): LanesContent | null {
  const asked = spec.settings.lanes
  if (asked === undefined) return null
  const { document } = index
  const chips = [...recordsOfType(document, 'chip')]
  const signs = vendorSigns(chips.map(({ vendor }) => vendor))
  const isChosen = (id: RecordId): boolean => {
    const vendor = index.chips.get(id)?.chip.vendor ?? ''
    return passes(id) && (asked.vendors.length === 0 || asked.vendors.includes(vendor))
  }
  const lag = asked.lag === undefined ? [] : lagSteps(index, { ...asked.lag, by: asked.by })
  const lanes = asked.lanes.map(({ kind, scale }): FigureLane => {
    const whole = laneContent(
      { kind, scale },
      { index, choices: asked, passes: isChosen, lag: kind === 'generation-lag' ? lag : [], limits: asked.limits },
    )
    // A vendor without a point in the window has no sign in the legend either.
    const seen = new Set(whole.points.filter((point) => pointIsIn(point, spec.window)).map(({ vendor: of }) => of))
    const lines =
      asked.steps || kind === 'generation-lag'
        ? whole.lines.filter(({ vendor: of }) => of === null || seen.has(of))
        : []
    const content = scaledTo(spec.window, { ...whole, lines })
    const vendor = asked.lag === undefined ? undefined : recordOfType(document, 'organisation', asked.lag.vendor)
    return {
      kind,
      names: laneNames(kind, vendor?.name ?? null),
      about: laneAbout(kind, scale, { ratioOf: asked.ratioOf, destination: asked.lag?.destination ?? null }),
      content,
      sourcesIn: (window) => sourcesIn(index, content, metricOf(kind, asked), window),
    }
  })
  const points = lanes.flatMap(({ content }) => content.points)
  const limits = lanes.flatMap(({ content }) => content.limits.flatMap((run) => run.lines.map(({ rule }) => rule.id)))
  return {
    asked,
    lanes,
    vendors: [...signs].flatMap(([id, sign]) => {
      const names = recordOfType(document, 'organisation', id)?.name ?? { en: id, 'zh-Hant': id }
      return points.some(({ vendor }) => vendor === id) ? [{ id, names, sign }] : []
    }),
    records: [...new Set([...points.flatMap(({ chip, vendor }) => [chip, vendor]), ...limits])],
  }
}

const metricOf = (kind: LaneKind, { ratioOf }: FigureLanes): LaneMetric =>
  kind === 'frontier-ratio' ? ratioOf : kind === 'generation-lag' ? 'tpp' : kind

/** A lane on the scale of what stands in the window: the points, the best that stood when it began, and the limits. */
function scaledTo(window: TimeWindow, content: LaneContent): LaneContent {
  if (content.kind === 'generation-lag') return content
  const shown = content.lines.flatMap(({ steps }) =>
    steps.flatMap(({ from, value }, at) =>
      value !== null && from < window.endDay && (steps[at + 1]?.from ?? Infinity) > window.startDay ? [value] : [],
    ),
  )
  const values = [
    ...content.points.filter((point) => pointIsIn(point, window)).map(({ value }) => value),
    ...shown,
    ...content.limits.filter((run) => limitIsIn(run, window)).map(({ limit }) => limit),
    ...(content.kind === 'frontier-ratio' ? [1] : []),
  ]
  const scale = valueScale(content.scale.kind, values)
  return { ...content, scale, ticks: (heightPx) => valueTicks(scale, Math.floor(heightPx / TICK_PX)) }
}

function sourcesIn(index: ControlsIndex, content: LaneContent, metric: LaneMetric, window: TimeWindow): RecordId[] {
  const ofPoints = content.points
    .filter((point) => pointIsIn(point, window))
    .flatMap(({ chip }) => {
      const record = index.chips.get(chip)?.chip
      return record === undefined ? [] : laneValue(record, metric).sources
    })
  const ofLimits = content.limits
    .filter((run) => limitIsIn(run, window))
    .flatMap(({ lines }) => lines.flatMap(({ rule, provision }) => [...provision.sources, ...rule.sources]))
  return [...new Set([...ofPoints, ...ofLimits])]
}
