import type { KnipConfig } from 'knip'

const config: KnipConfig = {
  entry: [
    'src/cli/index.ts',
    // A thread is started from its built file.
    'src/main/store/backups/version-thread.ts',
    'src/main/figure/figure-thread.ts',
    'src/main/store/console/console-process.ts',
    'scripts/*.mjs',
    'scripts/bench/*.ts',
    // Started by a test as a process of its own.
    'scripts/bench/large/write.ts',
    'scripts/torture/{main,child}.ts',
    'scripts/bench/bare-window/main.cjs',
    'scripts/bench/figure/rasteriser/main.cjs',
    'scripts/electron-runtime/default-app/main.cjs',
    'e2e/*/*.spec.ts',
    '*.vite.config.ts',
    'electron-builder.config.mjs',
  ],
  project: ['src/**/*.{ts,vue}', 'scripts/**/*.{ts,mjs,cjs}', 'e2e/**/*.ts', '*.{js,ts,mjs}'],
  // A schema and the type inferred from it stand in one file and are exported together.
  rules: { cycles: 'error' },
  ignoreExportsUsedInFile: true,
  // Its font files are named in style sheets, which knip does not read.
  ignoreDependencies: ['@fontsource-variable/inter'],
  // Programs of the system: scripts/machine installs the first, the tests of security use the others.
  ignoreBinaries: ['Xvfb', 'strace', 'readlink', 'mount', 'umount'],
}
export default config
