import { PNG } from 'pngjs'
import { describe, expect, it } from 'vitest'
import { documentOf } from '../../domain/model/document'
import { aSpec, anEvent, differenceOf, someDocument, valueOf } from './figure-test-kit'
import { withFonts } from './font-folder-test-kit'
import { MAX_SIDE_PIXELS } from './paint-png'
import { FIGURE_FORMATS, previewFigure, renderFigure, type FigureFormat } from './render-figure'

const fonts = withFonts()
const tools = () => ({ fontsDir: fonts.dir(), version: '0.1.0' })

const drawn = async (format: FigureFormat, spec = aSpec(), document = someDocument()) =>
  valueOf(await renderFigure(format, document, spec, tools()))

/** Paints one name and nothing that could differ beside it. */
const pixelsOf = async (name: string): Promise<Buffer> =>
  (await drawn('png', aSpec(), documentOf([anEvent('one', name)]))).bytes

describe('renderFigure', () => {
  it.each(FIGURE_FORMATS)('gives the same bytes of %s twice', async (format) => {
    const first = await drawn(format, aSpec({ language: 'both' }))
    const second = await drawn(format, aSpec({ language: 'both' }))
    expect(first.bytes.equals(second.bytes)).toBe(true)
    expect(first.bytes.length).toBeGreaterThan(1000)
  })

  it.each([96, 240, 61])('gives a PNG of the size it says, and says so in it, at %d dpi', async (dpi) => {
    const { bytes, width, height } = await drawn('png', aSpec({ dpi }))
    const image = PNG.sync.read(bytes)
    expect([image.width, image.height]).toEqual([width, height])
    expect(width).toBe(Math.round((640 * dpi) / 96))
    const density = bytes.indexOf('pHYs')
    expect(bytes.readUInt32BE(density + 4)).toBe(Math.round(dpi / 0.0254))
  })

  it('paints Chinese characters, each its own', async () => {
    const [first, second] = [await pixelsOf('輝達'), await pixelsOf('華為')]
    expect(differenceOf(first, second, 40).pixels).toBeGreaterThan(100)
  })

  it('paints bold and accents otherwise than plain letters', async () => {
    expect(differenceOf(await pixelsOf('Zurich'), await pixelsOf('Zürich'), 40).pixels).toBeGreaterThan(3)
  })

  it('leaves out the ground where it is to be transparent', async () => {
    expect(PNG.sync.read((await drawn('png', aSpec({ transparent: true }))).bytes).data[3]).toBe(0)
    expect(PNG.sync.read((await drawn('png', aSpec())).bytes).data[3]).toBe(255)
  })

  it('says clearly when an image is too large to be made', async () => {
    const paper = { width: 60_000, height: 100, unit: 'mm' } as const
    const result = await renderFigure('png', someDocument(), aSpec({ paper, dpi: 2400 }), tools())
    expect(result).toMatchObject({ ok: false, problem: { code: 'too-large', path: 'settings.dpi' } })
    if (!result.ok) expect(result.problem.detail).toContain(String(MAX_SIDE_PIXELS))
  })

  it.each(['png', 'pdf'] as const)('tells how far %s is, and ends when it is called off', async (format) => {
    const told: number[] = []
    valueOf(await renderFigure(format, someDocument(), aSpec(), tools(), { onProgress: (share) => told.push(share) }))
    expect(told.at(-1)).toBe(1)
    expect(told).toEqual([...told].sort((a, b) => a - b))
    const controller = new AbortController()
    const ended = renderFigure(format, someDocument(), aSpec({ dpi: 400 }), tools(), {
      onProgress: () => controller.abort(),
      signal: controller.signal,
    })
    expect(await ended).toMatchObject({ ok: false, problem: { code: 'cancelled' } })
  })

  it('throws, naming the file, where a font is missing', async () => {
    const nowhere = { fontsDir: '/nowhere', version: '0.1.0' }
    await expect(renderFigure('svg', someDocument(), aSpec(), nowhere)).rejects.toThrow('/nowhere/Inter_')
  })
})

describe('an SVG', () => {
  it('holds the fonts of its letters and nothing from outside', async () => {
    const svg = (await drawn('svg', aSpec())).bytes.toString('utf8')
    expect(svg.match(/@font-face/g)).toHaveLength(3)
    expect(svg.match(/url\([^)]*/g)?.every((target) => /^url\((?:#fade|data:font\/ttf;base64,)/.test(target))).toBe(
      true,
    )
    expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|<script|href/)
    expect(svg).toContain('&lt;script&gt;')
  })

  it('has no text and no font where its letters are outlines, and keeps the words for readers', async () => {
    const svg = (await drawn('svg', aSpec({ letters: 'outlines' }))).bytes.toString('utf8')
    expect(svg).not.toMatch(/<text|font-face|<script/)
    expect(svg).toContain('aria-label="China answers -&gt; AVATAR"')
  })

  it('is as large as its paper, and says its language', async () => {
    const svg = (await drawn('svg', aSpec({ language: 'zh-Hant' }))).bytes.toString('utf8')
    expect(svg).toMatch(/^<svg [^>]*width="480pt"[^>]*lang="zh-Hant"/)
  })

  it('is the preview, whatever letters are asked for', async () => {
    const preview = previewFigure(someDocument(), aSpec({ letters: 'outlines' }), tools())
    const text = (await drawn('svg', aSpec({ letters: 'text' }))).bytes.toString('utf8')
    const withoutMark = (svg: string): string => svg.replace(/<metadata>.*<\/metadata>/, '')
    expect(withoutMark(preview.svg)).toBe(withoutMark(text))
    expect(preview).toMatchObject({ widthPt: 480 })
  })
})
