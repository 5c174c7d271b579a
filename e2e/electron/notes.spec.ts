import { expect, test, type Locator, type Page } from '@playwright/test'
import { HOSTILE_NOTES } from '../../src/testing/hostile-notes'
import { ownRun } from './own-run'
import { selectRecord } from './select-record'

const { open, tapeline } = ownRun('tapeline-notes-', {
  dataInFolder: true,
  until: (page) => expect(page.locator('.item').first()).toBeVisible(),
})

const details = (page: Page): Locator => page.getByTestId('inspector')

test('reads hostile notes without anything acting or being asked for', async () => {
  const page = await open()
  const requests: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith('app://ui/')) requests.push(request.url())
  })
  const address = page.url()
  await selectRecord(page, 'H200 SXM', 'h200')
  for (const note of HOSTILE_NOTES) {
    const view = details(page).getByTestId('note-view')
    if (await view.isVisible()) await view.press('Enter')
    await details(page).getByTestId('note').fill(note)
    await details(page).getByTestId('note').blur()
    await expect(view).toBeVisible()
    await expect(view).not.toBeEmpty()
    await view.hover()
    const found = await view.evaluate((page) => ({
      acts: page.querySelectorAll(
        'script,img,iframe,object,embed,link,style,form,input,svg,math,video,[style],[href],[src],[id]',
      ).length,
      handlers: [...page.querySelectorAll('*')]
        .flatMap((element) => element.getAttributeNames())
        .filter((name) => name.startsWith('on')),
      acted: 'acted' in window,
    }))
    expect([note, found]).toEqual([note, { acts: 0, handlers: [], acted: false }])
  }
  expect(requests).toEqual([])
  expect(page.url()).toBe(address)
  expect(tapeline().app.windows()).toHaveLength(1)
  expect(tapeline().pageErrors).toEqual([])
})

test('completes a link by keyboard, follows it, and finds the way back', async () => {
  const page = await open()
  await selectRecord(page, 'H200 SXM', 'h200')
  await details(page).getByTestId('note').click()
  await page.keyboard.type('After [[h20')
  const list = page.getByTestId('link-list')
  await expect(list.getByRole('option').first()).toHaveAttribute('aria-selected', 'true')
  const h20 = list.locator('[data-record="h20"]')
  await expect(h20).toBeVisible()
  while ((await h20.getAttribute('aria-selected')) !== 'true') await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.keyboard.type(' and [[nothing]]')
  await page.keyboard.press('Escape')

  const view = details(page).getByTestId('note-view')
  await expect(view.locator('.note-link-unresolved')).toHaveText('nothing')
  await view.locator('.note-link').click()
  await expect(details(page).locator('article')).toHaveAttribute('data-record', 'h20')
  await expect(details(page).getByText('Mentioned in')).toBeVisible()
  expect(tapeline().pageErrors).toEqual([])
})
