import { expect, test } from '@playwright/test'
import { call } from './call'
import { oneRun } from './one-run'

// The numbers are those of the hardening checklist that this app is held to: one assertion each.

const run = oneRun()

test('H09, H14 the page cannot leave, open, embed or download', async () => {
  const { app, page } = run()
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
  const answers = await run().page.evaluate(async () => {
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

test('H13 an address opens only after a yes, in ASCII, and only https', async () => {
  const { app, page } = run()
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
