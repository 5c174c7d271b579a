import { rm } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * The test package differs from the shipped one in a single fuse: Node's inspector stays, because Playwright drives
 * the app through it.
 */
const isTestPackage = process.env['TAPELINE_TEST_PACKAGE'] === '1'

/** What the native modules carry for building themselves, for other systems and for type checkers. */
const LEFT_OUT = [
  '!**/*.{map,d.ts,d.cts,d.mts}',
  '!**/node_modules/@photostructure/sqlite/{src,binding.gyp,CHANGELOG.md}',
  '!**/node_modules/@photostructure/sqlite/prebuilds/!(${platform}-${arch})/**',
  '!**/node_modules/node-addon-api{,/**}',
]

/** @type {import('electron-builder').Configuration} */
export default {
  appId: 'app.tapeline.Tapeline',
  productName: 'Tapeline',
  copyright: 'MIT licence',
  // Electron is taken from where the runtime was found; a release build on a machine with internet leaves it out.
  ...(process.env['TAPELINE_ELECTRON_DIST'] ? { electronDist: process.env['TAPELINE_ELECTRON_DIST'] } : {}),
  directories: { output: 'dist', buildResources: 'resources' },
  files: ['out/main', 'out/preload', 'out/renderer', 'out/fonts', 'data/*.json', 'package.json', ...LEFT_OUT],
  asar: true,
  // Native code opens these by their path on the disk: it cannot look into the archive.
  asarUnpack: ['**/*.node', 'out/fonts'],
  // The native modules come prebuilt for every system, against a stable interface.
  npmRebuild: false,
  fileAssociations: [
    { ext: 'tapeline', name: 'Tapeline workspace', mimeType: 'application/vnd.tapeline', role: 'Editor' },
  ],
  electronFuses: {
    runAsNode: false,
    enableCookieEncryption: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: isTestPackage,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
  },
  linux: {
    target: ['AppImage', 'deb'],
    executableName: 'tapeline',
    icon: 'resources/icon.png',
    category: 'Office',
    maintainer: 'The Tapeline authors',
    syncDesktopName: true,
  },
  deb: {
    depends: ['libgtk-3-0', 'libnss3', 'libgbm1', 'libasound2 | libasound2t64', 'libxss1', 'libxtst6', 'libatspi2.0-0'],
  },
  win: { target: ['nsis'], icon: 'resources/icon.png' },
  nsis: { oneClick: false, allowToChangeInstallationDirectory: true },
  mac: {
    target: ['dmg', 'zip'],
    icon: 'resources/icon.png',
    category: 'public.app-category.business',
    hardenedRuntime: true,
  },
  /** The stand-in runtime carries a default app, which a package must not. */
  afterPack: async ({ appOutDir, electronPlatformName }) => {
    if (electronPlatformName === 'linux') await rm(join(appOutDir, 'resources/app'), { recursive: true, force: true })
  },
}
