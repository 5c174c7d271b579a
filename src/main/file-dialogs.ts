import { app, dialog, type BrowserWindow } from 'electron'
import { basename, dirname, extname, join } from 'node:path'
import type { Locale } from '../domain/model/names'
import { FIGURE_FORMATS, type FigureFormat } from '../ipc/figure-values'
import { WORDS } from './words'

/** Each asks over the window it is about. Null when the user cancels. */

export function askWhichWorkspace(window: BrowserWindow, locale: Locale, current: string): Promise<string | null> {
  return askWhich(window, WORDS[locale].files.open, startingFolder(current), workspaces(locale))
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

export function askWhereFigure(
  window: BrowserWindow,
  locale: Locale,
  format: FigureFormat,
  suggestedName: string,
): Promise<string | null> {
  const { save, formats } = WORDS[locale].figures
  const filters = [{ name: formats[format], extensions: [format] }]
  return askWhere(window, save, join(app.getPath('pictures'), suggestedName), filters)
}

export function askWhichFigure(window: BrowserWindow, locale: Locale): Promise<string | null> {
  const { open, any } = WORDS[locale].figures
  return askWhich(window, open, app.getPath('pictures'), [{ name: any, extensions: [...FIGURE_FORMATS] }])
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

async function askWhich(
  window: BrowserWindow,
  title: string,
  defaultPath: string,
  filters: Electron.FileFilter[],
): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title,
    defaultPath,
    filters,
    properties: ['openFile'],
  })
  return canceled ? null : (filePaths[0] ?? null)
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
