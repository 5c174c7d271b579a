import { app, dialog, shell, type BrowserWindow } from 'electron'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { documentOf } from '../domain/model/document'
import type { Locale } from '../domain/model/names'
import { answer, type Handlers } from '../ipc/answer'
import type { EventName } from '../ipc/channels'
import type { HistoryState, Payload, Settings } from '../ipc/contract'
import { copyPng } from './clipboard-image'
import { appHandlers } from './handlers/app'
import { draftHandlers } from './handlers/drafts'
import { figureHandlers } from './handlers/figure'
import { historyHandlers } from './handlers/history'
import { linkHandlers } from './handlers/link'
import { salvageHandlers } from './handlers/salvage'
import { settingsHandlers } from './handlers/settings'
import { versionHandlers } from './handlers/versions'
import { workspaceHandlers } from './handlers/workspace'
import type { Ask } from './ipc-server'
import { paintBackground } from './main-window'
import { setMenu } from './menu'
import type { SettingsFile } from './settings/settings-file'
import { systemAuthor } from './settings/system-author'
import { keepBackups, type Backups } from './store/backups/keep-backups'
import { Versions } from './store/backups/versions'
import { belongsToWorkspace } from './store/own-files'
import { writeWholeFile } from './store/whole-file'
import { WORDS } from './words'
import { openWorkspace, WORKSPACE_FILE } from './workspace/open-workspace'

export interface ServiceContext {
  readonly window: BrowserWindow
  readonly settings: SettingsFile
  readonly systemTheme: () => 'light' | 'dark'
  readonly systemLocale: () => Locale
  readonly themeOf: (settings: Settings) => 'light' | 'dark'
  readonly localeOf: (settings: Settings) => Locale
  readonly inApp: (...parts: string[]) => string
  readonly inUserData: (name: string) => string
  readonly send: <E extends EventName>(event: E, payload: Payload<E>) => void
  /** Hears once that the first timeline stands. */
  readonly onUsable: (() => void) | undefined
}

const MS_PER_DAY = 86_400_000

/** Native code cannot look into the archive of a packaged app: what it opens lies unpacked beside it. */
const onDisk = (path: string): string => path.replace(/app\.asar(?=[\\/])/, 'app.asar.unpacked')

