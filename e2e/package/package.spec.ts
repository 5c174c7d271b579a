import { expect, test } from '@playwright/test'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { launchTapeline, projectRoot, type Tapeline } from '../electron/launch'

const folder = join(projectRoot, 'dist/linux-unpacked')
const executablePath = join(folder, 'tapeline')

test.skip(process.platform !== 'linux', 'the test package is made on Linux')

test('the package opens on the starter workspace and draws the same figure as the built sources', async ({
  browserName: _,
}, testInfo) => {
  const packaged = await launchTapeline({ executablePath })
  try {
    await expect(packaged.page.locator('.item').first()).toBeVisible()
    await expect(packaged.page.getByText('Hopper').first()).toBeVisible()
    expect(await packaged.app.evaluate(({ app }) => app.isPackaged)).toBe(true)
    const ours = await saveFigure(packaged, testInfo.outputPath('packaged.png'))
    const built = await launchTapeline()
    try {
      expect(ours.equals(await saveFigure(built, testInfo.outputPath('built.png')))).toBe(true)
    } finally {
      await built.close()
    }
    expect(packaged.pageErrors).toEqual([])
  } finally {
    await packaged.close()
  }
})

test('the workspace made at the first start is opened again at the second', async ({ browserName: _ }, testInfo) => {
  const userDataDir = testInfo.outputPath('user-data')
  const first = await launchTapeline({ executablePath, userDataDir })
  const before = await recordsOf(first)
  await first.close()
  const second = await launchTapeline({ executablePath, userDataDir })
  expect(await recordsOf(second)).toEqual(before)
  expect(before.length).toBeGreaterThan(100)
  await second.close()
})

test('a version is made and compared on a thread of its own, out of the archive', async () => {
  const packaged = await launchTapeline({ executablePath })
  try {
    await expect(packaged.page.locator('.item').first()).toBeVisible()
    await packaged.page.keyboard.press('Shift+V')
    await expect(packaged.page.getByTestId('version-name')).toBeFocused()
    await packaged.page.keyboard.type('From the package')
    await packaged.page.keyboard.press('Enter')
    await packaged.page.getByTestId('version').getByRole('button').first().click()
    await packaged.page.getByTestId('compare-now').click()
    await expect(packaged.page.getByTestId('compared')).toContainText('Nothing differs')
    const names = readdirSync(join(packaged.userDataDir, 'backups/Tapeline'))
    expect(names).toEqual([expect.stringContaining('= From the package.tapeline')])
    expect(packaged.pageErrors).toEqual([])
  } finally {
    await packaged.close()
  }
})

// Each fuse stands at one place of the wire; see scripts/electron-runtime/fuse-wire.mjs for the names.
test('every fuse of the package is set, but the inspector that this test drives it with', () => {
  const executable = readFileSync(executablePath)
  const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
  const wire = executable.indexOf(sentinel) + sentinel.length
  expect(executable[wire]).toBe(1)
  expect(executable.toString('latin1', wire + 2, wire + 10)).toBe('00011100')
})

test('the package carries neither the default app of the runtime nor its snapshot nor sources', () => {
  for (const name of ['resources/app', 'resources/default_app.asar', 'browser_v8_context_snapshot.bin']) {
    expect(existsSync(join(folder, name)), name).toBe(false)
  }
  const archive = readFileSync(join(folder, 'resources/app.asar'))
  expect(archive.includes('"src"')).toBe(false)
})

async function recordsOf({ page }: Tapeline): Promise<readonly unknown[]> {
  const reply = await page.evaluate(() => (globalThis as unknown as BridgedWindow).tapeline.call('workspace:open', {}))
  const { ok, value } = reply as { ok: boolean; value: { recordsText: string } }
  expect(ok).toBe(true)
  return JSON.parse(value.recordsText) as unknown[]
}

interface BridgedWindow {
  readonly tapeline: { call(channel: string, input: unknown): Promise<unknown> }
}

/** Saves the figure of a fixed view through the window's own bridge, the file dialog answered for the user. */
async function saveFigure({ app, page }: Tapeline, file: string): Promise<Buffer> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, file)
  const reply = await page.evaluate(() =>
    (globalThis as unknown as BridgedWindow).tapeline.call('figure:save', {
      format: 'png',
      spec: {
        window: { startDay: 18_900, endDay: 20_700 },
        grouping: 'story',
        filters: { kinds: [], vendors: [], jurisdictions: [], confidences: [] },
        collapsed: [],
        todayDay: null,
        settings: {
          paper: { width: 1200, height: 'auto', unit: 'px' },
          dpi: 96,
          typePt: 9,
          theme: 'light',
          transparent: false,
          language: 'zh-Hant',
          notes: 'marked',
          legend: true,
          sources: false,
          links: false,
          today: true,
          pages: 1,
          letters: 'text',
        },
      },
    }),
  )
  expect(reply).toEqual({ ok: true, value: { file } })
  return readFileSync(file)
}
