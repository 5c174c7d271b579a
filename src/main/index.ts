import { app, Menu, protocol } from 'electron'
import { APP_SCHEME } from './app-protocol'
import { takeOffline } from './offline'

// Before anything that could open the store is even loaded: two programs must not write one file.
if (app.requestSingleInstanceLock()) {
  app.enableSandbox()
  takeOffline()
  protocol.registerSchemesAsPrivileged([APP_SCHEME])
  // Electron would otherwise build a menu of its own first, only to throw it away.
  Menu.setApplicationMenu(null)
  void start()
} else app.exit(0)

async function start(): Promise<void> {
  const starting = import('./start')
  await app.whenReady()
  ;(await starting).start()
}
