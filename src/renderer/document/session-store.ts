import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { Locale } from '../../domain/model/names'
import { NO_FILTERS } from '../../domain/model/view'
import type { Settings, SettingsState } from '../../ipc/contract'
import type { Reply } from '../../ipc/reply'
import { client } from './client'
import { useDocumentStore } from './document-store'
import { NO_VISITS, stepVisits, visit } from './selection-history'

const WRITE_AFTER_MS = 300

const firstPaint = (): Pick<SettingsState, 'systemTheme' | 'systemLocale'> => ({
  systemTheme: document.documentElement.dataset['theme'] === 'dark' ? 'dark' : 'light',
  systemLocale: document.documentElement.lang === 'zh-Hant' ? 'zh-Hant' : 'en',
})

/** What belongs to this window and this user, not to the document: selection, lanes, panels, looks. */
export const useSessionStore = defineStore('session', () => {
  const documents = useDocumentStore()

  const settings = shallowRef<Settings>({
    theme: 'system',
    locale: 'system',
    grouping: 'story',
    filters: NO_FILTERS,
    collapsed: [],
  })
  // Until the settings are read, the first paint's choice stands in for the system's.
  const system = shallowRef(firstPaint())
  const selected = shallowRef<string | null>(null)
  const visits = shallowRef(NO_VISITS)
  const filtersOpen = shallowRef(false)
  const inspectorOpen = shallowRef(false)
  const tableOpen = shallowRef(false)
  const allArrows = shallowRef(false)

  let unsaved: Partial<Settings> = {}
  let timer = 0

  function flush(): void {
    window.clearTimeout(timer)
    if (Object.keys(unsaved).length === 0) return
    const input = unsaved
    unsaved = {}
    void client().call('settings:write', input)
  }

  function set(part: Partial<Settings>): void {
    settings.value = { ...settings.value, ...part }
    unsaved = { ...unsaved, ...part }
    window.clearTimeout(timer)
    timer = window.setTimeout(flush, WRITE_AFTER_MS)
  }

  const setting = <K extends keyof Settings>(key: K) =>
    computed({
      get: () => settings.value[key],
      set: (value) => {
        set({ [key]: value })
      },
    })

  async function load(reading: Promise<Reply<SettingsState>>): Promise<void> {
    const reply = await reading
    if (!reply.ok) return
    settings.value = { ...reply.value.settings, ...unsaved }
    system.value = { systemTheme: reply.value.systemTheme, systemLocale: reply.value.systemLocale }
  }

  const exists = (record: string): boolean => documents.document.records.has(record)

  function select(record: string | null): void {
    selected.value = record
    if (record === null) return
    visits.value = visit(visits.value, record)
    inspectorOpen.value = true
  }

  function travel(step: 1 | -1): void {
    const next = stepVisits(visits.value, step, exists)
    if (next === null) return
    visits.value = next
    selected.value = next.records[next.at] ?? null
  }

  return {
    settings,
    selected,
    filtersOpen,
    tableOpen,
    allArrows,
    grouping: setting('grouping'),
    filters: setting('filters'),
    collapsed: setting('collapsed'),
    inspectorOpen,
    themeChoice: setting('theme'),
    localeChoice: setting('locale'),
    theme: computed(() => (settings.value.theme === 'system' ? system.value.systemTheme : settings.value.theme)),
    locale: computed<Locale>(() =>
      settings.value.locale === 'system' ? system.value.systemLocale : settings.value.locale,
    ),
    canGoBack: computed(() => stepVisits(visits.value, -1, exists) !== null),
    canGoForward: computed(() => stepVisits(visits.value, 1, exists) !== null),
    load,
    flush,
    select,
    back: () => {
      travel(-1)
    },
    forward: () => {
      travel(1)
    },
    setSystemTheme(systemTheme: 'light' | 'dark') {
      system.value = { ...system.value, systemTheme }
    },
  }
})
