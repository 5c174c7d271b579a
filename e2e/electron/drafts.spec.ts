import { expect, test, type Page } from '@playwright/test'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { call, mustCall, workspaceOf } from './call'
import { ownRun } from './own-run'
import { beginEvent, field } from './record-form'
import { seeded } from './seeded'
import { selectRecord } from './select-record'

const { folder, open, tapeline } = ownRun('tapeline-drafts-', {
  dataInFolder: true,
  until: (page) => expect(page.getByTestId('timeline')).toBeVisible(),
})

async function killMain(): Promise<void> {
  const main = tapeline().app.process()
  const ended = once(main, 'exit')
  main.kill('SIGKILL')
  await ended
}

test('text typed into a form outlives a killed program, is offered, put back and saved', async () => {
  let page = await open()
  await beginEvent(page, 'H20 orders stopped', '停止採購 H20')
  await expect.poll(() => keptText(page)).toContain('停止採購 H20')
  await killMain()

  page = await open({ locale: 'zh-Hant' })
  const offer = page.getByTestId('drafts').getByTestId('draft-offer')
  await expect(offer).toContainText('尚未儲存的文字')
  await offer.getByTestId('draft-put-back').click()
  await expect(field(page, 'name.en')).toHaveValue('H20 orders stopped')
  await expect(field(page, 'name.zh-Hant')).toHaveValue('停止採購 H20')
  await expect(page.getByTestId('drafts')).toBeHidden()
  await field(page, 'date').fill('2026-11')
  await field(page, 'jurisdictions').fill('cn')
  await page.getByTestId('save-record').click()
  await expect(page.getByTestId('record-form')).toBeHidden()
  await expect.poll(() => keptText(page)).toBe('')
  const { records } = await workspaceOf(page)
  expect(records.find(({ id }) => id === 'h20-orders-stopped')).toMatchObject({ name: { 'zh-Hant': '停止採購 H20' } })
  await killMain()
  page = await open()
  await expect(page.locator('.item').first()).toBeVisible()
  expect(await keptText(page)).toBe('')
})

test('a form that was left by closing the window is offered in that form; what is thrown away is gone', async () => {
  let page = await open()
  await selectRecord(page, 'H200 SXM', 'h200')
  await page.keyboard.press('e')
  await field(page, 'name.en').fill('H200, renamed and not sav')
  await page.keyboard.type('ed')
  // No wait: closing itself writes what is still on its way.
  await tapeline().close()

  page = await open()
  await expect(page.getByTestId('drafts')).toContainText('H200')
  await selectRecord(page, 'H200 SXM', 'h200')
  await page.keyboard.press('e')
  const inForm = page.getByRole('dialog').getByTestId('draft-offer')
  await expect(inForm).toBeVisible()
  await expect(field(page, 'name.en')).not.toHaveValue(/renamed/)
  await inForm.getByTestId('draft-put-back').click()
  await expect(field(page, 'name.en')).toHaveValue('H200, renamed and not saved')
  await page.keyboard.press('Escape')
  await page.getByRole('alertdialog').getByRole('button').last().click()
  await expect.poll(() => keptText(page)).toBe('')
  const { history } = await workspaceOf(page)
  expect(history.revision).toBe(0)
})

test('a note is saved while it is typed without a pause', async () => {
  const page = await open()
  await selectRecord(page, 'H200 SXM', 'h200')
  const note = page.getByTestId('inspector').getByTestId('note')
  await note.focus()
  // Each key comes sooner after the last one than any pause the editor waits for.
  let typed = ''
  for (let saved = ''; saved === '';) {
    await page.keyboard.type('晶', { delay: 30 })
    typed += '晶'
    saved = await noteInFile(page)
    expect(typed.startsWith(saved)).toBe(true)
    expect(typed.length).toBeLessThan(500)
  }
  await expect(note).toBeFocused()
})

/** `TAPELINE_KILLS=50` is the full form; the figures are printed. */
const KILLS = Number(process.env['TAPELINE_KILLS'] ?? 2)

