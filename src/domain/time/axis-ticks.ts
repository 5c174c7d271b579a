import type { Locale } from '../model/names'
import type { AxisLabels, LabelForm } from './axis-label-form'
import { ENGLISH_LABELS } from './axis-labels-en'
import { CHINESE_LABELS } from './axis-labels-zh'
import { AXIS_RULERS, MAJOR_UNITS, rulersFromFinest, type AxisRuler, type AxisUnit, type MajorUnit } from './axis-units'
import type { DayNumber } from './day-number'
import { approximateTextWidth } from './text-width'

/** One cell of an axis row, from its tick to the next. Days may be fractions: hours of the day. */
export interface AxisTick {
  readonly day: DayNumber
  readonly endDay: DayNumber
  /** Empty where the cell has no room for it. */
  readonly label: string
  /**
   * Where the label's left edge belongs. In the major row the first label sticks to the window's left
   * edge until the next cell pushes it out; everywhere else it is `day`.
   */
  readonly labelDay: DayNumber
  /** The first cell to begin in a larger one: draw a stronger line. */
  readonly emphasis: boolean
}

export interface AxisTicks {
  readonly unit: AxisUnit
  readonly majorUnit: MajorUnit
  readonly major: readonly AxisTick[]
  readonly minor: readonly AxisTick[]
}

export interface AxisWindow {
  readonly startDay: DayNumber
  readonly endDay: DayNumber
  readonly widthPx: number
  readonly locale: Locale
  /** The narrowest a cell may be, whatever its label. */
  readonly minLabelPx?: number
  /** The width of a label in px; by default a rough guess for 12 px text. */
  readonly measure?: (text: string) => number
}

/** Between the end of a label and the next tick, so that labels never touch. */
const LABEL_GAP_PX = 10
const LABELS: Readonly<Record<Locale, AxisLabels>> = { en: ENGLISH_LABELS, 'zh-Hant': CHINESE_LABELS }

/**
 * The two rows of an axis: the finest unit from hours to millennia whose labels all fit (`minor`),
 * and the unit above it (`major`).
 *
 *     major  │December 2025          │January 2026
 *     minor  │Mon 29│Tue 30│Wed 31   │Thu 1 │Fri 2
 *
 * Cells are exact calendar cells, ascending, without gaps, and cover the window; the outer ones
 * reach past it. The choice depends on the scale and on the widest label there can be, so it does
 * not flicker while panning. An hour is a 24th of a day: there are no zones and no lost hours.
 * Both rows are empty when the window is empty or has no width.
 */
export function axisTicks(window: AxisWindow): AxisTicks {
  const { startDay, endDay, widthPx, locale, minLabelPx = 24, measure = approximateTextWidth } = window
  if (!(endDay > startDay) || !(widthPx > 0) || !Number.isFinite(endDay - startDay))
    return { unit: 'day', majorUnit: 'month', major: [], minor: [] }
  const pxPerDay = widthPx / (endDay - startDay)
  const widest = widestDigitOf(measure)
  const view: View = { startDay, endDay, pxPerDay, measure: (text) => measure(text.replace(/\d/g, widest)) }
  const labels = LABELS[locale]

  const rulers = rulersFromFinest().filter(({ shortestDays }) => shortestDays * pxPerDay >= minLabelPx)
  for (const ruler of rulers) {
    const cells = cellsOf(ruler, view)
    const form = labels.minor[ruler.unit].find((each) => fitsAll(each, ruler, cells, view))
    if (form === undefined) continue
    const majorUnit = MAJOR_UNITS[ruler.unit]
    const major = AXIS_RULERS[majorUnit]
    return {
      unit: ruler.unit,
      majorUnit,
      minor: ticksOf(cells, form, major, null, view),
      major: majorUnit === ruler.unit ? [] : majorTicks(major, labels.major[majorUnit], view),
    }
  }
  return { unit: 'millennium', majorUnit: 'millennium', major: [], minor: [] }
}

interface View {
  readonly startDay: DayNumber
  readonly endDay: DayNumber
  readonly pxPerDay: number
  /** The width of a text as if all its digits were the widest: it does not change from cell to cell. */
  readonly measure: (text: string) => number
}

interface Cell {
  readonly previousDay: DayNumber
  readonly day: DayNumber
  readonly endDay: DayNumber
}

function cellsOf(ruler: AxisRuler, { startDay, endDay }: View): Cell[] {
  const first = cellAt(ruler, startDay)
  const cells: Cell[] = []
  let [previousDay, day] = [ruler.startOf(first - 1), ruler.startOf(first)]
  for (let next = first + 1; day < endDay; next += 1) {
    const end = ruler.startOf(next)
    cells.push({ previousDay, day, endDay: end })
    previousDay = day
    day = end
  }
  return cells
}

function cellAt(ruler: AxisRuler, day: DayNumber): number {
  let cell = ruler.near(day)
  while (ruler.startOf(cell + 1) <= day) cell += 1
  return cell
}

function fitsAll({ label, samples }: LabelForm, ruler: AxisRuler, cells: readonly Cell[], view: View): boolean {
  const { pxPerDay, measure } = view
  const fits = (day: DayNumber, days: number) => measure(label(day)) + LABEL_GAP_PX <= days * pxPerDay
  return (
    samples.every((day) => fits(day, ruler.shortestDays)) && cells.every(({ day, endDay }) => fits(day, endDay - day))
  )
}

function majorTicks(ruler: AxisRuler, forms: readonly LabelForm[], view: View): AxisTick[] {
  const cells = cellsOf(ruler, view)
  const form = forms.find((each) => fitsAll(each, ruler, cells, view)) ?? forms.at(-1)
  if (form === undefined) throw new Error(`no label for ${ruler.unit}`)
  return ticksOf(cells, form, AXIS_RULERS[MAJOR_UNITS[ruler.unit]], view.startDay, view)
}

/** `stickTo`: the day at whose left labels stop, or null to leave them at their ticks. */
function ticksOf(
  cells: readonly Cell[],
  { label }: LabelForm,
  above: AxisRuler,
  stickTo: DayNumber | null,
  { pxPerDay, measure }: View,
): AxisTick[] {
  return cells.map(({ previousDay, day, endDay }) => {
    const text = label(day)
    const labelDays = (measure(text) + LABEL_GAP_PX) / pxPerDay
    const fits = labelDays <= endDay - day
    return {
      day,
      endDay,
      label: fits ? text : '',
      labelDay: stickTo === null || !fits ? day : Math.max(day, Math.min(stickTo, endDay - labelDays)),
      emphasis: cellAt(above, previousDay) !== cellAt(above, day),
    }
  })
}

function widestDigitOf(measure: (text: string) => number): string {
  return Array.from('0123456789').reduce((a, b) => (measure(b) > measure(a) ? b : a))
}
