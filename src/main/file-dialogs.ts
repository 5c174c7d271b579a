import { app, dialog, type BrowserWindow } from 'electron'
import { basename, dirname, extname, join } from 'node:path'
import type { Locale } from '../domain/model/names'
import { WORDS } from './words'

/** Each asks over the window it is about. Null when the user cancels. */

export async function askWhichWorkspace(
  window: BrowserWindow,
  locale: Locale,
  current: string,
): Promise<string | null> {
  const words = WORDS[locale].files
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: words.open,
    defaultPath: startingFolder(current),
    filters: workspaces(locale),
    properties: ['openFile'],
  })
  return canceled ? null : (filePaths[0] ?? null)
}

export function askWhereNew(window: BrowserWindow, locale: Locale, current: string): Promise<string | null> {
  const { create, untitled } = WORDS[locale].files
  return askWhere(window, create, join(startingFolder(current), `${untitled}.tapeline`), workspaces(locale))
}

export function askWhereCopy(window: BrowserWindow, locale: Locale, current: string): Promise<string | null> {
  const { saveCopy, copyName } = WORDS[locale].files
  const name = `${copyName(basename(current, extname(current)))}.tapeline`
  return askWhere(window, saveCopy, join(startingFolder(current), name), workspaces(locale))
}

export function askWhereImage(window: BrowserWindow, locale: Locale, suggestedName: string): Promise<string | null> {
  const { saveImage, pngFiles } = WORDS[locale]
  const filters = [{ name: pngFiles, extensions: ['png'] }]
  return askWhere(window, saveImage, join(app.getPath('pictures'), suggestedName), filters)
}

export function askWhereCsv(window: BrowserWindow, locale: Locale): Promise<string | null> {
  const { saveCsv, csvFiles } = WORDS[locale]
  const filters = [{ name: csvFiles, extensions: ['csv'] }]
  return askWhere(window, saveCsv, join(app.getPath('documents'), 'Tapeline.csv'), filters)
}

export async function confirmAddress(window: BrowserWindow, locale: Locale, address: string): Promise<boolean> {
  const { question, open, cancel } = WORDS[locale].link
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: question,
    detail: address,
    buttons: [open, cancel],
    defaultId: 0,
    cancelId: 1,
  })
  return response === 0
}

async function askWhere(
  window: BrowserWindow,
  title: string,
  defaultPath: string,
  filters: Electron.FileFilter[],
): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, { title, defaultPath, filters })
  return canceled || filePath === '' ? null : filePath
}

const workspaces = (locale: Locale): Electron.FileFilter[] => [
  { name: WORDS[locale].files.workspaces, extensions: ['tapeline'] },
]

/** The program's own folder is no place that one would look for a document in. */
function startingFolder(current: string): string {
  const folder = dirname(current)
  return folder === app.getPath('userData') ? app.getPath('documents') : folder
}
