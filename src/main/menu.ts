import { app, Menu, type MenuItemConstructorOptions } from 'electron'
import { basename, extname } from 'node:path'
import type { Locale } from '../domain/model/names'
import type { MenuCommand } from '../ipc/contract/events'
import type { HistoryState } from '../ipc/values'
import { WORDS } from './words'

export interface MenuState {
  readonly locale: Locale
  readonly history: Pick<HistoryState, 'undo' | 'redo'>
  /** Paths of workspaces, newest first. */
  readonly recent: readonly string[]
}

export interface MenuActions {
  readonly command: (command: MenuCommand) => void
  readonly openRecent: (file: string) => void
}

/** The page hears these keys itself; the menu only shows them, so that no press counts twice. */
const KEYS: Partial<Record<MenuCommand, string>> = {
  'new-workspace': 'CmdOrCtrl+N',
  'new-from-starter': 'CmdOrCtrl+Shift+N',
  'close-window': 'CmdOrCtrl+W',
  'open-workspace': 'CmdOrCtrl+O',
  'reveal-workspace': 'CmdOrCtrl+Alt+R',
  'save-copy': 'CmdOrCtrl+Shift+S',
  'duplicate-record': 'CmdOrCtrl+D',
  undo: 'CmdOrCtrl+Z',
  redo: 'CmdOrCtrl+Shift+Z',
  find: 'CmdOrCtrl+F',
  'zoom-in': 'CmdOrCtrl+=',
  'zoom-out': 'CmdOrCtrl+-',
  'fit-all': 'CmdOrCtrl+0',
  figure: 'CmdOrCtrl+E',
  'open-figure': 'CmdOrCtrl+Shift+O',
  'save-image': 'CmdOrCtrl+S',
  'copy-image': 'CmdOrCtrl+Shift+C',
}

type Item = MenuItemConstructorOptions

const LINE: Item = { type: 'separator' }

/** Sets the menu in the user's language, naming the steps that undo and redo would take. */
export function setMenu({ locale, history, recent }: MenuState, actions: MenuActions): void {
  const words = WORDS[locale]
  const command = (id: MenuCommand, more: Item = {}): Item => {
    const accelerator = KEYS[id]
    return {
      id,
      label: words.commands[id],
      ...(accelerator === undefined ? {} : { accelerator, registerAccelerator: false }),
      click: () => {
        actions.command(id)
      },
      ...more,
    }
  }
  const step = (id: 'undo' | 'redo'): Item => {
    const label = history[id]
    if (label === null) return command(id, { enabled: false })
    return command(id, { label: words[id][label.action](shortened(label.subject[locale])) })
  }
  const role = (role: NonNullable<Item['role']>, label: string): Item => ({ role, label })
  const { menus, roles } = words
  const template: Item[] = [
    ...(process.platform === 'darwin' ? [{ role: 'appMenu' } satisfies Item] : []),
    {
      label: menus.file,
      submenu: [
        command('new-workspace'),
        command('new-from-starter'),
        command('open-workspace'),
        {
          label: words.files.recent,
          enabled: recent.length > 0,
          submenu: recent.map((file) => ({
            label: shortened(basename(file, extname(file))),
            sublabel: file,
            toolTip: file,
            click: () => {
              actions.openRecent(file)
            },
          })),
        },
        LINE,
        command('save-copy'),
        command('reveal-workspace'),
        LINE,
        command('figure'),
        command('open-figure'),
        command('save-image'),
        command('copy-image'),
        LINE,
        command('close-window'),
        role('quit', roles.quit),
      ],
    },
    {
      label: menus.edit,
      submenu: [
        step('undo'),
        step('redo'),
        LINE,
        role('cut', roles.cut),
        role('copy', roles.copy),
        role('paste', roles.paste),
        role('selectAll', roles.selectAll),
        LINE,
        command('new-record'),
        command('edit-record'),
        command('duplicate-record'),
        command('delete-record'),
        LINE,
        command('add-note'),
        command('show-notes'),
        LINE,
        command('keep-version'),
        LINE,
        command('find'),
      ],
    },
    {
      label: menus.view,
      submenu: [
        command('zoom-in'),
        command('zoom-out'),
        command('fit-all'),
        command('fit-selection'),
        LINE,
        command('go-to-date'),
        command('today'),
        LINE,
        command('toggle-filters'),
        command('toggle-inspector'),
        command('toggle-history'),
        command('toggle-versions'),
        command('toggle-as-of'),
        command('toggle-table'),
        command('toggle-console'),
        command('toggle-arrows'),
        command('toggle-overview'),
        command('toggle-metric-lanes'),
        command('compare-chips'),
        LINE,
        role('togglefullscreen', roles.fullScreen),
        ...(app.isPackaged ? [] : [role('toggleDevTools', roles.developer)]),
      ],
    },
    { label: menus.help, submenu: [command('show-shortcuts')] },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}

/** In a menu label `&` marks a key, and a long name would make the menu as wide as the window. */
function shortened(subject: string): string {
  const letters = Array.from(subject)
  return (letters.length > 40 ? `${letters.slice(0, 39).join('')}…` : subject).replaceAll('&', '&&')
}
