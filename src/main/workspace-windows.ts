import { app, type BrowserWindow } from 'electron'
import { realpathSync, statSync } from 'node:fs'
import { basename, extname } from 'node:path'
import type { EventName } from '../ipc/channels'
import type { Payload } from '../ipc/contract/events'
import type { WorkspaceNotice } from '../ipc/values'
import type { Ask } from './ipc-server'
import { WindowMenu, type WindowMenuHost } from './window-menu'
import type { WindowContext, WindowServices } from './window-services'

export interface WindowsHost {
  /** A window that loads our page; `beside` is the one it comes to stand next to. */
  readonly createWindow: (title: string, beside: BrowserWindow | null) => BrowserWindow
  readonly createServices: (context: WindowContext) => Promise<WindowServices>
  readonly menuHost: Omit<WindowMenuHost, 'command'>
  /** The user's own workspace, made from the starter data where it is not there. */
  readonly ownFile: string
  readonly opened: (file: string) => void
  readonly nowOpen: (files: readonly string[]) => void
}

interface Entry {
  readonly window: BrowserWindow
  readonly file: string
  readonly menu: WindowMenu
  services: Promise<WindowServices>
}

/** The open windows, each with one workspace, and no workspace in two of them. */
export class WorkspaceWindows {
  private readonly entries = new Map<number, Entry>()
  private quitting = false

  constructor(private readonly host: WindowsHost) {
    app.on('before-quit', () => {
      this.quitting = true
    })
    app.on('will-quit', () => {
      for (const { services } of this.entries.values()) void services.then((all) => all.close())
    })
  }

  /** What answers the window with these contents; null for one that is closed. */
  askOf(contents: number): Promise<Ask> | null {
    return this.entries.get(contents)?.services.then(({ ask }) => ask) ?? null
  }

  /** Brings the window of a file to the front, or makes one. */
  show(file: string, notices: readonly WorkspaceNotice[] = []): { readonly isNewWindow: boolean } {
    const known = this.entryOf(file)
    if (known === undefined) this.add(file, notices)
    else bringToFront(known.window)
    return { isNewWindow: known === undefined }
  }

  isOpen(file: string): boolean {
    return this.entryOf(file) !== undefined
  }

  bringLastToFront(): void {
    const last = [...this.entries.values()].at(-1)
    if (last !== undefined) bringToFront(last.window)
  }

  each(work: (window: BrowserWindow, menu: WindowMenu) => void): void {
    for (const { window, menu } of this.entries.values()) if (!window.isDestroyed()) work(window, menu)
  }

  private entryOf(file: string): Entry | undefined {
    return [...this.entries.values()].find((entry) => isSamePlace(entry.file, file))
  }

  private add(file: string, notices: readonly WorkspaceNotice[]): void {
    const title = titleOf(file)
    const window = this.host.createWindow(title, [...this.entries.values()].at(-1)?.window ?? null)
    const contents = window.webContents.id
    window.on('page-title-updated', (event) => {
      event.preventDefault()
    })
    if (process.platform === 'darwin') window.setRepresentedFilename(file)
    const send = sender(window)
    const menu = new WindowMenu(window, {
      ...this.host.menuHost,
      command: (command) => {
        send('menu:command', { command })
      },
    })
    const context: WindowContext = {
      window,
      file,
      isOwn: file === this.host.ownFile,
      notices,
      menu,
      send,
      reopen: () => {
        this.reopen(contents, { ...context, notices: [] })
      },
    }
    const entry: Entry = { window, file, menu, services: this.host.createServices(context) }
    this.entries.set(contents, entry)
    window.on('focus', () => {
      // The last one is the one in front.
      if (this.entries.delete(contents)) this.entries.set(contents, entry)
    })
    window.on('closed', () => {
      this.entries.delete(contents)
      void entry.services.then((all) => all.close())
      if (!this.quitting && this.entries.size > 0) this.tellOpen()
    })
    this.host.opened(file)
    this.tellOpen()
  }

  /** Lets go of a window's file and opens what stands at its path now. */
  private reopen(contents: number, context: WindowContext): void {
    const entry = this.entries.get(contents)
    if (entry === undefined) return
    entry.services = entry.services.then(async (old) => {
      // SQLite has let go of the file before it is opened again.
      await old.close()
      return this.host.createServices(context)
    })
    void entry.services.then(() => {
      if (!entry.window.isDestroyed()) entry.window.webContents.reload()
    })
  }

  private tellOpen(): void {
    this.host.nowOpen(Array.from(this.entries.values(), ({ file }) => file))
  }
}

function sender(window: BrowserWindow) {
  return <E extends EventName>(event: E, payload: Payload<E>): void => {
    if (!window.isDestroyed()) window.webContents.send(event, payload)
  }
}

function bringToFront(window: BrowserWindow): void {
  if (window.isDestroyed()) return
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

/** The user's own workspace is called after the program, and so is its window. */
function titleOf(file: string): string {
  const name = basename(file, extname(file))
  return name === app.getName() ? name : `${name} – ${app.getName()}`
}

/** Whether two paths lead to one file, by links or by the letter case of the disk. */
function isSamePlace(a: string, b: string): boolean {
  if (a === b) return true
  try {
    if (realpathSync(a) === realpathSync(b)) return true
    const [one, other] = [a, b].map((path) => statSync(path, { bigint: true }))
    return one !== undefined && other !== undefined && one.dev === other.dev && one.ino === other.ino
  } catch {
    return false
  }
}
