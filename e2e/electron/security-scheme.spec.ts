import { expect, test } from '@playwright/test'
import { oneRun } from './one-run'
import { tryToRunText } from './text-as-code'

// The numbers are those of the hardening checklist that this app is held to: one assertion each.

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; frame-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; webrtc 'block'; require-trusted-types-for 'script'; trusted-types default vue dompurify"

const run = oneRun()

test('H04 the page comes from our own scheme', async () => {
  expect(new URL(run().page.url())).toMatchObject({ protocol: 'app:', host: 'ui', pathname: '/index.html' })
  expect(await run().page.evaluate(() => window.isSecureContext)).toBe(true)
})

test('H05 every answer of that scheme carries the policy and nosniff', async () => {
  const headers = await run().page.evaluate(async () => {
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
  const ran = await run().page.evaluate(tryToRunText)
  expect(ran).toEqual([])
})

test('H12 our scheme gives out the built window and nothing else', async () => {
  const answers = await run().app.evaluate(async ({ session }) => {
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
  const good = await run().app.evaluate(
    async ({ session }) => (await session.defaultSession.fetch('app://ui/index.html')).status,
  )
  expect(good).toBe(200)
  const file = await run().page.evaluate(() =>
    fetch('file:///etc/passwd').then(
      () => 'read',
      () => 'refused',
    ),
  )
  expect(file).toBe('refused')
})
