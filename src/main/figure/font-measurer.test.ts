import { describe, expect, it } from 'vitest'
import { withFonts } from './font-folder-test-kit'
import { createFontMeasurer } from './font-measurer'
import { rasterise } from './raster'
import { PNG } from 'pngjs'

const fonts = withFonts()
const regular = { sizePx: 100, weight: 400 } as const
const strong = { sizePx: 100, weight: 600 } as const

/** The columns of an image where anything is painted: first and last. */
function inked(png: Buffer): [number, number] {
  const image = PNG.sync.read(png)
  let [first, last] = [Infinity, -Infinity]
  for (let y = 0; y < image.height; y += 1)
    for (let x = 0; x < image.width; x += 1)
      if ((image.data[(y * image.width + x) * 4 + 3] ?? 0) > 20) {
        first = Math.min(first, x)
        last = Math.max(last, x)
      }
  return [first, last]
}

const textSvg = (text: string, family: string, weight: number): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="2000" height="160"><text x="20" y="110" font-size="100" font-weight="${weight}" font-family="${family}">${text}</text></svg>`

describe('createFontMeasurer', () => {
  it.each([
    ['HAVATAR To H200H', 'Inter', regular],
    ['HAVATAR To H200H', 'Inter', strong],
    ['輝達宣布出口管制', 'Noto Sans TC', regular],
  ] as const)('measures %s as the renderer paints it', async (text, family, font) => {
    const measured = createFontMeasurer(fonts.dir()).widthPx(text, font)
    const { png } = await rasterise(textSvg(text, family, font.weight), 2000, fonts.dir())
    const [first, last] = inked(png)
    // A letter is narrower than its advance by its bearings, never wider.
    expect(last - first).toBeLessThanOrEqual(measured)
    expect(last - first).toBeGreaterThan(measured - 25)
  })

  it('adds up the runs of a mixed text', () => {
    const measurer = createFontMeasurer(fonts.dir())
    const whole = measurer.widthPx('H200輝達', regular)
    expect(whole).toBeCloseTo(measurer.widthPx('H200', regular) + measurer.widthPx('輝達', regular), 6)
    expect(measurer.widthPx('輝達', regular)).toBeCloseTo(200, 0)
  })

  it('measures what no font has', () => {
    expect(createFontMeasurer(fonts.dir()).widthPx('\u{13000}', regular)).toBeGreaterThan(0)
    expect(createFontMeasurer(fonts.dir()).widthPx('', regular)).toBe(0)
  })

  it('throws, naming the file, where a font is missing', () => {
    expect(() => createFontMeasurer('/nowhere').widthPx('a', regular)).toThrow('Inter_400Regular.ttf')
  })
})
