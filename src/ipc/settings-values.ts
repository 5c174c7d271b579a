import * as v from 'valibot'
import { LEAST_LANE_PX, MOST_LANE_PX, type LaneChoices } from '../domain/lanes/lane-choice'
import { FigureSettings } from '../domain/model/figure-settings'
import { BY_DATES, LANE_KINDS, LANE_METRICS, SCALE_KINDS } from '../domain/model/lane-kind'
import { LOCALES } from '../domain/model/names'
import { Filters, Grouping } from '../domain/model/view'
import type { TableLayout } from '../domain/table/table-layout'
import { VersionRule } from '../domain/versions/version-rule'
import { FigureFormat } from './figure-values'

/** How the table of one record type is laid out. */
export const TableLayoutSetting: v.GenericSchema<TableLayout> = v.strictObject({
  columns: v.array(v.strictObject({ id: v.string(), widthPx: v.optional(v.pipe(v.number(), v.finite())) })),
  sorting: v.nullable(v.strictObject({ column: v.string(), descending: v.boolean() })),
})
/** Which metric lanes are chosen, and how they are asked. */
export const LaneChoicesSetting: v.GenericSchema<LaneChoices> = v.strictObject({
  open: v.boolean(),
  by: v.picklist(BY_DATES),
  lanes: v.array(
    v.strictObject({
      kind: v.picklist(LANE_KINDS),
      scale: v.picklist(SCALE_KINDS),
      heightPx: v.pipe(v.number(), v.minValue(LEAST_LANE_PX), v.maxValue(MOST_LANE_PX)),
    }),
  ),
  ratioOf: v.picklist(LANE_METRICS),
  lag: v.strictObject({ vendor: v.string(), destination: v.string(), gates: v.picklist(['export', 'both']) }),
})

const MAX_AUTHOR = 80
export const Author = v.pipe(v.string(), v.trim(), v.maxLength(MAX_AUTHOR))

/**
 * How the last figure looked and what it was saved as. Its titles were its own and are not kept, and what stood under
 * its rows names chips of one workspace.
 */
export const LastFigure = v.strictObject({
  format: FigureFormat,
  settings: v.omit(FigureSettings, ['title', 'subtitle', 'lanes', 'status', 'comparison']),
})
export type LastFigure = v.InferOutput<typeof LastFigure>

export const Settings = v.strictObject({
  theme: v.picklist(['system', 'light', 'dark']),
  locale: v.picklist(['system', ...LOCALES]),
  grouping: Grouping,
  filters: Filters,
  collapsed: v.array(v.string()),
  versionRule: VersionRule,
  /** How the table of each record type is laid out, by type; what is absent was never changed. */
  tables: v.record(v.string(), TableLayoutSetting),
  /** The name under which edits stand in the history; empty: the name of the system's user. */
  author: Author,
  /** Whether the strip with the whole range stands under the timeline. */
  overview: v.boolean(),
  /** Null before the first figure. */
  figure: v.nullable(LastFigure),
  metricLanes: LaneChoicesSetting,
  /** Metrics that are left out when chips are compared. */
  compareWithout: v.array(v.string()),
})
export type Settings = v.InferOutput<typeof Settings>

/** The settings with what the system says filled in. */
export const SettingsState = v.strictObject({
  settings: Settings,
  systemTheme: v.picklist(['light', 'dark']),
  systemLocale: v.picklist(LOCALES),
  /** Empty where the system does not say. */
  systemAuthor: v.string(),
})
export type SettingsState = v.InferOutput<typeof SettingsState>
