import { buildFigure } from '../../domain/figure/build-figure'
import type { Scene } from '../../domain/figure/scene'
import { PNG } from 'pngjs'
import { describe, expect, it } from 'vitest'
import { aSpec, differenceOf, someDocument } from './figure-test-kit'
import { withFonts } from './font-folder-test-kit'
import { createFontMeasurer } from './font-measurer'
import { isPaintable, MAX_SIDE_PIXELS, paintPng } from './paint-png'
import type { PngFacts } from './png-file'
import { ShippedFonts } from './shipped-fonts'

const folder = withFonts()

function sheet(isTransparent: boolean): { scene: Scene; fonts: ShippedFonts; facts: (width: number) => PngFacts } {
  const fonts = new ShippedFonts(folder.dir())
  const spec = aSpec({ language: 'both', transparent: isTransparent, theme: 'greyscale', links: true })
  const [scene] = buildFigure(
    someDocument(),
    spec,
    createFontMeasurer(fonts),
    { name: 'T', version: '1' },
    'sheet',
  ).pages
  if (scene === undefined) throw new Error('no page')
  const facts = (width: number): PngFacts => {
    const height = Math.round((width * scene.heightPx) / scene.widthPx)
    return { width, height, isTransparent, dpi: 96, texts: [] }
  }
  return { scene, fonts, facts }
}

describe('paintPng', () => {
  it.each([
    ['on its ground', false],
    ['on none', true],
  ])('paints strips as it paints the whole, %s', async (_, isTransparent) => {
    const { scene, fonts, facts } = sheet(isTransparent)
    const whole = await paintPng(scene, fonts, facts(1400), { stripRows: 100_000 })
    for (const stripRows of [37, 256]) {
      const strips = await paintPng(scene, fonts, facts(1400), { stripRows })
      expect({ stripRows, ...differenceOf(whole, strips) }).toMatchObject({ stripRows, pixels: 0 })
    }
  })

  it('keeps every colour as it is where there is no ground', async () => {
    const { scene, fonts, facts } = sheet(true)
    const clear = PNG.sync.read(await paintPng(scene, fonts, facts(640))).data
    const onWhite = { ...scene, background: '#ffffff' }
    const solid = PNG.sync.read(await paintPng(onWhite, fonts, { ...facts(640), isTransparent: false })).data
    let worst = 0
    for (let at = 0; at < clear.length; at += 4) {
      const opacity = (clear[at + 3] ?? 0) / 255
      for (let part = 0; part < 3; part += 1) {
        const seen = (clear[at + part] ?? 0) * opacity + 255 * (1 - opacity)
        worst = Math.max(worst, Math.abs(seen - (solid[at + part] ?? 0)))
      }
    }
    // Several fades over each other, each rounded to 8 bits.
    expect(worst).toBeLessThanOrEqual(4)
  })

  it('paints images wider than the painter takes at once', async () => {
    const { scene, fonts, facts } = sheet(false)
    const image = facts(16_384)
    const bytes = await paintPng(scene, fonts, { ...image, height: 400 })
    expect(bytes.readUInt32BE(16)).toBe(16_384)
  })

  it('knows what is too large', () => {
    expect(isPaintable({ width: MAX_SIDE_PIXELS, height: 1000 })).toBe(true)
    expect(isPaintable({ width: MAX_SIDE_PIXELS + 1, height: 10 })).toBe(false)
    expect(isPaintable({ width: 60_000, height: 60_000 })).toBe(false)
  })
})
