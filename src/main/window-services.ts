import { app, shell, type BrowserWindow } from 'electron'
import { existsSync } from 'node:fs'
import { freemem, totalmem } from 'node:os'
import type { Locale } from '../domain/model/names'
import { answer, type Handlers } from '../ipc/answer'
import type { EventName } from '../ipc/channels'
import type { Payload } from '../ipc/contract/events'
import type { Settings, SettingsState } from '../ipc/settings-values'
import type { HistoryState, WorkspaceNotice } from '../ipc/values'
import { startConsoleProcess } from './console-process'
import { askWhereCopy, askWhereCsv, askWhereNew, askWhichWorkspace, confirmAddress } from './file-dialogs'
import { figureServices } from './figure-services'
import { appHandlers } from './handlers/app'
import { consoleHandlers } from './handlers/console'
import { copyTable } from './clipboard'
import { clipboardHandlers } from './handlers/clipboard'
import { draftHandlers } from './handlers/drafts'
import { figureHandlers } from './handlers/figure'
import { fileHandlers } from './handlers/files'
import { historyHandlers } from './handlers/history'
import { linkHandlers } from './handlers/link'
import { salvageHandlers } from './handlers/salvage'
import { settingsHandlers } from './handlers/settings'
import { versionHandlers } from './handlers/versions'
import { workspaceHandlers } from './handlers/workspace'
import type { Ask } from './ipc-server'
import type { SettingsFile } from './settings/settings-file'
import { copyStore } from './store/backups/copy-store'
import { systemAuthor } from './settings/system-author'
import { keepBackups, type Backups } from './store/backups/keep-backups'
import { runInThread } from './store/backups/run-in-thread'
import { Versions } from './store/backups/versions'
import { SqlConsole } from './store/console/sql-console'
import { copyWorkspaceFile } from './store/copy-workspace-file'
import { createWorkspaceFile } from './store/create-workspace-file'
import { readHeader } from './store/file-header'
import { belongsToWorkspace } from './store/own-files'
import { writeWholeFile } from './store/whole-file'
import { watchFile } from './workspace/file-watch'
import { openWorkspace } from './workspace/open-workspace'
import { placeNotices } from './workspace/synced-folder'
import type { WindowMenu } from './window-menu'

/** What all windows share. */
export interface Program {
  readonly settings: SettingsFile
  readonly systemTheme: () => 'light' | 'dark'
  readonly systemLocale: () => Locale
  readonly localeOf: (settings: Settings) => Locale
  readonly inApp: (...parts: string[]) => string
  /** Where copies go when a workspace's own folder takes none. */
  readonly rescueFolder: string
  /** Hears once that the first timeline stands. */
  readonly onUsable: () => void
  readonly onSettings: (state: SettingsState, by: BrowserWindow) => void
  readonly recent: () => readonly string[]
  readonly forgetRecent: () => void
  readonly isOpen: (file: string) => boolean
  readonly show: (file: string) => { readonly isNewWindow: boolean }
}

export interface WindowContext {
  readonly window: BrowserWindow
  readonly file: string
  readonly isOwn: boolean
  readonly notices: readonly WorkspaceNotice[]
  readonly menu: WindowMenu
  readonly send: <E extends EventName>(event: E, payload: Payload<E>) => void
  readonly reopen: () => void
}

export interface WindowServices {
  readonly ask: Ask
  /** Lets go of the file; settles when that is done. */
  close(): Promise<void>
}

/** Not while the user begins to work: a copy of a large workspace takes a moment. */
const BACK_UP_AFTER_MS = 10_000
const WATCH_AFTER_MS = 1_500

/** Native code cannot look into the archive of a packaged app: what it opens lies unpacked beside it. */
const onDisk = (path: string): string => path.replace(/app\.asar(?=[\\/])/, 'app.asar.unpacked')

