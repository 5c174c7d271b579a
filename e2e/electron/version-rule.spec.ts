import { expect, test } from '@playwright/test'
import { copyFileSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LaunchOptions } from './launch'
import { keep, openVersion, versionsRun } from './versions-screen'

const { backups, folder, open, tapeline, versionsFolder } = versionsRun()

test('says the rule in Chinese, changes it within limits, and keeps it over a restart', async () => {
  const zh: LaunchOptions = { locale: 'zh-Hant', theme: 'dark' }
  let page = await open(zh)
  await page.keyboard.press('v')
  await keep(page, '審閱之前')
  await tapeline().close()
  const [made = ''] = backups()
  for (const minute of ['01', '02', '03'])
    copyFileSync(
      join(versionsFolder(), made),
      join(versionsFolder(), made.replace(/^(\S+) .*/, `$1 00-${minute}-00-000 r0 automatic.tapeline`)),
    )
  page = await open(zh)
  await page.keyboard.press('v')
  const rule = page.getByTestId('version-rule')
  await expect(rule).toContainText('過 30 分鐘會建立一個自動版本')
  await expect(rule).toContainText('保留今天最新的 3 個')
  await expect(rule).toContainText('3 個未命名的版本中會保留 2 個，刪除 1 個')

  await page.getByTestId('change-rule').click()
  await page.getByTestId('rule-days').fill('61')
  await expect(rule).toContainText('請輸入 0 到 60 的整數')
  await expect(page.getByTestId('save-rule')).toBeDisabled()
  await page.getByTestId('rule-days').fill('２')
  await page.getByTestId('rule-everyMinutes').fill('60')
  await page.getByTestId('rule-today').fill('5')
  await page.getByTestId('rule-weeks').fill('0')
  await expect(rule).toContainText('過 1 小時會建立')
  await expect(rule).toContainText('3 個未命名的版本會全部保留')
  await page.getByTestId('save-rule').click()
  await expect(page.getByTestId('change-rule')).toBeVisible()
  const onDisk = (): unknown => {
    if (!existsSync(join(folder(), 'settings.json'))) return null
    const settings = JSON.parse(readFileSync(join(folder(), 'settings.json'), 'utf8')) as Record<string, unknown>
    return settings['versionRule']
  }
  await expect.poll(onDisk).toEqual({ everyMinutes: 60, today: 5, days: 2, weeks: 0, months: 12 })

  await tapeline().close()
  page = await open(zh)
  await page.keyboard.press('v')
  await expect(page.getByTestId('version-rule')).toContainText(
    '今天最新的 5 個、先前 2 天每天最後一個，以及 12 個月每月最後一個',
  )
  await openVersion(page, '審閱之前')
  await page.getByTestId('compare-now').click()
  await expect(page.getByTestId('compared')).toContainText('沒有差異')
})
