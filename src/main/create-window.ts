import { app, BrowserWindow, screen, type Session } from 'electron'
import { boundsFor, MIN_SIZE, readWindowPlace, writeWindowPlace, type WindowPlace } from './window/window-place'

export interface WindowOptions {
  readonly session: Session
  readonly preload: string
  readonly placeFile: string
  readonly theme: 'light' | 'dark'
  readonly title: string
  /** The window in front, which a further one stands a little beside. */
  readonly beside: BrowserWindow | null
}

/** The same as `--bg` of the page, so that nothing flashes before the first paint. */
const BACKGROUND = { light: '#f5f6f8', dark: '#0f1214' } as const

const BESIDE_PX = 28

function placeBeside(window: BrowserWindow): WindowPlace {
  const { x, y, width, height } = window.getNormalBounds()
  return { bounds: { x: x + BESIDE_PX, y: y + BESIDE_PX, width, height }, maximised: window.isMaximized() }
}

const SAVE_PLACE_AFTER_MS = 400
const SHOW_AT_THE_LATEST_MS = 600

/** A window that comes up with its picture in it; empty only if that takes longer than one cares to wait. */
function showOncePainted(window: BrowserWindow): void {
  const show = () => {
    clearTimeout(timer)
    if (!window.isDestroyed() && !window.isVisible()) window.show()
  }
  const timer = setTimeout(show, SHOW_AT_THE_LATEST_MS)
  window.once('ready-to-show', show)
}

export function createWindow({ session, preload, placeFile, theme, title, beside }: WindowOptions): BrowserWindow {
  const place = beside === null ? readWindowPlace(placeFile) : placeBeside(beside)
  const window = new BrowserWindow({
    ...boundsFor(
      place,
      screen.getAllDisplays().map((display) => display.workArea),
    ),
    minWidth: MIN_SIZE.width,
    minHeight: MIN_SIZE.height,
    title,
    show: false,
    backgroundColor: BACKGROUND[theme],
    autoHideMenuBar: true,
    webPreferences: {
      session,
      preload,
      sandbox: true,
      // Compiled code is kept from the first start on, not only after several.
      v8CacheOptions: 'bypassHeatCheckAndEagerCompile',
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      plugins: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      disableBlinkFeatures: 'Auxclick',
      devTools: !app.isPackaged,
    },
  })
  if (place.maximised) window.maximize()
  showOncePainted(window)
  rememberPlace(window, placeFile)
  return window
}

export function paintBackground(window: BrowserWindow, theme: 'light' | 'dark'): void {
  window.setBackgroundColor(BACKGROUND[theme])
}

function rememberPlace(window: BrowserWindow, file: string): void {
  let timer: NodeJS.Timeout | undefined
  let written = ''
  const save = () => {
    clearTimeout(timer)
    if (window.isDestroyed()) return
    const place: WindowPlace = { bounds: window.getNormalBounds(), maximised: window.isMaximized() }
    const text = JSON.stringify(place)
    if (text === written) return
    written = text
    writeWindowPlace(file, place)
  }
  const saveSoon = () => {
    clearTimeout(timer)
    timer = setTimeout(save, SAVE_PLACE_AFTER_MS)
  }
  window.on('resize', saveSoon)
  window.on('move', saveSoon)
  window.on('maximize', saveSoon)
  window.on('unmaximize', saveSoon)
  window.on('close', save)
}
