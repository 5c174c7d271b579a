import type { Page } from '@playwright/test'

/** Typed letter by letter; each letter is one keystroke that is timed. */
const QUERIES = [
  'lithography',
  '高頻寬記憶',
  'nvidia malaysia',
  '實體清單',
  'provisional',
  '輝達發表',
  'br4',
  '豁免到期',
  'zzz',
]
const BOXES = ['policy', 'announcement', 'rule', 'market', 'vendor-0', 'CN', 'reported', 'unverified']
const GROUPINGS = ['vendor', 'kind', 'jurisdiction', 'architecture', 'story']

/** An answer has come when nothing more changes for so long. */
const QUIET_MS = 350
/** By then, what changes nothing has changed nothing. */
const NO_ANSWER_MS = 3_000
/** By then, the event that asks has not come at all. */
const UNASKED_MS = 30_000

/**
 * Times one answer: from the event that asks (its own time stamp) to the frame that shows the last change that it
 * brought to the timeline or the list of hits. As text, for it runs where there is a DOM. What only moves (styles) is
 * no change. -1 when nothing changed at all.
 */
export const watchForAnswer = (asking: string): string => `
  window.answer = new Promise((resolve, reject) => {
    const began = performance.now()
    let asked = null, drawn = null, changedAt = null
    addEventListener('${asking}', (event) => (asked = event.timeStamp), { capture: true, once: true })
    const observer = new MutationObserver(() => {
      if (asked === null) return
      changedAt = performance.now()
      requestAnimationFrame(() => setTimeout(() => (drawn = performance.now())))
    })
    const attributeFilter = ['class', 'data-record', 'data-lane', 'data-count', 'aria-selected']
    for (const root of document.querySelectorAll('.search, [data-testid="timeline"]'))
      observer.observe(root, { subtree: true, childList: true, characterData: true, attributeFilter })
    requestAnimationFrame(function look(now) {
      const quiet = changedAt !== null && drawn !== null && now - drawn > ${String(QUIET_MS)}
      if (asked === null && now - began > ${String(UNASKED_MS)}) return void reject(new Error('${asking} never came'))
      const nothing = asked !== null && changedAt === null && now - asked > ${String(NO_ANSWER_MS)}
      if (!quiet && !nothing) return void requestAnimationFrame(look)
      observer.disconnect()
      resolve(nothing ? -1 : drawn - asked)
    })
  })
  0`

/** From a picture that is whole: what is out of sight is drawn when nobody has done anything for a while. */
async function answered(page: Page, asking: string, ask: () => Promise<void>): Promise<number[]> {
  await page.locator('[data-testid="timeline"][data-whole="true"]').waitFor()
  await page.evaluate(watchForAnswer(asking))
  await ask()
  const ms = await page.evaluate<number>('window.answer')
  return ms < 0 ? [] : [ms]
}

const isLetterOfAKeyboard = (letter: string): boolean => /^[ -~]$/.test(letter)

/** Every `of`-th query from `at` on is typed. Keystrokes that change nothing that one sees are left out. */
export async function searchTimes(page: Page, at: number, of: number): Promise<number[]> {
  const times: number[] = []
  await page.keyboard.press('Control+f')
  for (const query of QUERIES.filter((_, index) => index % of === at)) {
    for (const letter of query)
      times.push(
        ...(await answered(page, 'beforeinput', () =>
          isLetterOfAKeyboard(letter)
            ? page.keyboard.press(letter === ' ' ? 'Space' : letter)
            : page.keyboard.insertText(letter),
        )),
      )
    await page.keyboard.press('Control+a')
    await answered(page, 'beforeinput', () => page.keyboard.press('Backspace'))
  }
  await page.keyboard.press('Escape')
  return times
}

/** Each box of the filter is ticked and cleared again. */
export async function filterTimes(page: Page): Promise<number[]> {
  const times: number[] = []
  const clear = page.getByTestId('clear-filters')
  await page.getByTestId('timeline').focus()
  await page.keyboard.press('[')
  for (const value of BOXES) {
    const box = page.locator(`[role="checkbox"][data-value="${value}"]`)
    if ((await box.count()) === 0) continue
    for (let turn = 0; turn < 2; turn += 1) times.push(...(await answered(page, 'pointerup', () => box.click())))
  }
  if (await clear.isVisible()) await clear.click()
  await page.getByTestId('timeline').focus()
  await page.keyboard.press('[')
  return times
}

export async function regroupTimes(page: Page): Promise<number[]> {
  const times: number[] = []
  for (const grouping of GROUPINGS)
    times.push(
      ...(await answered(page, 'pointerup', () => page.locator(`[role="radio"][data-value="${grouping}"]`).click())),
    )
  return times
}
