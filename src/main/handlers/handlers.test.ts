import { describe, expect, it } from 'vitest'
import type { Change } from '../../domain/change/change'
import { DEFAULT_LANES } from '../../domain/lanes/lane-choice'
import { NO_FILTERS } from '../../domain/model/view'
import { DEFAULT_VERSION_RULE } from '../../domain/versions/version-rule'
import type { Settings } from '../../ipc/settings-values'
import type { HistoryState } from '../../ipc/values'
import { MemoryStore } from '../store/memory-store'
import { organisation, renaming } from '../store/store-fixtures'
import { appHandlers } from './app'
import { linkHandlers, safeAddress } from './link'
import { settingsHandlers } from './settings'
import { workspaceHandlers } from './workspace'

const NVIDIA = organisation('nvidia', 'NVIDIA')

describe('workspace handlers', () => {
  function make() {
    const seen: HistoryState[] = []
    const store = new MemoryStore([NVIDIA], {
      clock: () => 0,
      problems: [{ code: 'wrong-shape', record: 'x', detail: 'no name' }],
    })
    const notices = [{ code: 'newer-version', file: '/w', detail: 'v7' }] as const
    const handlers = workspaceHandlers({
      opened: Promise.resolve({ store, shows: 'file', notices }),
      onHistory: (history) => seen.push(history),
      memory: () => ({ totalBytes: 16e9, freeBytes: 8e9 }),
    })
    return { handlers, seen }
  }

  it('open gives the state, with a notice of the records that cannot be read', async () => {
    const { handlers } = make()
    expect(await handlers['workspace:open']({})).toEqual({
      ok: true,
      value: {
        file: null,
        shows: 'file',
        readOnly: false,
        notices: [
          { code: 'newer-version', file: '/w', detail: 'v7' },
          { code: 'unreadable-records', file: '', detail: 'x: no name' },
        ],
        recordsText: JSON.stringify([NVIDIA]),
        history: { revision: 0, undo: null, redo: null },
        toCome: null,
      },
    })
  })

  it('commit, undo and redo answer and tell the menu', async () => {
    const { handlers, seen } = make()
    const change = renaming(NVIDIA, 'N') as Change & { edits: never }
    expect(await handlers['workspace:commit']({ change })).toMatchObject({ ok: true, value: { revision: 1 } })
    expect(await handlers['workspace:commit']({ change })).toMatchObject({ ok: false, error: { code: 'stale' } })
    expect(await handlers['workspace:undo']({})).toMatchObject({ ok: true, value: { history: { revision: 2 } } })
    expect(await handlers['workspace:undo']({})).toMatchObject({ ok: false, error: { code: 'nothing' } })
    expect(await handlers['workspace:redo']({})).toMatchObject({ ok: true, value: { history: { revision: 3 } } })
    expect(seen.map(({ revision }) => revision)).toEqual([1, 2, 3])
  })
})

it('settings are written, told, and answered with what the system says', async () => {
  let settings: Settings = {
    theme: 'system',
    locale: 'system',
    grouping: 'story',
    filters: NO_FILTERS,
    collapsed: [],
    versionRule: DEFAULT_VERSION_RULE,
    tables: {},
    author: '',
    overview: true,
    figure: null,
    metricLanes: DEFAULT_LANES,
    compareWithout: [],
  }
  const changes: Settings[] = []
  const handlers = settingsHandlers({
    current: () => settings,
    write: (part) => (settings = { ...settings, ...part }),
    systemTheme: () => 'dark',
    systemLocale: () => 'zh-Hant',
    systemAuthor: () => 'ada',
    onChange: (changed) => changes.push(changed.settings),
  })
  const written = await handlers['settings:write']({ theme: 'light', locale: undefined })
  expect(written).toEqual({
    ok: true,
    value: {
      settings: { ...settings, theme: 'light' },
      systemTheme: 'dark',
      systemLocale: 'zh-Hant',
      systemAuthor: 'ada',
    },
  })
  expect(settings.locale).toBe('system')
  expect(changes).toEqual([settings])
  expect(await handlers['settings:read']({})).toEqual(written)
})

describe('opening a link', () => {
  function make(answer: boolean) {
    const shown: string[] = []
    const opened: string[] = []
    const handlers = linkHandlers({
      confirm(address) {
        shown.push(address)
        return Promise.resolve(answer)
      },
      openExternal: (address) => Promise.resolve(void opened.push(address)),
    })
    return { handlers, shown, opened }
  }

  it('opens what the user was shown, and only after a yes', async () => {
    const yes = make(true)
    expect(await yes.handlers['link:open']({ url: 'https://www.bis.gov/a?b=1#c' })).toEqual({
      ok: true,
      value: { opened: true },
    })
    expect([yes.shown, yes.opened]).toEqual([['https://www.bis.gov/a?b=1#c'], ['https://www.bis.gov/a?b=1#c']])
    const no = make(false)
    expect(await no.handlers['link:open']({ url: 'https://www.bis.gov/' })).toEqual({
      ok: true,
      value: { opened: false },
    })
    expect(no.opened).toEqual([])
  })

  it('shows a look-alike host in ASCII', () => {
    expect(safeAddress('https://www.nvіdia.com/')).toEqual({ ok: true, value: 'https://www.xn--nvdia-o2e.com/' })
  })

  it.each([
    'http://www.bis.gov/',
    'mailto:a@b.c',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'smb://host/share',
    'tapeline:x',
    '//www.bis.gov/',
    'www.bis.gov',
    'https://',
    'https://user@www.bis.gov/',
    'https://user:word@www.bis.gov/',
    'https://www.bis.gov/\u202Efdp.exe',
    'https://www.bis.gov/\u200B',
    'https://www.bis.gov/\na',
    '\thttps://www.bis.gov/',
    `https://www.bis.gov/${'a'.repeat(2000)}`,
  ])('refuses %j without asking', async (url) => {
    const { handlers, shown, opened } = make(true)
    expect(await handlers['link:open']({ url })).toMatchObject({ ok: false, error: { code: 'invalid' } })
    expect([shown, opened]).toEqual([[], []])
  })
})

it('the app is told to quit and when it is usable', async () => {
  const heard: string[] = []
  const handlers = appHandlers({ onUsable: () => heard.push('usable'), quit: () => heard.push('quit') })
  await handlers['app:usable']({})
  await handlers['app:quit']({})
  expect(heard).toEqual(['usable', 'quit'])
})
