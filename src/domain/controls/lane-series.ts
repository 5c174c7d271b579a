import type { RecordId } from '../model/ids'
import type { LaneMetric } from '../model/lane-kind'
import type { DayNumber } from '../time/day-number'
import type { ControlsIndex } from './controls-index'
import { datedOf, type Dated } from './dated'
import type { ByDate } from './generation'
import { laneValue } from './lane-metric'

/** One chip in a lane. Its date may be a stretch of days; it counts as there from the last of them. */
export interface LanePoint {
  readonly chip: RecordId
  readonly vendor: RecordId
  readonly date: Dated
  readonly value: number
  readonly sources: readonly RecordId[]
}

/** From a day on, the best of a vendor so far; or, without a vendor, the best of all. */
export interface BestStep {
  readonly from: DayNumber
  readonly value: number
  readonly chip: RecordId
}

/** Every chip with a value and a date, by the last day of its date and then by id. Withdrawn chips never came. */
export function lanePoints(index: ControlsIndex, metric: LaneMetric, by: ByDate): LanePoint[] {
  const points = [...index.chips.values()].flatMap(({ chip, withdrawn }): LanePoint[] => {
    const { value, sources } = laneValue(chip, metric)
    const date = datedOf(chip[by])
    if (value === null || date === null || (by === 'available' && withdrawn !== null)) return []
    return [{ chip: chip.id, vendor: chip.vendor, date, value, sources }]
  })
  return points.sort((a, b) => a.date.last - b.date.last || (a.chip < b.chip ? -1 : 1))
}

/** The best so far of some points as steps: each is better than the one before. Points as {@link lanePoints} gives them. */
export function bestSoFar(points: readonly LanePoint[]): BestStep[] {
  const steps: BestStep[] = []
  for (const { date, value, chip } of points) {
    const before = steps.at(-1)
    if (!Number.isFinite(date.last) || value <= (before?.value ?? -Infinity)) continue
    const step = { from: date.last, value, chip }
    if (before?.from === step.from) steps[steps.length - 1] = step
    else steps.push(step)
  }
  return steps
}

/** The best so far of each vendor. */
export function bestByVendor(points: readonly LanePoint[]): Map<RecordId, BestStep[]> {
  const vendors = [...new Set(points.map(({ vendor }) => vendor))]
  return new Map(vendors.map((vendor) => [vendor, bestSoFar(points.filter((point) => point.vendor === vendor))]))
}

/** From a day on, a vendor's best divided by the best of all: 1 is the frontier itself. */
export interface RatioStep {
  readonly from: DayNumber
  readonly ratio: number
  readonly chip: RecordId
  readonly frontier: RecordId
}

/** A vendor's ratio to the frontier, a step on each day on which it or the frontier moves. */
export function ratioToFrontier(points: readonly LanePoint[], vendor: RecordId): RatioStep[] {
  const [own, all] = [bestSoFar(points.filter((point) => point.vendor === vendor)), bestSoFar(points)]
  const days = [...new Set([...own, ...all].map(({ from }) => from))].sort((a, b) => a - b)
  return days.flatMap((from): RatioStep[] => {
    const [mine, best] = [lastAt(own, from), lastAt(all, from)]
    if (mine === undefined || best === undefined || best.value === 0) return []
    return [{ from, ratio: mine.value / best.value, chip: mine.chip, frontier: best.chip }]
  })
}

const lastAt = (steps: readonly BestStep[], day: DayNumber): BestStep | undefined =>
  steps.findLast(({ from }) => from <= day)
