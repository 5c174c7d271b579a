import { app } from 'electron'

/** For every page of this program: it stays where it is, opens nothing and embeds nothing. */
export function guardContents(isOurPage: (url: string) => boolean): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
    const stay = (event: { preventDefault(): void; readonly url: string }) => {
      // Vite reloads the page by navigating to where it is.
      if (import.meta.env.DEV && isOurPage(event.url)) return
      event.preventDefault()
    }
    contents.on('will-navigate', stay)
    contents.on('will-frame-navigate', stay)
    contents.on('will-redirect', stay)
    contents.on('will-attach-webview', (event) => {
      event.preventDefault()
    })
  })
}
