import type { Locale } from '../../domain/model/names'
import type { Handlers } from '../../ipc/answer'
import type { Settings, SettingsState } from '../../ipc/settings-values'

export interface SettingsPorts {
  readonly current: () => Settings
  readonly write: (part: Partial<Settings>) => Settings
  readonly systemTheme: () => 'light' | 'dark'
  readonly systemLocale: () => Locale
  readonly systemAuthor: () => string
  /** What else shows them follows: menu, background, the other windows. */
  readonly onChange: (state: SettingsState) => void
}

export function settingsHandlers(ports: SettingsPorts): Pick<Handlers, 'settings:read' | 'settings:write'> {
  const state = (settings: Settings): SettingsState => ({
    settings,
    systemTheme: ports.systemTheme(),
    systemLocale: ports.systemLocale(),
    systemAuthor: ports.systemAuthor(),
  })
  return {
    'settings:read': () => ({ ok: true, value: state(ports.current()) }),
    'settings:write'(part) {
      // An absent field and an undefined one mean the same in the input; only the first may reach the file.
      const given = Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined))
      const value = state(ports.write(given))
      ports.onChange(value)
      return { ok: true, value }
    },
  }
}
