import { expect, test } from '@playwright/test'
import { execFileSync } from 'node:child_process'
import { readFileSync, readlinkSync } from 'node:fs'
import { mustCall } from './call'
import { launchTapeline } from './launch'
import { oneRun } from './one-run'

// The numbers are those of the hardening checklist that this app is held to: one assertion each.

/** Electron has this function, and leaves it out of its types. */
interface Prepared {
  getLastWebPreferences(): Record<string, unknown>
}

const run = oneRun()

test('H01 every page has the safe preferences', async () => {
  const all = await run().app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => (contents as unknown as Prepared).getLastWebPreferences()),
  )
  expect(all).toHaveLength(1)
  expect(all[0]).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    enableBlinkFeatures: '',
  })
})

test('H02 the page sees three frozen functions of ours, and nothing of Node or Electron', async () => {
  const seen = await run().page.evaluate(() => {
    const page = window as unknown as Record<string, unknown>
    const bridge = page['tapeline'] as Record<string, unknown>
    return {
      raw: [
        'require',
        'process',
        'module',
        'exports',
        'Buffer',
        'global',
        '__dirname',
        'electron',
        'ipcRenderer',
        'setImmediate',
      ].filter((name) => name in page),
      bridge: Object.entries(bridge).map(([name, value]) => `${name}: ${typeof value}`),
      frozen: Object.isFrozen(bridge),
    }
  })
  expect(seen).toEqual({ raw: [], bridge: ['call: function', 'on: function', 'pathOf: function'], frozen: true })
})

test('H02 the bridge takes the names of the contract only', async () => {
  const answers = await run().page.evaluate(async () => {
    const { tapeline: bridge } = window as unknown as {
      tapeline: {
        call(channel: unknown, input: unknown): Promise<unknown>
        on(event: unknown, listener: () => void): unknown
      }
    }
    const names: unknown[] = ['ELECTRON_BROWSER_REQUIRE', 'workspace:open ', '__proto__', null, ['app:quit']]
    const called = await Promise.all(
      names.map((name) =>
        bridge.call(name, {}).then(
          () => 'answered',
          () => 'refused',
        ),
      ),
    )
    const heard = names.map((name) => {
      try {
        bridge.on(name, () => undefined)
        return 'heard'
      } catch {
        return 'refused'
      }
    })
    return [...called, ...heard]
  })
  expect(answers).toEqual(Array.from({ length: 10 }, () => 'refused'))
})

test('H03 the page runs inside the sandbox of the system', async () => {
  test.skip(process.platform !== 'linux', 'reads /proc')
  const tapeline = await launchTapeline({ sandbox: true })
  const { app, page } = tapeline
  try {
    expect((await mustCall(page, 'workspace:open', {})).readOnly).toBe(false)
    expect(await app.evaluate(({ app: electron }) => electron.commandLine.hasSwitch('no-sandbox'))).toBe(false)
    const pid = await app.evaluate(({ webContents }) => webContents.getAllWebContents()[0]?.getOSProcessId())
    const main = app.process().pid
    const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8')
    expect(status).toMatch(/^Seccomp:\s2$/m)
    expect(status).toMatch(/^NoNewPrivs:\s1$/m)
    const space = (id: number | undefined, kind: string) =>
      execFileSync('readlink', [`/proc/${String(id)}/ns/${kind}`], { encoding: 'utf8' })
    for (const kind of ['net', 'user', 'pid']) expect([kind, space(pid, kind)]).not.toEqual([kind, space(main, kind)])
    expect(readlinkSync(`/proc/${String(pid)}/exe`)).toContain('electron')
  } finally {
    await tapeline.close()
  }
})
