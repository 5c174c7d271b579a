import * as v from 'valibot'
import { RecordId } from './ids'
import { Jurisdiction } from './jurisdiction'
import { BY_DATES, LANE_KINDS, LANE_METRICS, SCALE_KINDS } from './lane-kind'
import { Metric } from './spec-value'

/** So many chips a figure draws along time at the most, and so many it sets side by side. */
export const MOST_STATUS_CHIPS = 40
export const LEAST_SIDE_BY_SIDE = 2
export const MOST_SIDE_BY_SIDE = 8

const isUnique = (list: readonly string[]): boolean => new Set(list).size === list.length

/** Metrics of chips under the rows of records, on the same axis. */
export const FigureLanes = v.strictObject({
  by: v.picklist(BY_DATES),
  /** From top to bottom, each kind once. */
  lanes: v.pipe(
    v.array(v.strictObject({ kind: v.picklist(LANE_KINDS), scale: v.picklist(SCALE_KINDS) })),
    v.minLength(1),
    v.check((lanes) => isUnique(lanes.map(({ kind }) => kind)), 'must name each kind once'),
  ),
  /** Limits of rules, over the days on which they were in force. */
  limits: v.boolean(),
  /** The best so far of all and of each vendor, as steps. */
  steps: v.boolean(),
  /** Whose chips; empty: everyone's. */
  vendors: v.array(RecordId),
  /** The metric of which a lane of ratios shows the ratio. */
  ratioOf: v.picklist(LANE_METRICS),
  /** What a lane of generations asks: whose chips, sold where, and whether the buyer's government counts as well. */
  lag: v.optional(
    v.strictObject({ vendor: RecordId, destination: Jurisdiction, gates: v.picklist(['export', 'both']) }),
  ),
})
export type FigureLanes = Readonly<v.InferOutput<typeof FigureLanes>>

/** What the rules said of some chips along time, as a bar for each gate. */
export const FigureStatus = v.strictObject({
  destination: Jurisdiction,
  gate: v.picklist(['both', 'export', 'import']),
  /** From top to bottom, each once. */
  chips: v.pipe(
    v.array(RecordId),
    v.minLength(1),
    v.maxLength(MOST_STATUS_CHIPS),
    v.check((ids) => isUnique(ids), 'must name each chip once'),
  ),
})
export type FigureStatus = Readonly<v.InferOutput<typeof FigureStatus>>

/** Chips side by side, as a table below the timeline. */
export const FigureComparison = v.pipe(
  v.strictObject({
    /** From left to right, each once. */
    chips: v.pipe(
      v.array(RecordId),
      v.minLength(LEAST_SIDE_BY_SIDE),
      v.maxLength(MOST_SIDE_BY_SIDE),
      v.check((ids) => isUnique(ids), 'must name each chip once'),
    ),
    /** Ratios are to this one; null: no ratios. */
    base: v.nullable(RecordId),
    /** The rows, each metric once; which comes first hangs on what differs. */
    metrics: v.pipe(
      v.array(Metric),
      v.minLength(1),
      v.check((ids) => isUnique(ids), 'must name each metric once'),
    ),
  }),
  v.check(({ chips, base }) => base === null || chips.includes(base), 'must have its base among its chips'),
)
export type FigureComparison = Readonly<v.InferOutput<typeof FigureComparison>>
