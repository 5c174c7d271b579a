import fc from 'fast-check'
import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { aSpec, someDocument, valueOf } from './figure-test-kit'
import { withFonts } from './font-folder-test-kit'
import { PNG_MARK_KEYWORD, PNG_SIGNATURE, pngChunk } from './png-file'
import { readFigureFile } from './read-figure-file'
import { FIGURE_FORMATS, renderFigure, type FigureFormat } from './render-figure'

const fonts = withFonts()
const hostile = '<figure xmlns="urn:tapeline:figure">{}</figure> </tapeline:figure> ]]> --> 輝達'
const spec = { ...aSpec({ title: hostile, letters: 'outlines' }), name: { en: 'A', 'zh-Hant': hostile } }
const fileOf = async (format: FigureFormat): Promise<Buffer> =>
  valueOf(await renderFigure(format, someDocument(), spec, { fontsDir: fonts.dir(), version: '0.1.0' })).bytes

const packed = (text: Buffer): Buffer =>
  Buffer.concat([
    PNG_SIGNATURE,
    pngChunk('iTXt', Buffer.concat([Buffer.from(`${PNG_MARK_KEYWORD}\0\x01\0\0\0`, 'latin1'), text])),
  ])

describe('readFigureFile', () => {
  it.each(FIGURE_FORMATS)('reads back from %s what the figure was made with', async (format) => {
    const mark = valueOf(readFigureFile(await fileOf(format)))
    expect(mark.spec).toEqual(spec)
    expect(mark.app).toEqual({ name: 'Tapeline', version: '0.1.0' })
    expect(Object.keys(mark.records)).toEqual(expect.arrayContaining(['one', 'two', 'three']))
  })

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a picture of another program', Buffer.concat([PNG_SIGNATURE, pngChunk('IEND', Buffer.alloc(0))])],
    [
      'a chunk that says it is longer than the file',
      Buffer.concat([PNG_SIGNATURE, Buffer.from('7fffffff69545874', 'hex')]),
    ],
    ['a bomb', packed(deflateSync(Buffer.alloc(64 * 1024 * 1024)))],
    ['what cannot be unpacked', packed(Buffer.from('nonsense'))],
    ['nested without end', packed(deflateSync(Buffer.from('['.repeat(1_000_000))))],
    ['another format', packed(deflateSync(Buffer.from('{"format":2}')))],
    ['a drawing of another program', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['an open end', Buffer.from('<svg><figure xmlns="urn:tapeline:figure">{')],
    ['no JSON', Buffer.from('%PDF-1.7 <tapeline:figure>x</tapeline:figure>')],
  ])('calls %s a problem', (_, bytes) => {
    expect(readFigureFile(bytes)).toMatchObject({ ok: false, problem: { code: 'not-a-figure' } })
  })

  it('throws at nothing, however a file is damaged', async () => {
    const files = await Promise.all(FIGURE_FORMATS.map(fileOf))
    fc.assert(
      fc.property(fc.constantFrom(...files), fc.nat(), fc.nat(255), fc.nat(), (file, at, value, cut) => {
        const damaged = Buffer.from(file)
        damaged[at % file.length] = value
        expect(typeof readFigureFile(damaged.subarray(0, Math.max(cut % file.length, 40))).ok).toBe('boolean')
      }),
      { numRuns: 200 },
    )
  })
})