test('a killed page loses none of the text that was on the disk, and comes back', async () => {
  test.setTimeout(60_000 + KILLS * 20_000)
  const seed = Number(process.env['TAPELINE_SEED'] ?? 1)
  const chance = seeded(seed)
  const lost: { bytes: number; seconds: number }[] = []
  for (let trial = 0; trial < KILLS; trial += 1) {
    const page = await open()
    const inNote = trial % 2 === 1
    await selectRecord(page, 'H200 SXM', 'h200')
    if (inNote) await page.getByTestId('inspector').getByTestId('note').focus()
    else {
      await page.keyboard.press('e')
      await field(page, 'summary.en').focus()
      await page.keyboard.press('Control+a')
    }
    let typed = ''
    const at: number[] = []
    const keys = 5 + chance.below(60)
    for (let key = 0; key < keys; key += 1) {
      const letter = '台積電與輝達abc'[chance.below(9)] ?? 'x'
      await page.keyboard.insertText(letter)
      at.push(performance.now())
      typed += letter
      await page.waitForTimeout(chance.below(60))
    }
    const onDisk = inNote ? await noteInFile(page) : summaryIn(await keptText(page))
    const pid = await tapeline().app.evaluate(({ webContents }) => webContents.getAllWebContents()[0]?.getOSProcessId())
    if (pid === undefined) throw new Error('no page')
    const crashed = page.waitForEvent('crash')
    const killedAt = performance.now()
    process.kill(pid, 'SIGKILL')
    await crashed
    // Main lives, and has loaded the page again by itself.
    await expect.poll(() => inRevivedPage('document.querySelectorAll(".item").length > 0')).toBe(true)
    const drafts = JSON.stringify(await inRevivedPage('window.tapeline.call("drafts:list", {})'))
    if (!inNote && onDisk !== '')
      await expect.poll(() => inRevivedPage('document.querySelector("[data-testid=drafts]") !== null')).toBe(true)
    const left = inNote ? noteOf(await inRevivedPage(OPEN)) : summaryIn(bodyOf(drafts))
    expect(left.startsWith(onDisk)).toBe(true)
    expect(typed.startsWith(left)).toBe(true)
    const firstLost = at[left.length]
    lost.push({
      bytes: Buffer.byteLength(typed.slice(left.length)),
      seconds: firstLost === undefined ? 0 : (killedAt - firstLost) / 1000,
    })
    await killMain()
    rmSync(folder(), { recursive: true, force: true })
  }
  const worst = lost.reduce((most, { bytes, seconds }) => ({
    bytes: Math.max(most.bytes, bytes),
    seconds: Math.max(most.seconds, seconds),
  }))
  const told = `page killed ${String(KILLS)} times (seed ${String(seed)}): text on the disk lost 0, typed text lost at most ${String(worst.bytes)} bytes, ${worst.seconds.toFixed(2)} s of typing`
  process.stdout.write(`${told}\n`)
  test.info().annotations.push({ type: 'figures', description: told })
})

const OPEN = 'window.tapeline.call("workspace:open", {})'

function inRevivedPage(code: string): Promise<unknown> {
  return tapeline().app.evaluate(
    ({ webContents }, source) => webContents.getAllWebContents()[0]?.executeJavaScript(source) as Promise<unknown>,
    code,
  )
}

async function keptText(page: Page): Promise<string> {
  const { drafts } = await mustCall(page, 'drafts:list', {})
  return drafts.map(({ body }) => body).join('\n')
}

async function noteInFile(page: Page): Promise<string> {
  return noteOf(await call(page, 'workspace:open', {}))
}

function noteOf(reply: unknown): string {
  const { value } = reply as { value: { recordsText: string } }
  const records = JSON.parse(value.recordsText) as { type: string; text?: string; target?: { record?: string } }[]
  return records.find(({ type, target }) => type === 'annotation' && target?.record === 'h200')?.text ?? ''
}

function bodyOf(listed: string): string {
  const { value } = JSON.parse(listed) as { value: { drafts: { body: string }[] } }
  return value.drafts.map(({ body }) => body).join('\n')
}

function summaryIn(body: string): string {
  if (body === '') return ''
  const { draft } = JSON.parse(body) as { draft: { summary: { en: string } } }
  return draft.summary.en
}
