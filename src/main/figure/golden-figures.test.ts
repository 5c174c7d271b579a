import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import pixelmatch from 'pixelmatch'
import { PNG } from 'pngjs'
import { describe, expect, it } from 'vitest'
import type { FigureSpec } from '../../domain/figure/figure-spec'
import { DEFAULT_FIGURE_SETTINGS, PAPER_PRESETS } from '../../domain/figure/paper-presets'
import { readDataSet } from '../../domain/formats/read-data-set'
import { documentOf, recordsOfType } from '../../domain/model/document'
import type { FigureSettings } from '../../domain/model/figure-settings'
import { withFonts } from './font-folder-test-kit'
import { renderFigure } from './render-figure'

/*
 * Figures of the starter data that were looked at and found good. After a change that is meant:
 * RENEW_GOLDEN=1 npx vitest run --project main src/main/figure/golden-figures.test.ts
 * and look at each before committing it.
 */
const root = resolve(import.meta.dirname, '../../..')
const golden = (name: string): string => join(import.meta.dirname, 'golden', `${name}.png`)
const isRenewing = process.env['RENEW_GOLDEN'] === '1'

/** Of the pixels of a figure so many may differ in more than the smoothing of an edge: a word moved by one px is more. */
const MOST_DIFFERENT = 0.0005
const THRESHOLD = 0.1

const data = join(root, 'data')
const files = readdirSync(data).filter((name) => name.endsWith('.json'))
const starter = readDataSet(files.sort().map((name) => ({ name, text: readFileSync(join(data, name), 'utf8') })))
const document = documentOf(starter.records)
const fonts = withFonts()

function specOf(over: Partial<FigureSettings>): FigureSpec {
  const [view] = recordsOfType(document, 'view')
  if (view?.window === undefined) throw new Error('the starter data has a view with a window')
  const { name, window, grouping, filters, collapsed } = view
  // 23 November 2026: a day in the window of the view.
  return {
    settings: { ...DEFAULT_FIGURE_SETTINGS, ...over },
    name,
    window,
    grouping,
    filters,
    collapsed,
    todayDay: 20_780,
  }
}

/** Metric lanes, status bars and a comparison under the rows. */
const PARTS: Partial<FigureSettings> = {
  lanes: {
    by: 'announced',
    lanes: [
      { kind: 'tpp', scale: 'log' },
      { kind: 'memory-bandwidth', scale: 'log' },
      { kind: 'generation-lag', scale: 'linear' },
    ],
    limits: true,
    steps: true,
    vendors: [],
    ratioOf: 'tpp',
    lag: { vendor: 'nvidia', destination: 'CN', gates: 'both' },
  },
  status: { destination: 'CN', gate: 'both', chips: ['a100-80', 'a800', 'h100', 'h800', 'h20', 'h200', 'b200'] },
  comparison: {
    chips: ['h100', 'h800', 'h20', 'h200', 'ascend910c'],
    base: 'h100',
    metrics: ['memory-capacity', 'memory-bandwidth', 'fp8', 'fp16', 'tpp', 'performance-density', 'memory-type'],
  },
}

const FIGURES: Readonly<Record<string, Partial<FigureSettings>>> = {
  'slide-english': { ...PAPER_PRESETS.slide, dpi: 110 },
  'a4-landscape-chinese': { ...PAPER_PRESETS['a4-landscape'], dpi: 120, language: 'zh-Hant' },
  'a3-portrait-parts': { ...PAPER_PRESETS['a3-portrait'], typePt: 8, dpi: 84, ...PARTS },
  'a4-portrait-parts-greyscale': {
    ...PAPER_PRESETS['a4-portrait'],
    typePt: 6.5,
    dpi: 120,
    theme: 'greyscale',
    language: 'both',
    ...PARTS,
  },
  'a4-portrait-greyscale': { ...PAPER_PRESETS['a4-portrait'], dpi: 120, theme: 'greyscale', links: true },
}

async function pngOf(over: Partial<FigureSettings>): Promise<Buffer> {
  const file = await renderFigure('png', document, specOf(over), { fontsDir: fonts.dir(), version: '1.0.0' })
  if (!file.ok) throw new Error(file.problem.detail)
  return file.value.bytes
}

/** The share of pixels that differ; 1 where the sizes do. */
function difference(one: Buffer, other: Buffer): number {
  const [a, b] = [PNG.sync.read(one), PNG.sync.read(other)]
  if (a.width !== b.width || a.height !== b.height) return 1
  return pixelmatch(a.data, b.data, undefined, a.width, a.height, { threshold: THRESHOLD }) / (a.width * a.height)
}

describe('golden figures', () => {
  it.each(Object.entries(FIGURES))(
    'draws %s as it was found good',
    async (name, over) => {
      const png = await pngOf(over)
      if (isRenewing) writeFileSync(golden(name), png)
      expect(existsSync(golden(name))).toBe(true)
      expect(difference(png, readFileSync(golden(name)))).toBeLessThanOrEqual(MOST_DIFFERENT)
    },
    30_000,
  )

  it('tells figures apart that differ in one word', async () => {
    const over = FIGURES['slide-english'] ?? {}
    const [one, other] = [
      await pngOf({ ...over, subtitle: 'From 2022 to 2026' }),
      await pngOf({ ...over, subtitle: 'From 2023 to 2026' }),
    ]
    expect(difference(one, other)).toBeGreaterThan(0)
    const [whole, without] = [await pngOf(over), await pngOf({ ...over, legend: false })]
    expect(difference(whole, without)).toBeGreaterThan(MOST_DIFFERENT)
  }, 60_000)
})
