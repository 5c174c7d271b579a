import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { PNG } from 'pngjs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DEFAULT_FIGURE_SETTINGS } from '../domain/figure/paper-presets'
import type { TapelineRecord } from '../domain/model/record'
import { NO_FILTERS } from '../domain/model/view'
import { createWorkspaceFile } from '../main/store/create-workspace-file'
import { readFigureFile } from '../main/figure/read-figure-file'
import { run } from './run'

const source = resolve(import.meta.dirname, '../..')
let root = ''

/** A program folder of its own: the real data and version, the fonts as the build lays them out. */
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'tapeline-cli-'))
  cpSync(join(source, 'data'), join(root, 'data'), { recursive: true })
  cpSync(join(source, 'package.json'), join(root, 'package.json'))
  execFileSync(process.execPath, [join(source, 'scripts/copy-fonts.mjs'), join(root, 'out/fonts')], { stdio: 'pipe' })
})
afterAll(() => {
  rmSync(root, { recursive: true, force: true })
})

async function cli(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  return cliIn(root, ...words)
}

async function cliIn(folder: string, ...words: string[]): Promise<{ code: number; out: string; err: string }> {
  const [out, err]: [string[], string[]] = [[], []]
  const code = await run(words, {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    today: 20_780,
    root: folder,
  })
  return { code, out: out.join('\n'), err: err.join('\n') }
}

const at = (name: string): string => join(root, name)
const starter = (name: string): string[] => ['figure', '--starter', '--out', at(name)]

const EVENT: TapelineRecord = {
  type: 'event',
  id: 'h200-approved',
  name: { en: 'H200 may go to China', 'zh-Hant': '放行 H200' },
  kind: 'policy',
  date: '2025-12-08',
  actors: [],
  chips: [],
  architectures: [],
  rules: [],
  jurisdictions: ['US'],
  sources: [],
  confidence: 'confirmed',
}

function workspace(name: string, records: TapelineRecord[] = [EVENT]): string {
  const file = at(name)
  createWorkspaceFile(file, records)
  return file
}

describe('tapeline', () => {
  it('explains itself and names its version', async () => {
    expect(await cli('--help')).toMatchObject({ code: 0, err: '' })
    expect((await cli('figure', '--help')).out).toContain('tapeline figure')
    expect((await cli('--version')).out).toMatch(/^\d+\.\d+\.\d+$/)
  })

  it.each([
    [[], 'say what to do'],
    [['draw'], 'no command "draw"'],
    [['figure'], '--out'],
    [['figure', '--starter', '--out', 'x.gif'], '.png, .svg, .pdf'],
    [['figure', '--out', 'x.png'], 'say one workspace, or --starter'],
    [['figure', '--starter', '--out', 'x.png', '--colour', 'red'], '--colour'],
    [['figure', '--starter', '--out', 'x.png', '--language', 'fr'], '--language must be one of en, zh-Hant, both'],
    [['figure', '--starter', '--out', 'x.png', '--dpi', '10'], '--dpi'],
    [['figure', '--starter', '--out', 'x.png', '--pages', '1.5'], 'whole number'],
    [['figure', '--starter', '--out', 'x.png', '--from', 'soon'], '--from'],
    [['figure', '--starter', '--out', 'x.png', '--from', '2026', '--to', '2025'], '--from must lie before --to'],
    [['figure', '--starter', '--out', 'x.png', '--from', '../2026'], 'beginning and an end'],
    [['figure', '--starter', '--out', 'x.png', '--today', '2026'], '--today must be a day'],
    [['figure', '--starter', '--out', 'x.png', '--view', 'nope'], 'no view "nope"'],
    [['figure', 'a.tapeline', '--starter', '--out', 'x.png'], 'say one workspace, or --starter'],
    [['figure', '--starter', '--out', 'x.png', '--view', 'a', '--spec', 'b'], 'either --view or --spec'],
    [['figure', '--starter', '--out', 'x.png', '--paper', 'a9'], '--paper must be one of slide'],
    [['figure', '--starter', '--out', 'x.png', '--paper', '0x10mm'], '--paper must be'],
    [['figure', '--starter', '--out', 'x.png', '--paper', '85x120'], '--paper must be'],
    [['figure', '--starter', '--out', 'x.svg', '--letters', 'dots'], '--letters must be one of text, outlines'],
    [['figure', '--starter', '--out', 'x.svg', '--title', 'x'.repeat(501)], '--title'],
    [['validate'], 'one file or folder'],
    [['info'], 'which workspace'],
    [['info', 'a', 'b'], 'one workspace at a time'],
  ])('answers wrong usage %j with exit code 2', async (words, message) => {
    const { code, out, err } = await cli(...words)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(message)
    expect(err).toContain('tapeline --help')
  })
})

