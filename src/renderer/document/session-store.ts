import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { DEFAULT_LANES } from '../../domain/lanes/lane-choice'
import type { Locale } from '../../domain/model/names'
import { NO_FILTERS } from '../../domain/model/view'
import { DEFAULT_VERSION_RULE } from '../../domain/versions/version-rule'
import type { Settings, SettingsState } from '../../ipc/settings-values'
import type { Reply } from '../../ipc/reply'
import { client } from './client'
import { useDocumentStore } from './document-store'
import { NO_VISITS, stepVisits, visit } from './selection-history'

const WRITE_AFTER_MS = 300

const firstPaint = (): Omit<SettingsState, 'settings'> => ({
  systemTheme: document.documentElement.dataset['theme'] === 'dark' ? 'dark' : 'light',
  systemLocale: document.documentElement.lang === 'zh-Hant' ? 'zh-Hant' : 'en',
  systemAuthor: '',
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
    versionRule: DEFAULT_VERSION_RULE,
    tables: {},
    author: '',
    overview: true,
    figure: null,
    metricLanes: DEFAULT_LANES,
    compareWithout: [],
  })
  // Until the settings are read, the first paint's choice stands in for the system's.
  const system = shallowRef(firstPaint())
  const selected = shallowRef<string | null>(null)
  /** What is selected besides: moved, rated and deleted together with it. */
  const others = shallowRef<ReadonlySet<string>>(new Set())
  const visits = shallowRef(NO_VISITS)
  const filtersOpen = shallowRef(false)
  const inspectorOpen = shallowRef(false)
  const historyOpen = shallowRef(false)
  const versionsOpen = shallowRef(false)
  const tableOpen = shallowRef(false)
  const consoleOpen = shallowRef(false)
  const asOfOpen = shallowRef(false)
  const allArrows = shallowRef(false)
  /** The chips that stand side by side, in their order; null while they are not compared. */
  const compared = shallowRef<readonly string[] | null>(null)
  /** To which of them ratios are; the first one where this is none of them. */
  const comparedBase = shallowRef<string | null>(null)

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
    const { settings: _settings, ...rest } = reply.value
    system.value = rest
  }

  const exists = (record: string): boolean => documents.document.records.has(record)

  const selection = computed<ReadonlySet<string>>(
    () => new Set([...(selected.value === null ? [] : [selected.value]), ...others.value].filter(exists)),
  )

  function select(record: string | null): void {
    selected.value = record
    others.value = new Set()
    if (record === null) return
    visits.value = visit(visits.value, record)
    inspectorOpen.value = true
  }

  /** Selects these together and nothing else; the details stay with the record they are of, if it is among them. */
  function selectMany(records: readonly string[]): void {
    const wanted = new Set(records)
    const first = selected.value !== null && wanted.has(selected.value) ? selected.value : (records[0] ?? null)
    if (first !== null) wanted.delete(first)
    selected.value = first
    others.value = wanted
    if (first !== null) inspectorOpen.value = true
  }

  /** Adds a record to the selection, or takes it out. */
  function toggle(record: string): void {
    const wanted = new Set(selection.value)
    if (!wanted.delete(record)) wanted.add(record)
    selectMany([...wanted])
  }

  function travel(step: 1 | -1): void {
    const next = stepVisits(visits.value, step, exists)
    if (next === null) return
    visits.value = next
    selected.value = next.records[next.at] ?? null
    others.value = new Set()
  }

  return {
    settings,
    selected,
    selection,
    /** The record whose note the details open for typing once they show it. */
    noting: shallowRef<string | null>(null),
    filtersOpen,
    tableOpen,
    consoleOpen,
    asOfOpen,
    allArrows,
    overviewOpen: setting('overview'),
    lastFigure: setting('figure'),
    metricLanes: setting('metricLanes'),
    compareWithout: setting('compareWithout'),
    compared,
    comparedBase,
    grouping: setting('grouping'),
    filters: setting('filters'),
    collapsed: setting('collapsed'),
    versionRule: setting('versionRule'),
    versionsOpen,
    tables: setting('tables'),
    inspectorOpen,
    historyOpen,
    themeChoice: setting('theme'),
    localeChoice: setting('locale'),
    /** As it was typed; empty means the system's. */
    authorChoice: setting('author'),
    systemAuthor: computed(() => system.value.systemAuthor),
    /** The name under which edits of this window stand in the history. */
    author: computed(() => settings.value.author || system.value.systemAuthor),
    theme: computed(() => (settings.value.theme === 'system' ? system.value.systemTheme : settings.value.theme)),
    locale: computed<Locale>(() =>
      settings.value.locale === 'system' ? system.value.systemLocale : settings.value.locale,
    ),
    canGoBack: computed(() => stepVisits(visits.value, -1, exists) !== null),
    canGoForward: computed(() => stepVisits(visits.value, 1, exists) !== null),
    load,
    flush,
    select,
    selectMany,
    toggle,
    back: () => {
      travel(-1)
    },
    forward: () => {
      travel(1)
    },
    /** Another window changed the settings: its looks and name are ours too, its lanes and filters are not. */
    follow({ settings: { theme, locale, author }, ...rest }: SettingsState) {
      settings.value = { ...settings.value, theme, locale, author }
      system.value = rest
    },
    setSystemTheme(systemTheme: 'light' | 'dark') {
      system.value = { ...system.value, systemTheme }
    },
  }
})
