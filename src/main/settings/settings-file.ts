import { DEFAULT_LANES } from '../../domain/lanes/lane-choice'
import { NO_FILTERS } from '../../domain/model/view'
import { DEFAULT_VERSION_RULE } from '../../domain/versions/version-rule'
import { Settings } from '../../ipc/settings-values'
import { writeWholeFile } from '../store/whole-file'
import { readJsonFile } from './json-file'

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
  let settings: Settings = readJsonFile(file, Settings.entries, DEFAULT_SETTINGS)
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
