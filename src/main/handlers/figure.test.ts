import { describe, expect, it } from 'vitest'
import type { DataComparison, FigureMark } from '../../domain/figure/figure-evidence'
import type { FigureSpec } from '../../domain/figure/figure-spec'
import { DEFAULT_FIGURE_SETTINGS } from '../../domain/figure/paper-presets'
import { NO_FILTERS } from '../../domain/model/view'
import { figureHandlers, type FigureJob, type FigurePorts, type RenderedFigure } from './figure'
import { suggestedName } from './figure-name'

const spec: FigureSpec = {
  window: { startDay: 19_266.4, endDay: 20_640 },
  grouping: 'story',
  filters: NO_FILTERS,
  collapsed: [],
  todayDay: null,
  settings: DEFAULT_FIGURE_SETTINGS,
}
const bytes = Buffer.from('picture')
const rendered: RenderedFigure = { bytes, widthPx: 2400, heightPx: 900, altText: 'Two chips.' }
const mark: FigureMark = {
  format: 1,
  app: { name: 'Tapeline', version: '0.1.0' },
  spec,
  dataHash: '0'.repeat(64),
  records: {},
}
const same: DataComparison = { isSame: true, changed: [], came: [], went: [] }

function make(ports: Partial<FigurePorts> = {}) {
  const written: [string, Uint8Array][] = []
  const asked: string[] = []
  const copied: [string, unknown][] = []
  const parts: number[] = []
  const revealed: string[] = []
  const copy = (kind: string) => (what: unknown) => Promise.resolve(void copied.push([kind, what]))
  const handlers = figureHandlers({
    preview: () => Promise.reject(new Error('not asked')),
    render: () => Promise.resolve({ ok: true, value: rendered }),
    readMark: () => Promise.resolve({ ok: true, value: { mark, medium: 'sheet' } }),
    compare: () => Promise.resolve({ ok: true, value: same }),
    askWhere(format, name) {
      asked.push(name)
      return Promise.resolve(`/pictures/a.${format}`)
    },
    askWhich: () => Promise.resolve(null),
    isOurOwn: () => false,
    exists: () => false,
    write: (file, content) => void written.push([file, content]),
    copyPng: copy('png'),
    copySvg: copy('svg'),
    copyText: copy('text'),
    reveal: (file) => void revealed.push(file),
    progress: (part) => void parts.push(part),
    today: () => 20_500,
    ...ports,
  })
  return { handlers, written, asked, copied, parts, revealed }
}

/** A drawing that goes on until it is ended. */
function endless() {
  const jobs: FigureJob[] = []
  const render = (_spec: unknown, _format: unknown, job: FigureJob) => {
    jobs.push(job)
    return new Promise<never>((_resolve, reject) => {
      job.signal.addEventListener('abort', () => {
        reject(new Error('ended'))
      })
    })
  }
  return { jobs, render }
}

