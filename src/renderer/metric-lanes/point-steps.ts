import type { TimeWindow } from '../../domain/model/view'
import type { PlotPoint } from '../../domain/lanes/lane-content'

/**
 * The point that a key leads to: earlier or later (←, →), of lower or higher value (↓, ↑), the first or the last
 * (Home, End). Without a point to begin from, the first one that is shown. Undefined for other keys, and at the ends.
 */
export function nextPoint(
  points: readonly PlotPoint[],
  from: PlotPoint | null,
  key: string,
  { startDay, endDay }: TimeWindow,
): PlotPoint | undefined {
  const byValue = key === 'ArrowUp' || key === 'ArrowDown'
  const list = byValue ? [...points].sort((a, b) => a.value - b.value) : points
  const step = STEPS[key]
  if (key === 'Home') return list[0]
  if (key === 'End') return list.at(-1)
  if (step === undefined) return undefined
  if (from === null) return points.find(({ date }) => date.last >= startDay && date.last <= endDay) ?? points[0]
  return list[indexOf(list, from) + step]
}

const STEPS: Readonly<Record<string, 1 | -1>> = { ArrowLeft: -1, ArrowRight: 1, ArrowDown: -1, ArrowUp: 1 }

/** The point may be one of content that was made anew since. */
const indexOf = (list: readonly PlotPoint[], { chip, date }: PlotPoint): number =>
  list.findIndex((point) => point.chip === chip && point.date.last === date.last)
