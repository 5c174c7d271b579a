import { defineConfig } from '@playwright/test'

// No retries: a test that fails now and then is a defect of the test or of the app.
export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/artifacts',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  workers: 2,
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