/** Opens one window's workspace and joins the handlers to what they need of Electron. */
export function createWindowServices(program: Program, context: WindowContext): WindowServices {
  const { settings, inApp, localeOf } = program
  const { window, file, menu, send } = context
  const locale = () => localeOf(settings.current())
  const tell = (notice: WorkspaceNotice) => send('workspace:problem', notice)
  let closed = false
  const timers = new Set<NodeJS.Timeout>()
  const later = (work: () => unknown, delayMs: number) => {
    const timer = setTimeout(() => {
      timers.delete(timer)
      work()
    }, delayMs)
    timers.add(timer)
  }
  const readStarterData = async () => (await import('./workspace/starter-data')).readStarterData(inApp('..', 'data'))

  const opened = openWorkspace({
    file,
    isOwn: context.isOwn,
    clock: Date.now,
    author: () => settings.current().author || systemAuthor(),
    rescueFolder: program.rescueFolder,
    readStarterData,
    onTrouble: tell,
  })
  // Nobody syncs the program's own folder, and the first start has no time to look.
  const placed = context.isOwn ? [] : placeNotices(file)
  const run = runInThread(inApp('main', 'version-thread.cjs'))
  const versions = opened.then(
    ({ store }) =>
      new Versions(store, Date.now, {
        run,
        rule: () => settings.current().versionRule,
        onChange: () => {
          send('versions:changed', {})
        },
      }),
  )
  const sqlConsole = opened.then(
    ({ store }) => new SqlConsole(store, startConsoleProcess(inApp('main', 'console-process.cjs'))),
  )
  const backups: Promise<Backups> = Promise.all([opened, versions]).then(([{ store }, kept]) =>
    keepBackups({
      versions: kept,
      revision: () => store.history().revision,
      clock: Date.now,
      everyMinutes: () => settings.current().versionRule.everyMinutes,
      later: (work, delayMs) => {
        later(() => void work(), delayMs)
      },
      onFailure: (detail, lastGood) =>
        tell({ code: 'backup-failed', file, detail: lastGood === null ? detail : `${detail}\n${lastGood.id}` }),
    }),
  )
  let stopWatching: () => void = () => undefined
  later(
    () =>
      void opened.then(({ store }) => {
        if (!closed) stopWatching = watchFile(store)
      }),
    WATCH_AFTER_MS,
  )
  const onHistory = (history: HistoryState) => {
    menu.showHistory(history)
    void backups.then((kept) => kept.changed(history.revision))
  }
  const onUsable = () => {
    program.onUsable()
    later(() => void backups.then((kept) => kept.started()), BACK_UP_AFTER_MS)
  }

  const reveal = (path: string) => {
    shell.showItemInFolder(path)
  }

  const figures = figureServices({
    window,
    file,
    locale,
    script: inApp('main', 'figure-thread.cjs'),
    fontsDir: onDisk(inApp('fonts')),
    store: async () => (await opened).store,
    progress: (part) => {
      send('figure:progress', { part })
    },
  })

  const handlers: Handlers = {
    ...workspaceHandlers({
      opened: opened.then((found) => ({ ...found, notices: [...context.notices, ...found.notices, ...placed] })),
      onHistory,
      memory: () => ({ totalBytes: totalmem(), freeBytes: process.platform === 'darwin' ? totalmem() / 2 : freemem() }),
    }),
    ...versionHandlers({ opened, versions, onHistory, momentText: localMoment, reveal }),
    ...historyHandlers({ store: async () => (await opened).store }),
    ...fileHandlers({
      opened,
      file,
      askWhich: () => askWhichWorkspace(window, locale(), file),
      askWhere: (purpose) => (purpose === 'new' ? askWhereNew : askWhereCopy)(window, locale(), file),
      readHeader,
      isOpen: program.isOpen,
      exists: existsSync,
      readStarterData,
      copyFile: copyWorkspaceFile,
      copyOpen: (store, to) => copyStore(store, run, () => to),
      create: createWorkspaceFile,
      show: program.show,
      recent: program.recent,
      forget: program.forgetRecent,
      reveal,
      reopen: context.reopen,
    }),
    ...draftHandlers({ store: async () => (await opened).store }),
    ...salvageHandlers({
      opened,
      clock: Date.now,
      dayText: (ms) => localMoment(ms).slice(0, 10),
      minuteText: (ms) => localMoment(ms).replace(':', '-'),
    }),
    ...settingsHandlers({
      current: () => settings.current(),
      write: (part) => settings.write(part),
      systemTheme: program.systemTheme,
      systemLocale: program.systemLocale,
      systemAuthor,
      onChange: (state) => {
        program.onSettings(state, window)
      },
    }),
    ...figureHandlers(figures.ports),
    ...consoleHandlers({
      console: () => sqlConsole,
      askWhere: () => askWhereCsv(window, locale()),
      isOurOwn: (target) => belongsToWorkspace(target, file),
      exists: existsSync,
      write: writeWholeFile,
    }),
    ...clipboardHandlers({ copyTable }),
    ...linkHandlers({
      confirm: (address) => confirmAddress(window, locale(), address),
      openExternal: (address) => shell.openExternal(address),
    }),
    ...appHandlers({ onUsable, quit: () => app.quit() }),
  }

  return {
    ask: (channel, input) =>
      answer(handlers, channel, input, (error) => {
        console.error(`${channel} failed:`, error)
      }),
    async close() {
      if (closed) return
      closed = true
      for (const timer of timers) clearTimeout(timer)
      stopWatching()
      void figures.close()
      ;(await sqlConsole).close()
      const { store } = await opened
      store.close()
    },
  }
}

/** `2026-11-25 15:10` by the clock on the wall. */
function localMoment(ms: number): string {
  const shifted = new Date(ms - new Date(ms).getTimezoneOffset() * 60_000)
  return shifted.toISOString().slice(0, 16).replace('T', ' ')
}
