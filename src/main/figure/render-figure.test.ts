import { PNG } from 'pngjs'
import { describe, expect, it } from 'vitest'
import { documentOf, type Document } from '../../domain/model/document'
import type { RecordOf } from '../../domain/model/record'
import { NO_FILTERS } from '../../domain/model/view'
import { withFonts } from './font-folder-test-kit'
import { affordableScale } from './raster'
import { renderFigurePng } from './render-figure'
import type { FigureSpec } from '../../domain/figure/figure-spec'
import { DEFAULT_FIGURE_SETTINGS } from '../../domain/figure/paper-presets'

const fonts = withFonts()
const tools = () => ({ fontsDir: fonts.dir(), version: '0.1.0' })

const event = (id: string, name: string, date = '2025-12-08'): RecordOf<'event'> => ({
  type: 'event',
  id,
  name: { en: name, 'zh-Hant': name },
  kind: 'policy',
  date,
  actors: [],
  chips: [],
  architectures: [],
  rules: [],
  jurisdictions: ['US'],
  sources: [],
  confidence: 'confirmed',
})

const settings: FigureSpec['settings'] = {
  ...DEFAULT_FIGURE_SETTINGS,
  paper: { width: 640, height: 'auto', unit: 'px' },
  dpi: 96,
  typePt: 9,
}

const spec: FigureSpec = {
  settings,
  window: { startDay: 20_000, endDay: 20_800 },
  grouping: 'story',
  filters: NO_FILTERS,
  collapsed: [],
  todayDay: 20_780,
}

const named = (name: string): Document => documentOf([event('one', name)])

/** Paints one name and nothing that could differ beside it. */
async function pixelsOf(name: string): Promise<Buffer> {
  const { png } = await renderFigurePng(named(name), spec, tools())
  return PNG.sync.read(png).data
}

function differing(a: Buffer, b: Buffer): number {
  let count = 0
  for (let index = 0; index < Math.max(a.length, b.length); index += 4) if (a[index] !== b[index]) count += 1
  return count
}

describe('renderFigurePng', () => {
  it.each([1, 2.5])('gives an image of the size it says, at scale %d', async (scale) => {
    const figure = await renderFigurePng(
      named('H200'),
      { ...spec, settings: { ...settings, dpi: 96 * scale } },
      tools(),
    )
    const image = PNG.sync.read(figure.png)
    expect([image.width, image.height]).toEqual([figure.widthPx, figure.heightPx])
    expect(image.width).toBe(640 * scale)
  })

  it('gives the same bytes twice', async () => {
    const document = documentOf([event('one', '放行 H200 輸往中國'), event('two', 'China answers', '2025')])
    const [first, second] = [
      await renderFigurePng(document, spec, tools()),
      await renderFigurePng(document, spec, tools()),
    ]
    expect(first.svg).toBe(second.svg)
    expect(first.png.equals(second.png)).toBe(true)
  })

  it('paints Chinese characters, each its own', async () => {
    const [hui, da, missing] = [await pixelsOf('輝輝'), await pixelsOf('達達'), await pixelsOf('\u{13000}\u{13000}')]
    expect(differing(hui, da)).toBeGreaterThan(30)
    expect(differing(hui, missing)).toBeGreaterThan(30)
    expect(differing(da, missing)).toBeGreaterThan(30)
  })

  it('keeps Latin letters in the Latin font beside Chinese ones', async () => {
    const [alone, beside] = [await pixelsOf('RAQ3'), await pixelsOf('RAQ3輝')]
    const width = 640
    const changed = new Set<number>()
    for (let index = 0; index < alone.length; index += 4)
      if (alone[index] !== beside[index]) changed.add((index / 4) % width)
    // Nothing of the letters themselves changes: what differs is one character wide.
    expect(Math.max(...changed) - Math.min(...changed)).toBeLessThan(16)
  })

  it('is dark on a dark ground', async () => {
    const { png } = await renderFigurePng(named('H200'), { ...spec, settings: { ...settings, theme: 'dark' } }, tools())
    expect(PNG.sync.read(png).data[0]).toBeLessThan(40)
  })

  it.each(['<script>&"\'', ']]>', 'a\u0000\ud800', '\u202eb'])('paints the hostile name %j as text', async (name) => {
    const figure = await renderFigurePng(named(name), spec, tools())
    expect(PNG.sync.read(figure.png).width).toBe(640)
  })

  it('paints a huge figure smaller rather than not at all', () => {
    expect(affordableScale({ widthPx: 1600, heightPx: 3000 }, 2)).toBe(2)
    const scale = affordableScale({ widthPx: 16_384, heightPx: 20_000 }, 4)
    expect(16_384 * scale * 20_000 * scale).toBeCloseTo(120_000_000, -2)
  })
})
