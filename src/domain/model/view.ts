import * as v from 'valibot'
import { CONFIDENCES } from './evidence'
import { EVENT_KINDS } from './event'
import { FigureSettings } from './figure-settings'
import { RecordId } from './ids'
import { Jurisdiction } from './jurisdiction'
import { Names } from './names'

/** What lanes stand for. `story` is what was built above what was allowed. */
export const GROUPINGS = ['story', 'vendor', 'kind', 'jurisdiction', 'architecture'] as const
export const Grouping = v.picklist(GROUPINGS)
export type Grouping = v.InferOutput<typeof Grouping>

/** What can be drawn on the timeline: the three drawn record types and every kind of event. */
export const ITEM_KINDS = ['architecture-span', 'chip', 'rule', ...EVENT_KINDS] as const
export const ItemKind = v.picklist(ITEM_KINDS)
export type ItemKind = v.InferOutput<typeof ItemKind>

/** An empty list lets everything through; so a new vendor is never hidden by an old filter. */
export const Filters = v.strictObject({
  kinds: v.array(ItemKind),
  vendors: v.array(RecordId),
  jurisdictions: v.array(Jurisdiction),
  confidences: v.array(v.picklist(CONFIDENCES)),
})
export type Filters = Readonly<v.InferOutput<typeof Filters>>

export const NO_FILTERS: Filters = { kinds: [], vendors: [], jurisdictions: [], confidences: [] }

/** The visible part of the time axis, in UTC day numbers; fractions are parts of a day. */
export const TimeWindow = v.pipe(
  v.strictObject({ startDay: v.pipe(v.number(), v.finite()), endDay: v.pipe(v.number(), v.finite()) }),
  v.check(({ startDay, endDay }) => startDay < endDay, 'must end after it starts'),
)
export type TimeWindow = Readonly<v.InferOutput<typeof TimeWindow>>

export const View = v.strictObject({
  type: v.literal('view'),
  id: RecordId,
  name: Names,
  filters: Filters,
  grouping: Grouping,
  collapsed: v.array(v.string()),
  window: v.optional(TimeWindow),
  /** How a figure of it looks, where that was chosen. */
  figure: v.optional(FigureSettings),
})
export type View = Readonly<v.InferOutput<typeof View>>