/** Opens the workspace and joins the handlers to what they need of Electron. */
export function createServices(context: ServiceContext): Ask {
  const { window, settings, inApp, inUserData, localeOf, send } = context
  const opened = openWorkspace({
    folder: inUserData(''),
    clock: Date.now,
    author: () => settings.current().author || systemAuthor(),
    readStarterData: async () => (await import('./workspace/starter-data')).readStarterData(inApp('..', 'data')),
    onTrouble: (notice) => send('workspace:problem', notice),
  })
  app.on('will-quit', () => void opened.then(({ store }) => store.close()))

  const versions = opened.then(({ store }) => new Versions(store, Date.now))
  const backups = Promise.all([opened, versions]).then(([{ store }, kept]) =>
    keepBackups({
      versions: kept,
      revision: () => store.history().revision,
      clock: Date.now,
      later: (work, delayMs) => void setTimeout(work, delayMs),
      onFailure: (detail, lastGood) =>
        send('workspace:problem', {
          code: 'backup-failed',
          file: store.file ?? '',
          detail: lastGood === null ? detail : `${detail}\n${lastGood.id}`,
        }),
    }),
  )
  const onHistory = (history: HistoryState) => {
    menu.showHistory(history)
    void backups.then((kept) => kept.changed(history.revision))
  }

  const words = () => WORDS[localeOf(settings.current())]
  const menu = keepMenu(context)

  const handlers: Handlers = {
    ...workspaceHandlers({ opened, onHistory }),
    ...versionHandlers({ opened, versions, onHistory, momentText: localMoment }),
    ...historyHandlers({ store: async () => (await opened).store }),
    ...draftHandlers({ store: async () => (await opened).store }),
    ...salvageHandlers({
      opened,
      clock: Date.now,
      dayText: (ms) => localMoment(ms).slice(0, 10),
      minuteText: (ms) => localMoment(ms).replace(':', '-'),
      // The one place to join what opens a file in a window of its own.
      show: (file) => shell.showItemInFolder(file),
    }),
    ...settingsHandlers({
      current: () => settings.current(),
      write: (part) => settings.write(part),
      systemTheme: context.systemTheme,
      systemLocale: context.systemLocale,
      systemAuthor,
      onChange(changed) {
        menu.showLocale()
        paintBackground(window, context.themeOf(changed))
      },
    }),
    ...figureHandlers({
      document: async () => documentOf((await opened).store.records().records),
      async renderFigure(document, request) {
        const { renderFigurePng } = await import('./figure/render-figure')
        return renderFigurePng(document, request, { fontsDir: onDisk(inApp('fonts')), version: app.getVersion() })
      },
      async askWhere(suggestedName) {
        const { canceled, filePath } = await dialog.showSaveDialog(window, {
          title: words().saveImage,
          defaultPath: join(app.getPath('pictures'), suggestedName),
          filters: [{ name: words().pngFiles, extensions: ['png'] }],
        })
        return canceled || filePath === '' ? null : filePath
      },
      isOurOwn: (file) => belongsToWorkspace(file, inUserData(WORKSPACE_FILE)),
      exists: existsSync,
      write: writeWholeFile,
      copyImage: copyPng,
      today: () => Math.floor((Date.now() - new Date().getTimezoneOffset() * 60_000) / MS_PER_DAY),
    }),
    ...linkHandlers({
      async confirm(address) {
        const { question, open, cancel } = words().link
        const buttons = [open, cancel]
        const { response } = await dialog.showMessageBox(window, {
          type: 'question',
          message: question,
          detail: address,
          buttons,
          defaultId: 0,
          cancelId: 1,
        })
        return response === 0
      },
      openExternal: (address) => shell.openExternal(address),
    }),
    ...appHandlers({ onUsable: () => firstUsable(context, backups), quit: () => app.quit() }),
  }
  return (channel, input) =>
    answer(handlers, channel, input, (error) => {
      console.error(`${channel} failed:`, error)
    })
}

function keepMenu({ settings, localeOf, send }: ServiceContext) {
  let history: Pick<HistoryState, 'undo' | 'redo'> = { undo: null, redo: null }
  let shown = ''
  const show = () => {
    const state = { locale: localeOf(settings.current()), history: { undo: history.undo, redo: history.redo } }
    const key = JSON.stringify(state)
    if (key === shown) return
    shown = key
    setMenu(state, (command) => send('menu:command', { command }))
  }
  return {
    showLocale: show,
    showHistory(next: HistoryState) {
      history = next
      // After the answer is on its way: nobody waits for a menu.
      setImmediate(show)
    },
  }
}

const LEARN_AFTER_MS = 1_000
/** Not while the user begins to work: a copy of a large workspace takes a moment. */
const BACK_UP_AFTER_MS = 10_000

function firstUsable({ onUsable }: ServiceContext, backups: Promise<Backups>): void {
  reportUsable()
  setTimeout(() => void backups.then((kept) => kept.started()), BACK_UP_AFTER_MS)
  if (onUsable !== undefined) setTimeout(onUsable, LEARN_AFTER_MS)
}

/** `2026-11-25 15:10` by the clock on the wall. */
function localMoment(ms: number): string {
  const shifted = new Date(ms - new Date(ms).getTimezoneOffset() * 60_000)
  return shifted.toISOString().slice(0, 16).replace('T', ' ')
}

/** For `npm run bench`, which compares it with the time of an empty window. */
function reportUsable(): void {
  const created = process.getCreationTime()
  if (process.env['TAPELINE_BENCH'] !== '1' || created === null) return
  console.log(`TAPELINE_USABLE ${(Date.now() - created).toFixed(0)}`)
}
