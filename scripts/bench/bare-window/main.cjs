// The least that Electron can do: a window of the size that Tapeline opens with, and a page with one word.
const { app, BrowserWindow } = require('electron')
const { join } = require('node:path')

void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800, show: false, webPreferences: { sandbox: true } })
  window.once('ready-to-show', () => {
    window.show()
    process.stdout.write(`BARE_WINDOW_SHOWN ${(Date.now() - (process.getCreationTime() ?? 0)).toFixed(0)}\n`)
  })
  void window.loadFile(join(__dirname, 'index.html'))
})
