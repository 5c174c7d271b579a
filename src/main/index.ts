import { app, dialog, Menu, protocol } from 'electron'
import { accessSync, constants } from 'node:fs'
import { join } from 'node:path'
import { APP_SCHEME } from './app-protocol'
import { chooseGraphics, learnGraphics } from './graphics'
import { takeOffline } from './offline'
import { openFileEvents } from './open-file-events'

// Before anything that could open the store is even loaded: two programs must not write one file.
if (app.requestSingleInstanceLock() || !canLock()) {
  // Root can only run without it, and must say so; every window asks for it anyway.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  takeOffline()
  // Garbage of the first seconds is not worth a collection.
  app.commandLine.appendSwitch('js-flags', '--min-semi-space-size=8')
  const triesCard = chooseGraphics()
  protocol.registerSchemesAsPrivileged([APP_SCHEME])
  // Electron would otherwise build a menu of its own first, only to throw it away.
  Menu.setApplicationMenu(null)
  start(triesCard ? learnGraphics : undefined).catch((error: unknown) => {
    console.error(error)
    dialog.showErrorBox(app.getName(), error instanceof Error ? error.message : String(error))
    app.exit(1)
  })
} else app.exit(0)

/** A folder that takes no file takes no lock either; nothing will be written there, so none is needed. */
function canLock(): boolean {
  try {
    accessSync(app.getPath('userData'), constants.W_OK)
    return true
  } catch {
    return false
  }
}

async function start(onUsable?: () => void): Promise<void> {
  const files = openFileEvents()
  const starting = import('./start')
  await app.whenReady()
  // The folder that holds the built parts: this file is `main/index.cjs` in it.
  ;(await starting).start(join(__dirname, '..'), files, onUsable)
}