describe('saving a figure', () => {
  it('asks where with a name that says what and when, and writes there', async () => {
    const { handlers, written, asked, parts } = make()
    const reply = await handlers['figure:save']({ spec, format: 'svg' })
    expect(reply).toEqual({ ok: true, value: { file: '/pictures/a.svg' } })
    expect(asked).toEqual(['Tapeline 2022-10 to 2026-07 (2026-02-16).svg'])
    expect(written).toEqual([['/pictures/a.svg', bytes]])
    expect(parts).toEqual([0])
  })

  it('draws what was asked for', async () => {
    const drawn: unknown[] = []
    const { handlers } = make({
      render(...given) {
        drawn.push(given.slice(0, 2))
        return Promise.resolve({ ok: true, value: rendered })
      },
    })
    await handlers['figure:save']({ spec, format: 'pdf' })
    expect(drawn).toEqual([[spec, 'pdf']])
  })

  it('adds the ending that was left off, but not to replace a file that the dialog did not ask about', async () => {
    const askWhere = () => Promise.resolve('/pictures/Plan.v2')
    const free = make({ askWhere })
    await free.handlers['figure:save']({ spec, format: 'pdf' })
    expect(free.written[0]?.[0]).toBe('/pictures/Plan.v2.pdf')
    const taken = make({ askWhere, exists: (file) => file === '/pictures/Plan.v2.pdf' })
    await taken.handlers['figure:save']({ spec, format: 'pdf' })
    expect(taken.written[0]?.[0]).toBe('/pictures/Plan.v2')
  })

  it('draws and writes nothing when the user cancels or points at the workspace', async () => {
    const render = () => Promise.reject(new Error('must not draw'))
    const cancelled = make({ render, askWhere: () => Promise.resolve(null) })
    expect(await cancelled.handlers['figure:save']({ spec, format: 'png' })).toEqual({
      ok: true,
      value: { file: null },
    })
    const own = make({ render, isOurOwn: () => true })
    expect(await own.handlers['figure:save']({ spec, format: 'png' })).toMatchObject({
      ok: false,
      error: { code: 'storage', path: '/pictures/a.png' },
    })
    expect([...cancelled.written, ...own.written]).toEqual([])
  })

  it('tells why nothing was made of it, and writes nothing then', async () => {
    const full = make({
      write() {
        throw new Error('ENOSPC: no space left on device')
      },
    })
    expect(await full.handlers['figure:save']({ spec, format: 'png' })).toMatchObject({
      ok: false,
      error: { code: 'storage', message: /ENOSPC/ },
    })
    const large = make({ render: () => Promise.resolve({ ok: false, error: { code: 'too-large', message: 'x' } }) })
    expect(await large.handlers['figure:save']({ spec, format: 'png' })).toMatchObject({
      error: { code: 'too-large' },
    })
    expect(large.written).toEqual([])
  })

  it('shows what it saved in the file manager, and nothing else', async () => {
    const { handlers, revealed } = make({ exists: () => true })
    await handlers['figure:save']({ spec, format: 'png' })
    expect(await handlers['figure:reveal']({ file: '/etc/passwd' })).toMatchObject({ error: { code: 'not-found' } })
    expect(await handlers['figure:reveal']({ file: '/pictures/a.png' })).toEqual({ ok: true, value: {} })
    expect(revealed).toEqual(['/pictures/a.png'])
  })
})

describe('a long drawing', () => {
  it('tells how far it is, and ends without a trace when it is cancelled', async () => {
    const { jobs, render } = endless()
    const { handlers, written, parts } = make({ render })
    const saving = handlers['figure:save']({ spec, format: 'png' })
    await expect.poll(() => jobs.length).toBe(1)
    jobs[0]?.onProgress(0.5)
    jobs[0]?.onProgress(7)
    await handlers['figure:cancel']({})
    expect(await saving).toMatchObject({ ok: false, error: { code: 'cancelled' } })
    jobs[0]?.onProgress(0.9)
    expect(parts).toEqual([0, 0.5, 1])
    expect(written).toEqual([])
  })

  it('is not written though it came to its end after it was cancelled', async () => {
    const { handlers, written } = make({
      async render() {
        await handlers['figure:cancel']({})
        return { ok: true, value: rendered }
      },
    })
    expect(await handlers['figure:save']({ spec, format: 'png' })).toMatchObject({ error: { code: 'cancelled' } })
    expect(written).toEqual([])
  })

  it('is ended by the next one', async () => {
    const { jobs, render } = endless()
    const { handlers } = make({ render })
    const first = handlers['figure:copy']({ spec, format: 'png' })
    await expect.poll(() => jobs.length).toBe(1)
    const second = handlers['figure:copy']({ spec, format: 'svg' })
    expect(await first).toMatchObject({ error: { code: 'cancelled' } })
    expect(jobs[1]?.signal.aborted).toBe(false)
    await handlers['figure:cancel']({})
    expect(await second).toMatchObject({ error: { code: 'cancelled' } })
    expect(await handlers['figure:cancel']({})).toEqual({ ok: true, value: {} })
  })

  it('passes on a fault of its own', async () => {
    const { handlers } = make({ render: () => Promise.reject(new Error('no font')) })
    await expect(handlers['figure:copy']({ spec, format: 'png' })).rejects.toThrow('no font')
  })
})

