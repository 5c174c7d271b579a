import { Resvg } from '@resvg/resvg-js'
import { readFileSync, writeFileSync } from 'node:fs'
import { inProject } from './project.mjs'
import { say } from './progress.mjs'

/** `npm run icon`: paints resources/icon.svg as the PNG from which the packager makes every size it needs. */
const svg = readFileSync(inProject('resources/icon.svg'))
const png = new Resvg(svg, { fitTo: { mode: 'width', value: 1024 } }).render().asPng()
writeFileSync(inProject('resources/icon.png'), png)
say(`resources/icon.png: ${png.length} bytes`)
