import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

const west = { TZ: 'America/Los_Angeles' }
const east = { TZ: 'Pacific/Kiritimati' }
const domain = ['src/domain/**/*.test.ts']
const timeline = ['src/renderer/timeline/**/*.test.ts']

const inWindow = { environment: 'happy-dom', setupFiles: ['src/testing/settle-imports.ts'] }

// Dates and the timeline are tested on both edges of the day: eleven hours west and fourteen east of UTC.
export default defineConfig({
  plugins: [vue()],
  test: {
    // How long a test takes is no property of the code: a machine with other work to do must not fail it.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      { extends: true, test: { name: 'domain-west', include: domain, env: west } },
      { extends: true, test: { name: 'domain-east', include: domain, env: east } },
      { extends: true, test: { name: 'main', include: ['src/{ipc,main,preload,cli,testing}/**/*.test.ts'] } },
      {
        extends: true,
        test: { ...inWindow, name: 'renderer', include: ['src/renderer/**/*.test.ts'], env: west },
      },
      { extends: true, test: { ...inWindow, name: 'renderer-east', include: timeline, env: east } },
      {
        extends: true,
        test: { name: 'tooling', include: ['scripts/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 120_000 },
      },
    ],
  },
})
