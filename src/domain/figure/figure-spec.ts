import * as v from 'valibot'
import { FigureSettings } from '../model/figure-settings'
import { RecordId } from '../model/ids'
import { Names } from '../model/names'
import { Filters, Grouping, TimeWindow } from '../model/view'

/**
 * Everything a figure hangs on beside the records: what to show and how it looks. The same spec,
 * document and program give the same bytes. It is written into every figure and read back from it.
 */
export const FigureSpec = v.strictObject({
  settings: FigureSettings,
  /** Of the view: the title where the settings give none. */
  name: v.optional(Names),
  window: TimeWindow,
  grouping: Grouping,
  filters: Filters,
  /** Ids of lanes drawn as one unlabelled row. */
  collapsed: v.array(v.string()),
  /** A selection: nothing else is drawn. */
  only: v.optional(v.array(RecordId)),
  /** Today as a UTC day number, for the line and the date of the data; null where it should not be told. */
  todayDay: v.nullable(v.pipe(v.number(), v.finite())),
})
export type FigureSpec = Readonly<v.InferOutput<typeof FigureSpec>>

/** Who made the figure; stands in its footer. */
export interface FigureMaker {
  readonly name: string
  readonly version: string
}
