import { BrowserWindow } from 'electron'
import type { Locale } from '../domain/model/names'
import type { MenuCommand } from '../ipc/contract/events'
import type { HistoryState } from '../ipc/values'
import { setMenu } from './menu'

export interface WindowMenuHost {
  readonly locale: () => Locale
  readonly recent: () => readonly string[]
  readonly command: (command: MenuCommand) => void
  readonly openRecent: (file: string) => void
}

/** The one menu as it is for a window: its steps of undo and redo, while it is in front. */
export class WindowMenu {
  private history: Pick<HistoryState, 'undo' | 'redo'> = { undo: null, redo: null }
  private shown = ''

  constructor(
    private readonly window: BrowserWindow,
    private readonly host: WindowMenuHost,
  ) {
    window.on('focus', () => {
      this.shown = ''
      this.show()
    })
  }

  showHistory(next: HistoryState): void {
    this.history = next
    // After the answer is on its way: nobody waits for a menu.
    setImmediate(() => {
      this.show()
    })
  }

  show(): void {
    if (this.window.isDestroyed() || !this.isInFront()) return
    const { undo, redo } = this.history
    const state = { locale: this.host.locale(), history: { undo, redo }, recent: this.host.recent() }
    const key = JSON.stringify(state)
    if (key === this.shown) return
    this.shown = key
    setMenu(state, { command: this.host.command, openRecent: this.host.openRecent })
  }

  /** While another program is in front, whoever has news shows it. */
  private isInFront(): boolean {
    const front = BrowserWindow.getFocusedWindow()
    return front === null || front === this.window
  }
}
