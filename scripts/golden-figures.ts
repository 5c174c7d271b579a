import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { goldenFigures, GOLDEN_FOLDER } from '../src/main/figure/golden-figures'

// Draws the golden figures anew: `npx tsx scripts/golden-figures.ts`. Look at each before committing it.
const root = resolve(import.meta.dirname, '..')
const folder = process.argv[2] ?? join(root, GOLDEN_FOLDER)
mkdirSync(folder, { recursive: true })
for (const { name, png } of await goldenFigures(root, join(root, 'out/fonts'))) {
  writeFileSync(join(folder, `${name}.png`), png)
  console.log(`${name}.png: ${String(Math.round(png.length / 1024))} kB`)
}
