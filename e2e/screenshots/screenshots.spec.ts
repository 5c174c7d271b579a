import { test } from '@playwright/test'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { launchTapeline, projectRoot } from '../electron/launch'
import { settled } from '../electron/timeline-screen'

// Not a test: `npm run screenshots` paints the pictures of the README, and those to look at before a release.
const folder = join(projectRoot, 'docs/screenshots')
mkdirSync(folder, { recursive: true })

const SIZES = [
  { width: 1280, height: 800 },
  { width: 2560, height: 1440 },
] as const

/** A chip with many specs, sources and rules: its details fill the panel. */
const SHOWN = 'h20'

for (const locale of ['en', 'zh-Hant'] as const) {
  for (const theme of ['light', 'dark'] as const) {
    test(`${locale}, ${theme}`, async () => {
      const { app, page, close } = await launchTapeline({ locale, theme })
      await page.locator('.item').first().waitFor()
      await page.locator(`.item[data-record="${SHOWN}"]`).first().click()
      for (const size of SIZES) {
        await app.evaluate(({ BrowserWindow }, { width, height }) => {
          BrowserWindow.getAllWindows()[0]?.setContentBounds({ x: 0, y: 0, width, height })
        }, size)
        await page.waitForFunction(({ width }) => innerWidth === width, size)
        await settled(page)
        const name = `timeline-${locale}-${theme}-${String(size.width)}x${String(size.height)}.png`
        await page.screenshot({ path: join(folder, name), animations: 'disabled' })
      }
      await close()
    })
  }
}
