import type { BrowserWindow } from 'electron'
import { app, nativeTheme, session } from 'electron'
import { join } from 'node:path'
import type { Locale } from '../domain/model/names'
import type { EventName } from '../ipc/channels'
import type { Payload, Settings } from '../ipc/contract'
import { APP_ORIGIN, serveApp } from './app-protocol'
import { guardContents } from './contents-guard'
import { serveContract } from './ipc-server'
import { createMainWindow, paintBackground } from './main-window'
import { closeSession } from './offline'
import { isOurPage, isOurRequest, PAGE_ORIGIN, pageAddress } from './page'
import { openSettings } from './settings/settings-file'

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
export function start(builtFolder: string, onUsable?: () => void): void {
  const inApp = (...parts: string[]): string => join(builtFolder, ...parts)
  const settings = openSettings(inUserData('settings.json'))
  const ui = session.defaultSession
  closeSession(ui, isOurRequest)
  const pageServed = new Promise<void>((resolve) => {
    if (PAGE_ORIGIN === APP_ORIGIN) serveApp(ui, inApp('renderer'), resolve)
    else resolve()
  })
  guardContents(isOurPage)

  const window = createMainWindow({
    session: ui,
    preload: inApp('preload', 'index.cjs'),
    placeFile: inUserData('window.json'),
    theme: themeOf(settings.current()),
  })
  void window.loadURL(pageAddress({ theme: themeOf(settings.current()), locale: localeOf(settings.current()) }))
  reviveAfterCrash(window)
  focusOnSecondStart(window)

  const send = <E extends EventName>(event: E, payload: Payload<E>): void => {
    if (!window.isDestroyed()) window.webContents.send(event, payload)
  }
  nativeTheme.on('updated', () => {
    paintBackground(window, themeOf(settings.current()))
    send('theme:changed', { systemTheme: systemTheme() })
  })
  app.on('window-all-closed', () => app.quit())

  // Chromium opens the window on this very thread. It is free between the page and the scripts that the
  // page then asks for, while the page's process starts: long enough to open the store.
  const services = pageServed
    .then(() => import('./services'))
    .then(({ createServices }) =>
      createServices({
        window,
        settings,
        systemTheme,
        systemLocale,
        themeOf,
        localeOf,
        inApp,
        inUserData,
        send,
        onUsable,
      }),
    )
  serveContract(services, isOurPage)
}

function focusOnSecondStart(window: BrowserWindow): void {
  app.on('second-instance', () => {
    if (window.isDestroyed()) return
    if (window.isMinimized()) window.restore()
    window.show()
    window.focus()
  })
}

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
