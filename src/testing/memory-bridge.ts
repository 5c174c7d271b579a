import type { TapelineRecord } from '../domain/model/record'
import { DEFAULT_LANES } from '../domain/lanes/lane-choice'
import { NO_FILTERS } from '../domain/model/view'
import { DEFAULT_VERSION_RULE } from '../domain/versions/version-rule'
import { answer, type Handlers } from '../ipc/answer'
import type { Bridge, Channel, EventName } from '../ipc/channels'
import type { Payload } from '../ipc/contract/events'
import type { FigurePreview } from '../ipc/figure-values'
import type { Settings } from '../ipc/settings-values'
import type { WorkspaceNotice } from '../ipc/values'
import type { CallError } from '../ipc/reply'
import { consoleHandlers } from '../main/handlers/console'
import { draftHandlers } from '../main/handlers/drafts'
import { figureHandlers } from '../main/handlers/figure'
import { fileHandlers } from '../main/handlers/files'
import { historyHandlers } from '../main/handlers/history'
import { salvageHandlers } from '../main/handlers/salvage'
import { settingsHandlers } from '../main/handlers/settings'
import { versionHandlers } from '../main/handlers/versions'
import { workspaceHandlers } from '../main/handlers/workspace'
import { Versions } from '../main/store/backups/versions'
import { startHere } from '../main/store/console/console-test-kit'
import { SqlConsole } from '../main/store/console/sql-console'
import { MemoryStore } from '../main/store/memory-store'

const A_PREVIEW: FigurePreview = {
  svg: '<svg xmlns="http://www.w3.org/2000/svg" width="960" height="540"/>',
  page: 0,
  pages: 1,
  widthPt: 960,
  heightPt: 540,
  summary: {
    drawn: 3,
    counted: 0,
    hidden: 0,
    sources: { listed: 1, left: 0 },
    notes: 0,
    partsLeft: { lanes: 0, chips: 0, rows: 0 },
  },
  altText: 'A timeline of three records.',
}
const A_RENDERED_FIGURE = {
  bytes: new Uint8Array(),
  widthPx: 2400,
  heightPx: 1200,
  altText: 'A timeline of three records.',
}

export interface MemoryBridgeOptions {
  readonly readOnly?: boolean
  readonly notices?: readonly WorkspaceNotice[]
  readonly settings?: Partial<Settings>
  /** Of the computer that it stands in for. */
  readonly memory?: { readonly totalBytes: number; readonly freeBytes: number }
  /** In place of the real handlers, for what a document in memory has not: versions. */
  readonly handlers?: Partial<Handlers>
}

export interface MemoryBridge extends Bridge {
  /** Every call that was made, in order. */
  readonly calls: readonly { readonly channel: Channel; readonly input: unknown }[]
  settings(): Settings
  /** Refuses the next call of a channel, as a full disk or another program would. */
  refuseNext(channel: Channel, code: CallError['code']): void
  /** Does something at main behind the window's back. */
  readonly store: MemoryStore
  tell<E extends EventName>(event: E, payload: Payload<E>): void
}

