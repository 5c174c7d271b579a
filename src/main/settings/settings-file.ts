import * as v from 'valibot'
import { DEFAULT_LANES } from '../../domain/lanes/lane-choice'
import { LOCALES } from '../../domain/model/names'
import { Filters, Grouping, NO_FILTERS } from '../../domain/model/view'
import { DEFAULT_VERSION_RULE, VersionRule } from '../../domain/versions/version-rule'
import { Author, LaneChoicesSetting, LastFigure, TableLayoutSetting, type Settings } from '../../ipc/settings-values'
import { writeWholeFile } from '../store/whole-file'
import { readJsonFile } from './json-file'

/** The same form as the contract's `Settings`, by field, so that one bad value costs no other. */
const ENTRIES = {
  theme: v.picklist(['system', 'light', 'dark']),
  locale: v.picklist(['system', ...LOCALES]),
  grouping: Grouping,
  filters: Filters,
  collapsed: v.array(v.string()),
  versionRule: VersionRule,
  tables: v.record(v.string(), TableLayoutSetting),
  author: Author,
  overview: v.boolean(),
  figure: v.nullable(LastFigure),
  metricLanes: LaneChoicesSetting,
  compareWithout: v.array(v.string()),
} satisfies { [K in keyof Settings]: v.GenericSchema<Settings[K]> }

export const DEFAULT_SETTINGS: Settings = {
  theme: 'system',
  locale: 'system',
  grouping: 'story',
  filters: NO_FILTERS,
  collapsed: [],
  versionRule: DEFAULT_VERSION_RULE,
  tables: {},
  author: '',
  overview: true,
  figure: null,
  metricLanes: DEFAULT_LANES,
  compareWithout: [],
}

export interface SettingsFile {
  current(): Settings
  write(part: Partial<Settings>): Settings
}

/** The user's settings. Where the folder takes no file they hold for this run. */
export function openSettings(file: string): SettingsFile {
  let settings: Settings = readJsonFile(file, ENTRIES, DEFAULT_SETTINGS)
  return {
    current: () => settings,
    write(part) {
      settings = { ...settings, ...part }
      try {
        writeWholeFile(file, `${JSON.stringify(settings, null, 2)}\n`)
      } catch (error) {
        console.error(`${file} cannot be written:`, error)
      }
      return settings
    },
  }
}
