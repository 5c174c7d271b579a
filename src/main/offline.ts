import { app, type Session } from 'electron'

/** Switches that must be set before Chromium starts. */
export function takeOffline(): void {
  // No name is ever looked up: a bare window asks for the address of a spell-check dictionary.
  const exceptions = import.meta.env.DEV ? ', EXCLUDE localhost' : ''
  app.commandLine.appendSwitch('host-resolver-rules', `MAP * ~NOTFOUND${exceptions}`)
  app.commandLine.appendSwitch('disable-background-networking')
  app.commandLine.appendSwitch('disable-component-update')
  app.commandLine.appendSwitch('no-pings')
  // What never asks the network needs no process of its own for it; the start is sooner without.
  app.commandLine.appendSwitch('enable-features', 'NetworkServiceInProcess2')
}

/** Refuses every request of a session but those that `isOurs` lets through, and every permission. */
export function closeSession(session: Session, isOurs: (url: string) => boolean): void {
  session.setSpellCheckerLanguages([])
  session.setSpellCheckerEnabled(false)
  void session.setProxy({ mode: 'direct' })
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    answer({ cancel: !isOurs(url) })
  })
  session.setPermissionRequestHandler((_contents, _permission, answer) => {
    answer(false)
  })
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event) => {
    event.preventDefault()
  })
}