// Reading the fonts anew takes a moment on a busy machine.
describe('tapeline figure', { timeout: 30_000 }, () => {
  it('draws the starter data as PNG', async () => {
    const { code, out } = await cli(...starter('new/starter.png'), '--paper', '800xautopx', '--dpi', '96')
    expect(code).toBe(0)
    const image = PNG.sync.read(readFileSync(at('new/starter.png')))
    expect(image.width).toBe(800)
    expect(out).toMatch(new RegExp(`\\d+ records.*, 800 x ${image.height} pixels`))
    expect(readdirSync(at('new'))).toEqual(['starter.png'])
  })

  it('draws the same SVG twice, in the language, title and window asked for', async () => {
    const words = ['--language', 'zh-Hant', '--title', '測試 <1>', '--from', '2025', '--to', '2025', '--today', 'none']
    for (const name of ['a.svg', 'b.svg']) expect((await cli(...starter(name), ...words)).code).toBe(0)
    const svg = readFileSync(at('a.svg'), 'utf8')
    expect(svg).toBe(readFileSync(at('b.svg'), 'utf8'))
    expect(svg).toContain('測試 &lt;1&gt;')
    expect(svg).toContain('xml:lang="zh-Hant"')
    expect(svg).not.toContain('>今天<')
  })

  it('draws a PDF in parts, on the paper asked for', async () => {
    const { code, out } = await cli(...starter('parts.pdf'), '--paper', 'a4-landscape', '--pages', '2')
    expect(code).toBe(0)
    expect(out).toMatch(/841\.9 x 595\.3 pt, \d+ pages$/)
    expect(readFileSync(at('parts.pdf'), 'latin1')).toMatch(/^%PDF-1\.7/)
  })

  it('takes all its looks from words', async () => {
    const words = [
      ...['--paper', '85x120mm', '--type', '6', '--theme', 'greyscale', '--transparent', '--language', 'both'],
      ...['--subtitle', 'Two', '--notes', 'all', '--no-legend', '--no-sources', '--links', '--letters', 'outlines'],
    ]
    expect((await cli(...starter('looks.svg'), ...words)).code).toBe(0)
    const mark = readFigureFile(readFileSync(at('looks.svg')))
    expect(mark.ok && mark.value.spec.settings).toEqual({
      paper: { width: 85, height: 120, unit: 'mm' },
      ...{
        typePt: 6,
        dpi: 192,
        theme: 'greyscale',
        transparent: true,
        language: 'both',
        subtitle: 'Two',
        notes: 'all',
      },
      ...{ legend: false, sources: false, links: true, today: true, pages: 1, letters: 'outlines' },
    })
  })

  it('replaces a file only when told to', async () => {
    writeFileSync(at('there.svg'), 'mine')
    const refused = await cli(...starter('there.svg'))
    expect(refused).toMatchObject({ code: 1, out: '' })
    expect(refused.err).toContain('there.svg: is there already; --force replaces it')
    expect(readFileSync(at('there.svg'), 'utf8')).toBe('mine')
    expect((await cli(...starter('there.svg'), '--force')).code).toBe(0)
    expect(readFileSync(at('there.svg'), 'utf8')).toMatch(/^<svg/)
  })

  it('draws a view by its id or by its name in either language, with the looks it keeps', async () => {
    const settings = { ...DEFAULT_FIGURE_SETTINGS, theme: 'dark' } as const
    const name = { en: 'Mine', 'zh-Hant': '我的' }
    const shown = { grouping: 'vendor', filters: NO_FILTERS, collapsed: [] } as const
    const view: TapelineRecord = { type: 'view', id: 'view-a', name, ...shown, collapsed: [], figure: settings }
    const file = workspace('views.tapeline', [EVENT, view])
    for (const asked of ['view-a', 'Mine', '我的']) {
      expect((await cli('figure', file, '--view', asked, '--out', at('view.svg'), '--force')).err).toBe('')
      const mark = readFigureFile(readFileSync(at('view.svg')))
      expect(mark.ok && mark.value.spec).toMatchObject({ grouping: 'vendor', name, settings })
    }
  })

  it('draws again from a spec, and from a figure itself, to the byte', async () => {
    expect((await cli(...starter('first.svg'), '--theme', 'dark', '--from', '2024')).code).toBe(0)
    const mark = readFigureFile(readFileSync(at('first.svg')))
    writeFileSync(at('spec.json'), JSON.stringify(mark.ok && mark.value.spec))
    for (const from of ['first.svg', 'spec.json']) {
      expect((await cli(...starter('again.svg'), '--force', '--spec', at(from))).err).toBe('')
      expect(readFileSync(at('again.svg'), 'utf8')).toBe(readFileSync(at('first.svg'), 'utf8'))
    }
  })

  it('names what is wrong with a spec', async () => {
    writeFileSync(at('no.json'), 'none')
    writeFileSync(at('bad-spec.json'), JSON.stringify({ settings: { dpi: 'many' } }))
    for (const [name, message] of [
      ['no.json', 'is neither a spec in JSON nor a figure'],
      ['bad-spec.json', 'bad-spec.json: settings.dpi: '],
      ['gone.json', 'gone.json: ENOENT'],
    ] as const) {
      const { code, err } = await cli(...starter('x.svg'), '--spec', at(name))
      expect({ code, err }).toMatchObject({ code: 1, err: expect.stringContaining(message) as string })
    }
  })

  it('says how large an image may be', async () => {
    const { code, err } = await cli(...starter('x.png'), '--paper', '60000x100mm', '--dpi', '2400')
    expect(code).toBe(1)
    expect(err).toContain('65535 a side')
  })

  it('draws a workspace and leaves it as it was', async () => {
    const file = workspace('mine.tapeline')
    const hash = (): string => createHash('sha256').update(readFileSync(file)).digest('hex')
    const before = hash()
    expect((await cli('figure', file, '--out', at('mine.svg'))).err).toBe('')
    expect(readFileSync(at('mine.svg'), 'utf8')).toContain('data-record="h200-approved"')
    expect(hash()).toBe(before)
    expect(readdirSync(root).filter((name) => name.startsWith('mine.tapeline'))).toEqual(['mine.tapeline'])
  })

  it('fails with the place and the reason', async () => {
    writeFileSync(at('foreign.tapeline'), 'not a workspace at all, but long enough to look at')
    mkdirSync(at('folder.svg'))
    const empty = workspace('empty.tapeline', [])
    const cases: [string[], string][] = [
      [[at('gone.tapeline'), '--out', at('x.svg')], 'gone.tapeline: there is no such file'],
      [[at('foreign.tapeline'), '--out', at('x.svg')], 'foreign.tapeline: foreign: '],
      [[empty, '--out', at('x.svg')], 'nothing has a date'],
      [['--starter', '--out', at('folder.svg'), '--force'], 'folder.svg: could not be written'],
    ]
    for (const [words, message] of cases) {
      const { code, err } = await cli('figure', ...words)
      expect(err).toContain(message)
      expect(code).toBe(1)
    }
    expect(readdirSync(root)).not.toContain('x.svg')
  })
})