/** The real contract and the real handlers over a document in memory: main, without Electron. */
export function memoryBridge(records: Iterable<TapelineRecord>, options: MemoryBridgeOptions = {}): MemoryBridge {
  const store = new MemoryStore(records, {
    clock: () => 0,
    author: () => settings.author || 'analyst',
    readOnly: options.readOnly ?? false,
  })
  const sqlConsole = new SqlConsole(store, startHere)
  const calls: { channel: Channel; input: unknown }[] = []
  const refusals = new Map<Channel, CallError['code']>()
  const listeners = new Map<EventName, Set<(payload: unknown) => void>>()
  let settings: Settings = {
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
    ...options.settings,
  }
  const handlers: Handlers = {
    ...workspaceHandlers({
      opened: Promise.resolve({ store, shows: 'file', notices: options.notices ?? [] }),
      onHistory: () => undefined,
      memory: () => options.memory ?? { totalBytes: 16e9, freeBytes: 8e9 },
    }),
    ...versionHandlers({
      opened: Promise.resolve({ store }),
      versions: Promise.resolve(new Versions(store, () => 0)),
      onHistory: () => undefined,
      momentText: String,
      reveal: () => undefined,
    }),
    ...historyHandlers({ store: () => Promise.resolve(store) }),
    ...draftHandlers({ store: () => Promise.resolve(store) }),
    ...salvageHandlers({
      opened: Promise.resolve({ store, notices: options.notices ?? [] }),
      clock: () => 0,
      dayText: () => '2026-11-25',
      minuteText: () => '2026-11-25 08-00',
    }),
    ...settingsHandlers({
      current: () => settings,
      write: (part) => (settings = { ...settings, ...part }),
      systemTheme: () => 'light',
      systemLocale: () => 'en',
      systemAuthor: () => 'analyst',
      onChange: () => undefined,
    }),
    ...fileHandlers({
      opened: Promise.resolve({ store }),
      file: '/home/analyst/Tapeline.tapeline',
      askWhich: () => Promise.resolve(null),
      askWhere: () => Promise.resolve('/home/analyst/New.tapeline'),
      readHeader: () => ({ kind: 'missing' }),
      isOpen: () => false,
      exists: () => false,
      readStarterData: () => Promise.resolve({ records: [], problems: [] }),
      copyFile: () => undefined,
      copyOpen: (open, target) => Promise.resolve(open.copyTo(target)),
      create: () => undefined,
      show: () => ({ isNewWindow: true }),
      recent: () => [],
      forget: () => undefined,
      reveal: () => undefined,
      reopen: () => undefined,
    }),
    ...figureHandlers({
      preview: (_spec, { page }) => Promise.resolve({ ok: true, value: { ...A_PREVIEW, page } }),
      render: () => Promise.resolve({ ok: true, value: A_RENDERED_FIGURE }),
      readMark: (path) => Promise.resolve({ ok: false, error: { code: 'foreign', message: 'no figure', path } }),
      compare: () => Promise.resolve({ ok: true, value: { isSame: true, changed: [], came: [], went: [] } }),
      askWhere: (format) => Promise.resolve(`/home/analyst/view.${format}`),
      askWhich: () => Promise.resolve(null),
      isOurOwn: () => false,
      exists: () => false,
      write: () => undefined,
      copyPng: () => Promise.resolve(),
      copySvg: () => Promise.resolve(),
      copyText: () => Promise.resolve(),
      reveal: () => undefined,
      progress: () => undefined,
      today: () => 20_500,
    }),
    ...consoleHandlers({
      console: () => Promise.resolve(sqlConsole),
      askWhere: () => Promise.resolve('/home/analyst/result.csv'),
      isOurOwn: () => false,
      exists: () => false,
      write: () => undefined,
    }),
    'clipboard:copy-table': () => ({ ok: true, value: {} }),
    'link:open': () => ({ ok: true, value: { opened: true } }),
    'app:usable': () => ({ ok: true, value: {} }),
    'app:quit': () => ({ ok: true, value: {} }),
    ...options.handlers,
  }
  return {
    calls,
    store,
    settings: () => settings,
    refuseNext: (channel, code) => void refusals.set(channel, code),
    async call(channel, input) {
      calls.push({ channel, input })
      const code = refusals.get(channel)
      if (code !== undefined) {
        refusals.delete(channel)
        return { ok: false, error: { code, message: `refused: ${code}` } }
      }
      // What crosses the real bridge is cloned, and a proxy would not survive it.
      const reply = await answer(handlers, channel, structuredClone(input), (error) => {
        throw error
      })
      return structuredClone(reply)
    },
    on(event, listener) {
      const heard = listeners.get(event) ?? new Set()
      listeners.set(event, heard.add(listener))
      return () => void heard.delete(listener)
    },
    pathOf: () => '',
    tell(event, payload) {
      for (const listener of listeners.get(event) ?? []) listener(payload)
    },
  }
}
