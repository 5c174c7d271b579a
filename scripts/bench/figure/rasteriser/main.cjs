// What Chromium needs to make pixels of a finished SVG file: an image in a hidden page, drawn on a canvas of the
// size asked for and read back. `--bench-svg=FILE --bench-width=N --bench-height=N --bench-rounds=N`.
const { app, BrowserWindow } = require('electron')
const { readFileSync } = require('node:fs')
const { join } = require('node:path')

/** @param {string} name */
const word = (name) => app.commandLine.getSwitchValue(`bench-${name}`)

void app.whenReady().then(async () => {
  const window = new BrowserWindow({ width: 1280, height: 800, show: false, webPreferences: { sandbox: true } })
  await window.loadFile(join(__dirname, 'index.html'))
  const svg = readFileSync(word('svg'), 'utf8')
  const times = []
  for (let round = 0; round <= Number(word('rounds')); round += 1) {
    // Another text in each round, so that no picture of the last one is taken again.
    const text = JSON.stringify(`${svg}<!--${round}-->`)
    const call = `rasterise(${text}, ${Number(word('width'))}, ${Number(word('height'))})`
    const { ms, isPainted } = await window.webContents.executeJavaScript(call)
    if (!isPainted) throw new Error('nothing was painted')
    if (round > 0) times.push(ms)
  }
  process.stdout.write(`RASTERISED ${JSON.stringify(times)}\n`)
  app.quit()
})