describe('a program without its fonts', () => {
  it('says which file is missing', async () => {
    const bare = join(root, 'bare')
    for (const name of ['data', 'package.json']) cpSync(at(name), join(bare, name), { recursive: true })
    const { code, err } = await cliIn(bare, 'figure', '--starter', '--out', at('x.svg'))
    expect(code).toBe(1)
    expect(err).toContain('Inter_400Regular.ttf: is missing')
  })
})

describe('tapeline validate', () => {
  it('finds no fault in a good file, and names file, record and path of a bad one', async () => {
    writeFileSync(at('good.json'), JSON.stringify([EVENT]))
    expect(await cli('validate', at('good.json'))).toMatchObject({ code: 0, err: '' })
    writeFileSync(at('bad.json'), JSON.stringify([EVENT, { ...EVENT, id: 'late', date: '2025-13-40' }]))
    const { code, out, err } = await cli('validate', at('bad.json'))
    expect(code).toBe(1)
    expect(err).toContain(`${at('bad.json')}: late: date: `)
    expect(out).toContain('1 records, 1 fault')
  })

  it('checks a workspace for references that lead nowhere', async () => {
    const file = workspace('loose.tapeline', [{ ...EVENT, chips: ['h200'] }])
    const { code, err } = await cli('validate', file)
    expect({ code, err }).toEqual({ code: 1, err: `${file}: h200-approved: chips[0]: there is no record h200` })
  })

  it('reads the starter data', async () => {
    expect((await cli('validate', '--starter')).out).toMatch(/data: \d+ records/)
  })
})

describe('tapeline info', () => {
  it('counts the records of a workspace', async () => {
    const { code, out } = await cli('info', workspace('counted.tapeline'))
    expect(code).toBe(0)
    expect(out).toMatch(/^ {2}event +1$/m)
    expect(out).toMatch(/^undo +nothing$/m)
  })
})