describe('copying a figure', () => {
  it('fills the clipboard with what was asked for', async () => {
    const { handlers, copied } = make()
    const size = { widthPx: 2400, heightPx: 900, altText: 'Two chips.' }
    expect(await handlers['figure:copy']({ spec, format: 'png' })).toEqual({ ok: true, value: size })
    await handlers['figure:copy']({ spec, format: 'svg' })
    await handlers['figure:copy-text']({ text: 'Two chips.' })
    expect(copied).toEqual([
      ['png', bytes],
      ['svg', bytes],
      ['text', 'Two chips.'],
    ])
  })
})

describe('opening a figure', () => {
  it('answers with how it was made and what became of its records', async () => {
    const changes: DataComparison = { isSame: false, changed: ['h20'], came: ['h30'], went: ['h100', 'h10'] }
    const { handlers } = make({ compare: () => Promise.resolve({ ok: true, value: changes }) })
    expect(await handlers['figure:open']({ file: '/a.pdf' })).toEqual({
      ok: true,
      value: {
        file: '/a.pdf',
        spec,
        app: mark.app,
        changed: ['h20'],
        came: ['h30'],
        went: ['h100', 'h10'],
      },
    })
  })

  it('asks which where none is named, and is content with none', async () => {
    const { handlers } = make()
    expect(await handlers['figure:open']({ file: null })).toEqual({ ok: true, value: null })
    const asking = make({ askWhich: () => Promise.resolve('/b.png') })
    expect(await asking.handlers['figure:open']({ file: null })).toMatchObject({ value: { file: '/b.png' } })
  })

  it('says why a file is none', async () => {
    const { handlers } = make({
      readMark: (path) => Promise.resolve({ ok: false, error: { code: 'foreign', message: 'no mark', path } }),
    })
    expect(await handlers['figure:open']({ file: '/cat.png' })).toMatchObject({
      ok: false,
      error: { code: 'foreign', path: '/cat.png' },
    })
  })
})

describe('suggestedName', () => {
  it('names one month once, and years before 1000 with four digits', () => {
    expect(suggestedName({ ...spec, window: { startDay: 0, endDay: 1 } }, 'png', 0)).toBe(
      'Tapeline 1970-01 (1970-01-01).png',
    )
    expect(suggestedName({ ...spec, window: { startDay: -719_528, endDay: 0 } }, 'png', 0)).toBe(
      'Tapeline 0000-01 to 1970-01 (1970-01-01).png',
    )
  })

  it('takes the title, else the name of the view in the language of the figure', () => {
    const name = { en: 'Rules', 'zh-Hant': '法規' }
    expect(suggestedName({ ...spec, name }, 'svg', 0)).toBe('Rules (1970-01-01).svg')
    const chinese = { ...DEFAULT_FIGURE_SETTINGS, language: 'zh-Hant' as const }
    expect(suggestedName({ ...spec, name, settings: chinese }, 'svg', 0)).toBe('法規 (1970-01-01).svg')
    expect(suggestedName({ ...spec, name, settings: { ...chinese, title: 'H20' } }, 'svg', 0)).toBe(
      'H20 (1970-01-01).svg',
    )
  })

  it('makes a file name of any title, whatever the system', () => {
    const named = (title: string) =>
      suggestedName({ ...spec, settings: { ...DEFAULT_FIGURE_SETTINGS, title } }, 'png', 0)
    expect(named('../../etc: "H20"\n<now>?')).toBe('etc H20 now (1970-01-01).png')
    expect(named(' ... ')).toBe('Tapeline 2022-10 to 2026-07 (1970-01-01).png')
    expect(named('字'.repeat(300))).toBe(`${'字'.repeat(80)} (1970-01-01).png`)
  })
})
