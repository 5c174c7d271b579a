// Stands in for Electron's own default_app.asar, which the npm build of the runtime lacks: it starts the app
// in the folder given as the first argument that is not a switch.
const { app, dialog } = require('electron')
const { existsSync, readFileSync } = require('node:fs')
const { createRequire } = require('node:module')
const { join, resolve } = require('node:path')
const { pathToFileURL } = require('node:url')

/** @type {string[]} */
const preloads = []
/** @type {string | null} */
let folder = null
const args = process.argv.slice(1)
for (let at = 0; at < args.length && folder === null; at += 1) {
  const arg = args[at] ?? ''
  if (arg === '-r' || arg === '--require') preloads.push(args[(at += 1)] ?? '')
  else if (!arg.startsWith('-')) folder = resolve(arg)
}

// What Electron's own default app sets, so that code can tell a development run.
Object.assign(process, { defaultApp: true })

/** Two calls that Electron keeps for its own default app. @type {Electron.App & { setVersion(version: string): void, setAppPath(path: string): void }} */
const ownApp = Object.assign(app)

/** @param {string} root @returns {unknown} */
function start(root) {
  const manifestFile = join(root, 'package.json')
  if (!existsSync(manifestFile)) throw new Error(`${root} is not an app: it has no package.json`)
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8'))
  const requireFromApp = createRequire(manifestFile)
  for (const file of preloads) requireFromApp(file)
  if (manifest.productName ?? manifest.name) app.setName(manifest.productName ?? manifest.name)
  if (manifest.version) ownApp.setVersion(manifest.version)
  app.setPath('userData', userDataOf(app.getName()))
  ownApp.setAppPath(root)
  const main = join(root, manifest.main ?? 'index.js')
  if (main.endsWith('.cjs')) return requireFromApp(main)
  return import(pathToFileURL(main).href)
}

/** The folder was named after this default app before the app's own name was known. @param {string} name */
function userDataOf(name) {
  const given = app.commandLine.getSwitchValue('user-data-dir')
  return given === '' ? join(app.getPath('appData'), name) : resolve(given)
}

async function main() {
  if (folder === null) throw new Error('usage: electron <folder of an app> [arguments]')
  await start(folder)
}

main().catch((error) => {
  process.stderr.write(`${error.stack ?? error}\n`)
  dialog.showErrorBox('The app could not be started', String(error.stack ?? error))
  app.exit(1)
})
