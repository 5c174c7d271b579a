import type { AxisTick, AxisTicks } from '../../domain/time/axis-ticks'
import { AXIS_UNITS } from '../../domain/time/axis-units'

/** What is written along the strip's one row of time: `under` only where `names` leave room. */
export interface StripLabels {
  readonly names: readonly AxisTick[]
  readonly under: readonly AxisTick[]
}

/** So many years say enough by themselves. */
const ENOUGH_YEARS = 3

/**
 * Years, or what is coarser, alone. A range of so few days that the axis counts in parts of a year names the larger
 * cells, and the parts between them where there are hardly any years: "Mon 29" says nothing without its month.
 */
export function stripLabels({ unit, majorUnit, major, minor }: AxisTicks): StripLabels {
  if (AXIS_UNITS.indexOf(unit) >= AXIS_UNITS.indexOf('year')) return { names: minor, under: [] }
  return { names: major, under: majorUnit === 'year' && major.length >= ENOUGH_YEARS ? [] : minor }
}
