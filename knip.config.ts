import type { KnipConfig } from 'knip'

const config: KnipConfig = {
  entry: [
    'src/renderer/public/*.js',
    'src/cli/index.ts',
    'scripts/*.mjs',
    'scripts/bench/*.ts',
    'scripts/electron-runtime/default-app/main.cjs',
    'e2e/*/*.spec.ts',
    '*.vite.config.ts',
    'electron-builder.config.mjs',
  ],
  project: ['src/**/*.{ts,vue}', 'scripts/**/*.{ts,mjs,cjs}', 'e2e/**/*.ts', '*.{js,ts,mjs}'],
  // A schema and the type inferred from it stand in one file and are exported together.
  rules: { cycles: 'error' },
  ignoreExportsUsedInFile: true,
  // Installed with apt or asked for, see scripts/machine; started by their scripts, not imported.
  ignoreBinaries: ['Xvfb'],
  ignoreDependencies: ['electron-builder'],
}
export default config
