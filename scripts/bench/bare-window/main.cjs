// The least that Electron can do: a window of the size that Tapeline opens with, and a page with one word;
// or, for other benchmarks, the page that `--bench-page` names.
const { app, BrowserWindow } = require('electron')
const { join } = require('node:path')

const page = app.commandLine.getSwitchValue('bench-page') || 'index.html'
const items = app.commandLine.getSwitchValue('bench-items')

void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800, show: false, webPreferences: { sandbox: true } })
  window.once('ready-to-show', () => {
    window.show()
    process.stdout.write(`BARE_WINDOW_SHOWN ${(Date.now() - (process.getCreationTime() ?? 0)).toFixed(0)}\n`)
  })
  // A page has no way to speak to the terminal but its title.
  window.on('page-title-updated', (_event, title) => {
    if (title === 'STOCK_USABLE') process.stdout.write('STOCK_USABLE\n')
  })
  void window.loadFile(join(__dirname, page), items === '' ? {} : { query: { items } })
})
