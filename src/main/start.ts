import type { BrowserWindow } from 'electron'
import { app, nativeTheme, session } from 'electron'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Locale } from '../domain/model/names'
import type { Settings } from '../ipc/settings-values'
import type { WorkspaceNotice } from '../ipc/values'
import { APP_ORIGIN, serveApp } from './app-protocol'
import { guardContents } from './contents-guard'
import { createWindow, paintBackground } from './create-window'
import { serveContract } from './ipc-server'
import { closeSession } from './offline'
import type { OpenFileEvents } from './open-file-events'
import { isOurPage, isOurRequest, PAGE_ORIGIN, pageAddress } from './page'
import { openSettings } from './settings/settings-file'
import type { Program } from './window-services'
import { filesAskedFor, OWN_WORKSPACE } from './workspace/asked-files'
import { RecentFiles } from './workspace/recent-files'
import { WorkspaceWindows } from './workspace-windows'

const inUserData = (name: string): string => join(app.getPath('userData'), name)

const systemTheme = (): 'light' | 'dark' => (nativeTheme.shouldUseDarkColors ? 'dark' : 'light')
/** Whoever reads Chinese of any kind is better served by it than by English. */
const systemLocale = (): Locale => (app.getLocale().startsWith('zh') ? 'zh-Hant' : 'en')

const themeOf = ({ theme }: Settings) => (theme === 'system' ? systemTheme() : theme)
const localeOf = ({ locale }: Settings) => (locale === 'system' ? systemLocale() : locale)

/**
 * The order matters for the time to the first timeline: window first, and while its process starts,
 * the store. What is needed later is loaded later.
 */
export function start(builtFolder: string, files: OpenFileEvents, onUsable?: () => void): void {
  const inApp = (...parts: string[]): string => join(builtFolder, ...parts)
  const settings = openSettings(inUserData('settings.json'))
  const recent = new RecentFiles(inUserData('recent.json'), (write) => setTimeout(write, REMEMBER_AFTER_MS))
  app.on('will-quit', () => {
    recent.flush()
  })
  const ui = session.defaultSession
  closeSession(ui, isOurRequest)
  const pageServed = new Promise<void>((resolve) => {
    if (PAGE_ORIGIN === APP_ORIGIN) serveApp(ui, inApp('renderer'), resolve)
    else resolve()
  })
  guardContents(isOurPage)

  const program: Program = {
    settings,
    systemTheme,
    systemLocale,
    localeOf,
    inApp,
    rescueFolder: app.getPath('userData'),
    onUsable: firstTime(() => {
      reportUsable()
      if (onUsable !== undefined) setTimeout(onUsable, LEARN_AFTER_MS)
    }),
    onSettings(state, by) {
      windows.each((window, menu) => {
        menu.show()
        paintBackground(window, themeOf(state.settings))
        if (window !== by) window.webContents.send('settings:changed', state)
      })
    },
    recent: () => recent.list().filter((file) => existsSync(file)),
    forgetRecent() {
      recent.forget()
      windows.each((_window, menu) => {
        menu.show()
      })
    },
    isOpen: (file) => windows.isOpen(file),
    show: (file) => windows.show(file),
  }
  const windows = new WorkspaceWindows({
    createWindow(title, beside) {
      const look = { theme: themeOf(settings.current()), locale: localeOf(settings.current()) }
      const preload = inApp('preload', 'index.cjs')
      const placeFile = inUserData('window.json')
      const window = createWindow({ session: ui, preload, placeFile, theme: look.theme, title, beside })
      void window.loadURL(pageAddress(look))
      reviveAfterCrash(window)
      return window
    },
    // Chromium opens the window on this very thread. It is free between the page and the scripts that the
    // page then asks for, while the page's process starts: long enough to open the store.
    createServices: async (context) => {
      await pageServed
      return (await import('./window-services')).createWindowServices(program, context)
    },
    menuHost: {
      locale: () => localeOf(settings.current()),
      recent: () => recent.list().filter((file) => existsSync(file)),
      openRecent: (file) => {
        windows.show(file)
      },
    },
    ownFile: inUserData(OWN_WORKSPACE),
    opened(file) {
      recent.opened(file)
      app.addRecentDocument(file)
    },
    nowOpen: (open) => {
      recent.nowOpen(open)
    },
  })
  serveContract((contents) => windows.askOf(contents), isOurPage)

  const asked = [...filesAskedFor(process.argv, process.cwd()), ...files.take()]
  openAtStart(windows, asked, recent.lastOpen())
  files.hear((file) => windows.show(file))
  app.on('second-instance', (_event, argv, folder) => {
    const named = filesAskedFor(argv, folder)
    for (const file of named) windows.show(file)
    if (named.length === 0) windows.bringLastToFront()
  })
  nativeTheme.on('updated', () => {
    windows.each((window) => {
      paintBackground(window, themeOf(settings.current()))
      window.webContents.send('theme:changed', { systemTheme: systemTheme() })
    })
  })
  app.on('window-all-closed', () => app.quit())
}

/** What was asked for; else what was open at the last quit; else the user's own workspace. */
function openAtStart(windows: WorkspaceWindows, asked: readonly string[], lastOpen: readonly string[]): void {
  for (const file of asked) windows.show(file)
  if (asked.length > 0) return
  const own = inUserData(OWN_WORKSPACE)
  const here = lastOpen.filter((file) => file === own || existsSync(file))
  const missing: WorkspaceNotice[] = lastOpen
    .filter((file) => !here.includes(file))
    .map((file) => ({ code: 'missing-file', file, detail: '' }))
  for (const [at, file] of (here.length > 0 ? here : [own]).entries()) windows.show(file, at === 0 ? missing : [])
}

/** Nobody waits for it, and the start is busy. */
const REMEMBER_AFTER_MS = 1_500
const MOST_REVIVALS = 3

/** Edits are in the store, so a page that died is simply loaded again; not for ever. */
function reviveAfterCrash(window: BrowserWindow): void {
  let revivals = 0
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    console.error(`the page's process ended: ${reason}`)
    if (reason === 'clean-exit' || window.isDestroyed() || revivals === MOST_REVIVALS) return
    revivals += 1
    window.webContents.reload()
  })
}

const LEARN_AFTER_MS = 1_000

function firstTime(work: () => void): () => void {
  let done = false
  return () => {
    if (!done) work()
    done = true
  }
}

/** For `npm run bench`, which compares it with the time of an empty window. */
function reportUsable(): void {
  const created = process.getCreationTime()
  if (process.env['TAPELINE_BENCH'] !== '1' || created === null) return
  console.log(`TAPELINE_USABLE ${(Date.now() - created).toFixed(0)}`)
}
