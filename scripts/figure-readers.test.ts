import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { documentOf, type Document } from '../src/domain/model/document'
import type { FigureSettings } from '../src/domain/model/figure-settings'
import { aSpec, anEvent, differenceOf, someDocument, valueOf } from '../src/main/figure/figure-test-kit'
import { withFonts } from '../src/main/figure/font-folder-test-kit'
import { renderFigure, type FigureFormat } from '../src/main/figure/render-figure'
import { readStarterData } from '../src/main/workspace/starter-data'
import { canInstallReaders, missingReaders } from './machine/figure-readers.mjs'
import { inProject } from './project.mjs'

const fonts = withFonts()
const missing = missingReaders()
let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tapeline-readers-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

async function fileOf(format: FigureFormat, settings: Partial<FigureSettings>, document: Document = someDocument()) {
  const made = valueOf(
    await renderFigure(format, document, aSpec(settings), { fontsDir: fonts.dir(), version: '0.1.0' }),
  )
  const file = join(folder, `figure.${format}`)
  writeFileSync(file, made.bytes)
  return { ...made, file }
}

const read = (program: string, ...words: string[]): string => execFileSync(program, words, { encoding: 'utf8' })
const painted = (name: string): Buffer => readFileSync(join(folder, name))

const A4 = { width: 297, height: 210, unit: 'mm' } as const

describe.skipIf(missing.length > 0 && !canInstallReaders())(
  missing.length === 0 ? 'figures read by others' : `figures read by others (this machine lacks ${missing.join(', ')})`,
  () => {
    describe('a PDF, by poppler', () => {
      it('has its text in both scripts, each once, with the rims of letters left out', async () => {
        const { file } = await fileOf('pdf', { language: 'both', paper: A4 })
        const text = read('pdftotext', '-raw', file, '-').replace(/\s+/g, ' ')
        for (const words of ['放行 H200 輸往中國', 'China answers -> AVATAR', '<script>alert("輝達")</script> & ]]>'])
          expect(text).toContain(words)
        for (const words of ['輸往中國', 'AVATAR']) expect(text.split(words).length - 1).toBe(1)
      })

      it('has all its fonts in it, cut down, with what their letters mean', async () => {
        const { file } = await fileOf('pdf', { language: 'both', paper: A4 })
        const [, , ...rows] = read('pdffonts', file).trim().split('\n')
        expect(rows.length).toBeGreaterThanOrEqual(3)
        for (const row of rows) expect(row).toMatch(/^[A-Z]{6}\+\S+ +CID TrueType +Identity-H +yes yes yes /)
        expect(rows.some((row) => row.includes('NotoSansTC'))).toBe(true)
      })

      it('is as large as its paper, says its title, and has a structure and no script', async () => {
        const title = 'A & B <輝達> (1)'
        const { file } = await fileOf('pdf', { title, paper: A4 })
        const info = read('pdfinfo', file)
        expect(info).toMatch(/^Title: +A & B <輝達> \(1\)$/m)
        expect(info).toMatch(/^Page size: +841\.8\d* x 595\.2\d* pts \(A4\)$/m)
        expect(info).toMatch(/^Tagged: +yes$/m)
        expect(info).not.toMatch(/^CreationDate/m)
        expect(read('pdfinfo', '-js', file).trim()).toBe('')
        const structure = read('pdfinfo', '-struct-text', file)
        expect(structure).toMatch(/H1[^\n]*\n\s+"A & B <輝達> \(1\)"/)
        expect(structure).toContain('Figure')
        expect(read('pdfinfo', '-meta', file)).toContain('A &amp; B &lt;輝達&gt; (1)')
      })

      it('goes on over pages with nothing but sources, each one entry of a list', async () => {
        const starter = documentOf(readStarterData(inProject('data')).records)
        const { file, report, pages } = await fileOf('pdf', { pages: 2, paper: A4, typePt: 8 }, starter)
        expect(pages).toBeGreaterThan(2)
        const structure = read('pdfinfo', '-struct-text', file)
        expect(structure.match(/^ +Figure/gm)?.length).toBeLessThan(pages)
        const sources = structure.slice(structure.lastIndexOf('\n    L '))
        expect(sources.match(/ LI /g)?.length).toBe(report.sources.listed)
      })

      it('has a bookmark for each page and lane', async () => {
        const { file, pages } = await fileOf('pdf', { pages: 3, paper: A4, title: 'Three <pages>' })
        expect(read('pdfinfo', file)).toMatch(new RegExp(`^Pages: +${String(pages)}$`, 'm'))
        const outline = read('pdftohtml', '-xml', '-i', '-stdout', file)
        for (let page = 1; page <= pages; page += 1) expect(outline).toContain(`<item page="${String(page)}">`)
      })

      it('looks as the PNG does', async () => {
        const settings = { paper: A4, dpi: 96, theme: 'greyscale', language: 'both' } as const
        const { file } = await fileOf('pdf', settings)
        read('pdftoppm', '-r', '96', '-png', '-singlefile', file, join(folder, 'pdf'))
        const { bytes } = await fileOf('png', settings)
        expect(differenceOf(bytes, painted('pdf.png'), 96).share).toBeLessThan(0.01)
      })
    })

    describe('an SVG, by librsvg', () => {
      it.each(['light', 'dark', 'greyscale'] as const)('looks as the PNG does, %s', async (theme) => {
        const settings = { paper: A4, dpi: 96, theme, letters: 'outlines', language: 'both' } as const
        const { file } = await fileOf('svg', settings)
        const { bytes, width, height } = await fileOf('png', settings)
        const out = join(folder, 'svg.png')
        read('rsvg-convert', '-w', String(width), '-h', String(height), '-o', out, file)
        expect(differenceOf(bytes, painted('svg.png'), 64).share).toBeLessThan(0.003)
      })

      it('is taken with every name that would be markup', async () => {
        const names = ['</svg><script>x</script>', ']]>', '&amp;', '"onload="x', '\u202eabc', '\u0000\ud800', '𓀀']
        const document = documentOf(names.map((name, at) => anEvent(`event-${String(at)}`, name)))
        for (const letters of ['text', 'outlines'] as const) {
          const { file } = await fileOf('svg', { letters }, document)
          read('rsvg-convert', '-o', join(folder, 'hostile.png'), file)
        }
        const pdf = await fileOf('pdf', {}, document)
        expect(read('pdftotext', pdf.file, '-')).toContain('</svg><script>x</script>')
      })
    })
  },
)
