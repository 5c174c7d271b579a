import { PNG } from 'pngjs'
import { describe, expect, it } from 'vitest'
import { scriptRuns } from '../../domain/figure/text-runs'
import type { FontSpec } from '../../domain/layout/timeline-item'
import { withFonts } from './font-folder-test-kit'
import { createFontMeasurer } from './font-measurer'
import { paintPng } from './paint-png'
import { fontsIn } from './shipped-fonts'

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

/** A line of text painted from the outlines of its letters, 20 px from the left. */
async function painted(text: string, font: FontSpec): Promise<Buffer> {
  const runs = scriptRuns(text).map((run) => ({ ...run, xPx: 20 }))
  const shape = {
    shape: 'text',
    role: 'label',
    xPx: 20,
    baselinePx: 110,
    widthPx: 0,
    font,
    colour: '#000',
    runs,
  } as const
  const size = { widthPx: 2000, heightPx: 160, widthPt: 1500, heightPt: 120 }
  const about = { background: null, language: 'en', bookmarks: [], title: '', description: '' } as const
  const facts = { width: 2000, height: 160, isTransparent: true, dpi: 96, texts: [] }
  return paintPng({ ...size, ...about, shapes: [shape] }, fontsIn(fonts.dir()), facts)
}

describe('createFontMeasurer', () => {
  it.each([
    ['HAVATAR To H200H', regular],
    ['HAVATAR To H200H', strong],
    ['輝達宣布出口管制', regular],
  ] as const)('measures %s as the renderer paints it', async (text, font) => {
    const measured = createFontMeasurer(fonts.dir()).widthPx(text, font)
    const [first, last] = inked(await painted(text, font))
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

  it('sets letters as they were typed: no arrow from two signs', () => {
    const measurer = createFontMeasurer(fonts.dir())
    const apart = measurer.widthPx('-', regular) + measurer.widthPx('>', regular)
    expect(measurer.widthPx('->', regular)).toBeCloseTo(apart, 6)
  })

  it('measures what no font has', () => {
    expect(createFontMeasurer(fonts.dir()).widthPx('\u{13000}', regular)).toBeGreaterThan(0)
    expect(createFontMeasurer(fonts.dir()).widthPx('', regular)).toBe(0)
  })

  it('throws, naming the file, where a font is missing', () => {
    expect(() => createFontMeasurer('/nowhere').widthPx('a', regular)).toThrow('Inter_400Regular.ttf')
  })
})
