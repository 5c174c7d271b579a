import { expect, test } from '@playwright/test'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runtimeExecutable } from './app-copy'
import { mustCall, workspaceOf } from './call'
import { launchTapeline, projectRoot } from './launch'
import { openSink } from './sink'
import { tryEveryWayOut } from './ways-out'

// The numbers are those of the hardening checklist that this app is held to: one assertion each.

test('H16 no name is resolved, no dictionary wanted, no proxy asked', async () => {
  const tapeline = await launchTapeline()
  try {
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
  } finally {
    await tapeline.close()
  }
})

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
