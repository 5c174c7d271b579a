import { _electron, type Page, type CDPSession } from '@playwright/test'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectRoot } from '../project.mjs'
const COUNT = `window.frameTimes=[];window.measuring=true;requestAnimationFrame(function step(t){window.frameTimes.push(t);if(window.measuring)requestAnimationFrame(step)})`
const TIMES = 'window.measuring=false;window.frameTimes'
const files = (process.env['FILES'] ?? '/tmp/big/k100.tapeline').split(',')
async function input(page: Page, scroll = 1) {
  const at = { x: 760, y: 400 }
  await page.mouse.move(at.x, at.y)
  await page.evaluate(COUNT)
  const n = Number(process.env['TURNS'] ?? '40')
  for (let t = 0; t < n; t++) { await page.mouse.wheel(0, -120); await page.waitForTimeout(30) }
  await page.waitForTimeout(300)
  const days = await page.evaluate('Number(document.querySelector("[data-end-day]")?.dataset.endDay)-Number(document.querySelector("[data-start-day]")?.dataset.startDay)')
  for (let t = 0; t < n; t++) { await page.mouse.wheel(0, 120); await page.waitForTimeout(30) }
  await page.waitForTimeout(300)
  const zoom = await page.evaluate<number[]>(TIMES)
  for (let t = 0; t < n/2; t++) { await page.mouse.wheel(0, -120); await page.waitForTimeout(30) }
  await page.waitForTimeout(300)
  await page.evaluate(COUNT)
  for (let k = 0; k < 3; k++) {
    await page.mouse.move(1150, 700); await page.mouse.down()
    for (let x = 1150; x > 350; x -= 16) await page.mouse.move(x, 700)
    await page.mouse.up()
  }
  const pan = await page.evaluate<number[]>(TIMES)
  return { days, zoom, pan }
}
function stat(name: string, times: number[]) {
  const d = times.slice(1).map((t, i) => t - times[i]!).toSorted((a, b) => a - b)
  const p = (s: number) => (d[Math.min(d.length - 1, Math.floor(s * d.length))] ?? NaN).toFixed(1)
  console.log(name.padEnd(30), d.length, 'median', p(.5), 'p95', p(.95), 'p99', p(.99), 'worst', p(1))
}
for (const file of ['', ...files]) {
  const user = mkdtempSync(join(tmpdir(), 'tl-bench-'))
  const app = await _electron.launch({ executablePath: process.env['TAPELINE_ELECTRON'] ?? '', args: [...(file === '' ? [join(projectRoot, 'scripts/bench/bare-window')] : [projectRoot, `--user-data-dir=${user}`, ...(file === 'starter' ? [] : [file])])], chromiumSandbox: false })
  try {
    const page = await app.firstWindow()
    if (file !== '') { await page.locator('.item').first().waitFor({ timeout: 60000 }); await page.waitForTimeout(2500); await page.keyboard.press('0'); await page.waitForTimeout(1500) } else await page.waitForTimeout(1500)
    let cdp: CDPSession | undefined
    if (process.env['PROF'] && file !== '') { cdp = await page.context().newCDPSession(page); await cdp.send('Profiler.enable'); await cdp.send('Profiler.start') }
    if (process.env['TRACE'] && file !== '') { await app.evaluate(({ contentTracing }) => contentTracing.startRecording({ included_categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'blink', 'cc', 'viz'] } as never)) }
    const r = await input(page)
    if (cdp) { const { profile } = await cdp.send('Profiler.stop'); writeFileSync('/tmp/prof.cpuprofile', JSON.stringify(profile)) }
    if (process.env['TRACE'] && file !== '') console.log(await app.evaluate(({ contentTracing }) => contentTracing.stopRecording('/tmp/trace.json')))
    stat((file || 'empty') + ' zoom', r.zoom); stat('  pan', r.pan); console.log('  days', r.days, file && await page.evaluate('document.querySelectorAll(".item").length+" "+document.querySelectorAll(".mark").length'))
    await page.screenshot({ path: `/tmp/look/frames.png` })
  } finally { await app.close(); rmSync(user, { recursive: true, force: true }) }
}
