import { expect, test } from '@playwright/test'
import { join } from 'node:path'
import { CHANNELS } from '../../src/ipc/channels'
import { mustCall } from './call'
import { projectRoot } from './launch'
import { callWithOddValues } from './odd-values'
import { oneRun } from './one-run'

// The numbers are those of the hardening checklist that this app is held to: one assertion each.

const run = oneRun()

test('H15 nobody but the main frame of our page is answered', async () => {
  const answers = await run().app.evaluate(async ({ ipcMain }, channels) => {
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
  const reply = await run().app.evaluate(async ({ BrowserWindow, session }, file) => {
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

test('odd values: each channel refuses 200 of them and nothing changes', async () => {
  test.setTimeout(180_000)
  const before = await mustCall(run().page, 'workspace:open', {})
  for (const [index, channel] of CHANNELS.entries()) {
    const { tried, wrong } = await run().page.evaluate(callWithOddValues, [channel, 200, 77 + index] as const)
    expect([channel, tried, wrong]).toEqual([channel, 200, []])
  }
  expect(await mustCall(run().page, 'workspace:open', {})).toEqual(before)
})
