import { expect, test } from '@playwright/test'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CHANNELS } from '../../src/ipc/channels'
import { runtimeExecutable } from './app-copy'
import { call, mustCall, workspaceOf } from './call'
import { launchTapeline, projectRoot, type Tapeline } from './launch'
import { callWithOddValues } from './odd-values'
import { tryToRunText } from './text-as-code'
import { openSink } from './sink'
import { tryEveryWayOut } from './ways-out'

/** Electron has this function, and leaves it out of its types. */
interface Prepared {
  getLastWebPreferences(): Record<string, unknown>
}

// The numbers are those of the hardening checklist that this app is held to: one assertion each.

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; frame-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; webrtc 'block'; require-trusted-types-for 'script'; trusted-types default vue dompurify"

test.describe('one run of the app', () => {
  let tapeline: Tapeline

  test.beforeAll(async () => {
    tapeline = await launchTapeline()
  })
  test.afterAll(() => tapeline.close())

  test('H01 every page has the safe preferences', async () => {
    const all = await tapeline.app.evaluate(({ webContents }) =>
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
    const seen = await tapeline.page.evaluate(() => {
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
    const answers = await tapeline.page.evaluate(async () => {
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

  test('H04 the page comes from our own scheme', async () => {
    expect(new URL(tapeline.page.url())).toMatchObject({ protocol: 'app:', host: 'ui', pathname: '/index.html' })
    expect(await tapeline.page.evaluate(() => window.isSecureContext)).toBe(true)
  })

  test('H05 every answer of that scheme carries the policy and nosniff', async () => {
    const headers = await tapeline.page.evaluate(async () => {
      const script = document.querySelector('script')?.src ?? ''
      const paths = ['/index.html', new URL(script).pathname, '/no-such-file']
      return Promise.all(
        paths.map(async (path) => {
          const answer = await fetch(path)
          return [
            answer.status,
            answer.headers.get('content-security-policy'),
            answer.headers.get('x-content-type-options'),
          ]
        }),
      )
    })
    expect(headers).toEqual([
      [200, POLICY, 'nosniff'],
      [200, POLICY, 'nosniff'],
      [404, POLICY, 'nosniff'],
    ])
  })

  test('H06 no text becomes code', async () => {
    const ran = await tapeline.page.evaluate(tryToRunText)
    expect(ran).toEqual([])
  })

  test('H09, H14 the page cannot leave, open, embed or download', async () => {
    const { app, page } = tapeline
    const before = page.url()
    const downloads = await app.evaluate(({ session }) => {
      const seen: boolean[] = []
      session.defaultSession.on('will-download', (event) => seen.push(event.defaultPrevented))
      Object.assign(globalThis, { downloadsSeen: seen })
      return seen
    })
    expect(downloads).toEqual([])
    await page.evaluate(async () => {
      const click = (attributes: Record<string, string>) => {
        const link = document.body.appendChild(document.createElement('a'))
        for (const [name, value] of Object.entries(attributes)) link.setAttribute(name, value)
        link.click()
        link.remove()
      }
      location.href = 'https://example.com/'
      click({ href: 'file:///etc/passwd' })
      click({ href: 'data:text/html,hello' })
      click({ href: 'https://example.com/', target: '_blank' })
      window.open('about:blank')
      window.open('app://ui/index.html')
      history.pushState(null, '', '/index.html?theme=light&locale=en')
      click({ href: URL.createObjectURL(new Blob(['x'])), download: 'x.exe' })
      document.body.appendChild(document.createElement('webview')).setAttribute('src', 'https://example.com/')
      await new Promise((done) => setTimeout(done, 700))
      document.querySelector('webview')?.remove()
    })
    expect(new URL(page.url()).origin).toBe(new URL(before).origin)
    const after = await app.evaluate(({ webContents }) => ({
      pages: webContents.getAllWebContents().length,
      downloads: (globalThis as unknown as { downloadsSeen: boolean[] }).downloadsSeen,
    }))
    expect(after.pages).toBe(1)
    expect(after.downloads.every((prevented) => prevented)).toBe(true)
  })

  test('H11 every permission is denied', async () => {
    const answers = await tapeline.page.evaluate(async () => {
      const names = [
        'geolocation',
        'notifications',
        'camera',
        'microphone',
        'midi',
        'clipboard-read',
        'persistent-storage',
        'idle-detection',
      ]
      const states = await Promise.all(
        names.map(async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state),
      )
      const refused = (ask: () => Promise<unknown>) =>
        ask().then(
          () => 'given',
          () => 'refused',
        )
      const asked = await Promise.all([
        refused(() => navigator.mediaDevices.getUserMedia({ audio: true })),
        refused(() => navigator.mediaDevices.getDisplayMedia()),
        refused(() => navigator.clipboard.readText()),
        refused(() => new Promise((given, denied) => navigator.geolocation.getCurrentPosition(given, denied))),
        Notification.requestPermission().then((state) => (state === 'granted' ? 'given' : 'refused')),
      ])
      return { states, asked }
    })
    expect(answers.states).toEqual(Array.from({ length: 8 }, () => 'denied'))
    expect(answers.asked).toEqual(Array.from({ length: 5 }, () => 'refused'))
  })

  test('H12 our scheme gives out the built window and nothing else', async () => {
    const answers = await tapeline.app.evaluate(async ({ session }) => {
      const addresses = [
        'app://ui/../package.json',
        'app://ui/../../package.json',
        'app://ui/%2e%2e/%2e%2e/package.json',
        'app://ui/..%2f..%2fpackage.json',
        'app://ui/%2e%2e%2fmain%2findex.cjs',
        'app://ui/..%5c..%5cpackage.json',
        'app://ui/%252e%252e/package.json',
        'app://ui/assets/..%2f..%2fmain/index.cjs',
        'app://ui/../renderer-evil/index.html',
        'app://ui//etc/passwd',
        'app://ui/%2fetc%2fpasswd',
        'app://ui/index.html%00.js',
        'app://ui/%',
        'app://ui/',
        'app://evil/index.html',
        'app://ui.evil/index.html',
        'app:///index.html',
      ]
      const fetched = addresses.map(async (address) => {
        try {
          const answer = await session.defaultSession.fetch(address)
          const text = await answer.text()
          return answer.status === 404 && text === '' ? null : `${address}: ${String(answer.status)}`
        } catch {
          return null
        }
      })
      return (await Promise.all(fetched)).filter((line) => line !== null)
    })
    expect(answers).toEqual([])
    const good = await tapeline.app.evaluate(
      async ({ session }) => (await session.defaultSession.fetch('app://ui/index.html')).status,
    )
    expect(good).toBe(200)
    const file = await tapeline.page.evaluate(() =>
      fetch('file:///etc/passwd').then(
        () => 'read',
        () => 'refused',
      ),
    )
    expect(file).toBe('refused')
  })

  test('H13 an address opens only after a yes, in ASCII, and only https', async () => {
    const { app, page } = tapeline
    await app.evaluate(({ dialog, shell }) => {
      const seen: string[] = []
      Object.assign(globalThis, { linksSeen: seen })
      dialog.showMessageBox = ((_window: unknown, options: { detail?: string }) => {
        seen.push(`asked ${options.detail ?? ''}`)
        return Promise.resolve({
          response: options.detail?.includes('no.example') === true ? 1 : 0,
          checkboxChecked: false,
        })
      }) as typeof dialog.showMessageBox
      shell.openExternal = (url) => {
        seen.push(`opened ${url}`)
        return Promise.resolve()
      }
    })
    expect(await call(page, 'link:open', { url: 'https://nvіdia.example/' })).toEqual({
      ok: true,
      value: { opened: true },
    })
    expect(await call(page, 'link:open', { url: 'https://no.example/' })).toEqual({
      ok: true,
      value: { opened: false },
    })
    for (const url of [
      'http://a.example/',
      'file:///etc/passwd',
      'javascript:alert(1)',
      'https://u:p@a.example/',
      'https://a.example/\u202e',
    ])
      expect(await call(page, 'link:open', { url })).toMatchObject({ ok: false, error: { code: 'invalid' } })
    const seen = await app.evaluate(() => (globalThis as unknown as { linksSeen: string[] }).linksSeen)
    expect(seen).toEqual([
      'asked https://xn--nvdia-o2e.example/',
      'opened https://xn--nvdia-o2e.example/',
      'asked https://no.example/',
    ])
  })

  test('H15 nobody but the main frame of our page is answered', async () => {
    const answers = await tapeline.app.evaluate(async ({ ipcMain }, channels) => {
      const handlers = (
        ipcMain as unknown as { _invokeHandlers: Map<string, (event: unknown, input: unknown) => unknown> }
      )._invokeHandlers
      const senders = [
        { senderFrame: null },
        { senderFrame: { parent: {}, url: 'app://ui/index.html' } },
        { senderFrame: { parent: null, url: 'data:text/html,x' } },
        { senderFrame: { parent: null, url: 'about:blank' } },
        { senderFrame: { parent: null, url: '' } },
        { senderFrame: { parent: null, url: 'app://ui.evil/index.html' } },
        { senderFrame: { parent: null, url: 'app://evil/ui/index.html' } },
        { senderFrame: { parent: null, url: 'https://app://ui/' } },
      ]
      const wrong: string[] = []
      for (const channel of channels)
        for (const sender of senders) {
          const reply = (await handlers.get(channel)?.(sender, {})) as
            { ok: boolean; error?: { message: string } } | undefined
          if (reply?.ok !== false || reply.error?.message !== 'this page may not ask')
            wrong.push(`${channel} ${JSON.stringify([sender, reply])}`)
        }
      return { wrong, registered: [...handlers.keys()] }
    }, CHANNELS)
    expect(answers.wrong).toEqual([])
    expect(answers.registered.sort()).toEqual([...CHANNELS].sort())
  })

  test('H15 a page of another origin with our own preload is refused', async () => {
    const preload = join(projectRoot, 'out/preload/index.cjs')
    const reply = await tapeline.app.evaluate(async ({ BrowserWindow, session }, file) => {
      const foreign = new BrowserWindow({
        show: false,
        webPreferences: { preload: file, sandbox: true, session: session.defaultSession },
      })
      await foreign.loadURL('data:text/html,<p>foreign')
      const answer: unknown = await foreign.webContents.executeJavaScript("window.tapeline.call('workspace:open', {})")
      foreign.destroy()
      return answer
    }, preload)
    expect(reply).toEqual({ ok: false, error: { code: 'invalid', message: 'this page may not ask' } })
  })

  test('H16 no name is resolved, no dictionary wanted, no proxy asked', async () => {
    const found = await tapeline.app.evaluate(async ({ app, session }) => {
      const sessions = [session.defaultSession]
      return {
        rules: app.commandLine.getSwitchValue('host-resolver-rules'),
        cookies: (await session.defaultSession.cookies.get({})).length,
        sessions: await Promise.all(
          sessions.map(async (each) => ({
            languages: each.getSpellCheckerLanguages(),
            enabled: each.isSpellCheckerEnabled(),
            proxy: await each.resolveProxy('https://example.com/'),
            resolves: await each.resolveHost('localhost').then(
              () => true,
              () => false,
            ),
          })),
        ),
      }
    })
    const closed = { languages: [], enabled: false, proxy: 'DIRECT', resolves: false }
    expect(found).toEqual({ rules: 'MAP * ~NOTFOUND', cookies: 0, sessions: [closed] })
    const kept = await tapeline.page.evaluate(async () => [
      localStorage.length,
      sessionStorage.length,
      (await indexedDB.databases()).length,
    ])
    expect(kept, 'what the page keeps in the browser').toEqual([0, 0, 0])
  })

  test('odd values: each channel refuses 200 of them and nothing changes', async () => {
    test.setTimeout(180_000)
    const before = await mustCall(tapeline.page, 'workspace:open', {})
    for (const [index, channel] of CHANNELS.entries()) {
      const { tried, wrong } = await tapeline.page.evaluate(callWithOddValues, [channel, 200, 77 + index] as const)
      expect([channel, tried, wrong]).toEqual([channel, 200, []])
    }
    expect(await mustCall(tapeline.page, 'workspace:open', {})).toEqual(before)
  })
})

test.describe('no way out', () => {
  test('H07 from our page, and H08 from a page without a policy, nothing reaches a server beside it', async () => {
    const sink = await openSink()
    const address = `127.0.0.1:${String(sink.port)}`
    await fetch(`http://${address}/control`)
    expect(sink.reached()).toBe(1)
    const tapeline = await launchTapeline()
    const { app, page } = tapeline
    try {
      expect(await page.evaluate(tryEveryWayOut, address)).toBeGreaterThan(25)
      expect(sink.reached()).toBe(1)
      const tried: unknown = await app.evaluate(
        async ({ BrowserWindow, session }, [source, target]) => {
          const bare = new BrowserWindow({
            show: false,
            webPreferences: { session: session.defaultSession, sandbox: true },
          })
          await bare.loadURL('data:text/html,<body>no policy here')
          const count: unknown = await bare.webContents.executeJavaScript(`(${source})(${JSON.stringify(target)})`)
          bare.destroy()
          return count
        },
        [tryEveryWayOut.toString(), address] as const,
      )
      expect(tried).toBeGreaterThan(25)
      expect(sink.reached()).toBe(1)
    } finally {
      await tapeline.close()
      await sink.close()
    }
  })

  test('a whole session makes no connection and sends no packet', async () => {
    test.skip(spawnSync('strace', ['-V']).error !== undefined, 'strace is not installed')
    const folder = mkdtempSync(join(tmpdir(), 'tapeline-strace-'))
    const log = join(folder, 'calls')
    const wrapper = join(folder, 'start')
    writeFileSync(
      wrapper,
      `#!/bin/sh\nexec strace -f -yy -qq -e trace=connect,sendto,sendmsg,sendmmsg -o '${log}' '${runtimeExecutable()}' "$@"\n`,
      { mode: 0o755 },
    )
    const tapeline = await launchTapeline({ executablePath: wrapper, args: [projectRoot] })
    const { page } = tapeline
    const { records } = await workspaceOf(page)
    expect(records.length).toBeGreaterThan(0)
    await mustCall(page, 'settings:write', { theme: 'dark', locale: 'zh-Hant' })
    await page.evaluate(tryEveryWayOut, '192.0.2.1:80')
    await page.waitForTimeout(3000)
    await tapeline.close()
    const calls = readFileSync(log, 'utf8').split('\n')
    expect(calls.some((line) => line.includes('AF_UNIX'))).toBe(true)
    expect(calls.filter(leavesTheMachine)).toEqual([])
    rmSync(folder, { recursive: true })
  })
})

/**
 * Whether a traced call opens a TCP connection or sends a packet. Connecting a UDP socket sends none:
 * Chromium does it to ask the system which of its own addresses it would use.
 */
function leavesTheMachine(line: string): boolean {
  if (!/AF_INET6?|<(?:TCP|UDP)/.test(line)) return false
  if (/connect\(\d+<UDP/.test(line)) return false
  return !/<TCP(?:v6)?:\[[^\]]*127\.0\.0\.1:\d+->[^\]]*127\.0\.0\.1:\d+\]>/.test(line)
}

test('what counts as leaving the machine', () => {
  const lines = [
    '7 connect(9<TCP:[55]>, {sa_family=AF_INET, sin_port=htons(443), sin_addr=inet_addr("192.0.2.1")}, 16) = -1',
    '7 connect(9<TCPv6:[55]>, {sa_family=AF_INET6, sin6_port=htons(443)}, 28) = 0',
    '7 sendto(9<UDP:[55]>, "x", 1, 0, {sa_family=AF_INET, sin_port=htons(53)}, 16) = 1',
    '7 sendmmsg(9<UDP:[10.0.2.15:1->10.0.2.3:53]>, [{msg_hdr={}}], 1, 0) = 1',
    '7 connect(9<UDPv6:[55]>, {sa_family=AF_INET6, sin6_port=htons(443)}, 28) = 0',
    '7 sendmsg(9<UNIX-STREAM:[55->56]>, {msg_name=NULL}, 0) = 1',
    '7 sendto(9<TCP:[127.0.0.1:4000->127.0.0.1:5000]>, "x", 1, 0, NULL, 0) = 1',
  ]
  expect(lines.map(leavesTheMachine)).toEqual([true, true, true, true, false, false, false])
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
