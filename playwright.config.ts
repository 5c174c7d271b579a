import { defineConfig } from '@playwright/test'

/**
 * As many workers as screens. A window that opens or closes over another makes the system tell that one where the
 * real pointer is, with no button held: a drag under way ends there. The clipboard is the screen's, too.
 */
const screens = (process.env['TAPELINE_SCREENS'] ?? '').split(' ')

// No retries: a test that fails now and then is a defect of the test or of the app.
export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/artifacts',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  workers: screens.length,
  fullyParallel: false,
  retries: 0,
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list'], ['json', { outputFile: process.env['TAPELINE_E2E_REPORT'] ?? 'test-results/e2e.json' }]],
  projects: [
    { name: 'electron', testMatch: 'electron/**/*.spec.ts' },
    { name: 'package', testMatch: 'package/**/*.spec.ts' },
    { name: 'screenshots', testMatch: 'screenshots/**/*.spec.ts' },
  ],
})
