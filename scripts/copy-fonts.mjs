// Puts the fonts that figures are drawn with, and harfbuzz that cuts them, into out/fonts (or the folder
// given), where the built app and the command line look for them. A file already there with the same size stays.
import { copyFileSync, mkdirSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const target = resolve(process.argv[2] ?? join(root, 'out/fonts'))
const require = createRequire(import.meta.url)

const inter = dirname(require.resolve('@expo-google-fonts/inter/package.json'))
const harfbuzz = dirname(require.resolve('harfbuzzjs/dist/harfbuzz-subset.wasm'))
const notoSansTc = dirname(require.resolve('@expo-google-fonts/noto-sans-tc/package.json'))

// The same names as in src/main/figure/font-files.ts.
const files = [
  join(inter, '400Regular/Inter_400Regular.ttf'),
  join(inter, '600SemiBold/Inter_600SemiBold.ttf'),
  join(notoSansTc, '400Regular/NotoSansTC_400Regular.ttf'),
  join(notoSansTc, '600SemiBold/NotoSansTC_600SemiBold.ttf'),
  join(harfbuzz, 'harfbuzz-subset.wasm'),
  join(root, 'resources/fonts/LICENCE-harfbuzz.txt'),
  join(root, 'resources/fonts/OFL-Inter.txt'),
  join(root, 'resources/fonts/OFL-NotoSansTC.txt'),
]

/** @param {string} file */
const sizeOf = (file) => statSync(file, { throwIfNoEntry: false })?.size
mkdirSync(target, { recursive: true })
const stale = files.filter((file) => sizeOf(join(target, basename(file))) !== statSync(file).size)
for (const file of stale) copyFileSync(file, join(target, basename(file)))
console.log(`fonts: ${stale.length} of ${files.length} copied to ${target}`)
