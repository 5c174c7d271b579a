import { describe, expect, it } from 'vitest'
import { MemoryStore } from '../store/memory-store'
import { organisation } from '../store/store-fixtures'
import { fileHandlers, type FilePorts } from './files'

const NVIDIA = organisation('nvidia', 'NVIDIA')

function make(ports: Partial<FilePorts> = {}, readOnly = false) {
  const done: unknown[] = []
  const store = new MemoryStore([NVIDIA], { clock: () => 0, readOnly, file: '/work/own.tapeline' })
  const handlers = fileHandlers({
    opened: Promise.resolve({ store }),
    file: '/work/own.tapeline',
    askWhich: () => Promise.resolve('/work/chosen.tapeline'),
    askWhere: () => Promise.resolve('/work/new'),
    readHeader: () => ({ kind: 'workspace', version: 1 }),
    exists: (file) => file === '/work/own.tapeline',
    readStarterData: () => Promise.resolve({ records: [NVIDIA], problems: [] }),
    copyFile: (from, to) => done.push(['copy', from, to]),
    create: (file, records) => done.push(['create', file, [...records]]),
    show(file) {
      done.push(['show', file])
      return { isNewWindow: true }
    },
    recent: () => ['/work/own.tapeline', '/home/b/late 2026.tapeline'],
    forget: () => done.push('forget'),
    reveal: (file) => done.push(['reveal', file]),
    reopen: () => done.push('reopen'),
    ...ports,
  })
  return { handlers, done }
}

describe('file handlers', () => {
  it('make a workspace where the user says, with the ending, and show it', async () => {
    const { handlers, done } = make()
    const file = '/work/new.tapeline'
    expect(await handlers['files:new']({ from: 'nothing' })).toEqual({ ok: true, value: { file } })
    expect(await handlers['files:new']({ from: 'starter-data' })).toEqual({ ok: true, value: { file } })
    expect(done).toEqual([
      ['create', file, []],
      ['show', file],
      ['create', file, [NVIDIA]],
      ['show', file],
    ])
  })

  it('refuse a name that is taken, a half data set, and what the disk refuses, and show nothing then', async () => {
    const taken = make({ exists: () => true })
    expect(await taken.handlers['files:new']({ from: 'nothing' })).toMatchObject({ error: { code: 'exists' } })
    expect(await taken.handlers['files:save-copy']({})).toMatchObject({ error: { code: 'exists' } })
    const half = make({
      readStarterData: () => Promise.resolve({ records: [NVIDIA], problems: [{ code: 'not-json', detail: 'x' }] }),
    })
    expect(await half.handlers['files:new']({ from: 'starter-data' })).toMatchObject({ error: { code: 'storage' } })
    const full = make({
      create() {
        throw new Error('no space left')
      },
    })
    expect(await full.handlers['files:new']({ from: 'nothing' })).toMatchObject({
      error: { code: 'storage', message: 'no space left', path: '/work/new.tapeline' },
    })
    expect([...taken.done, ...half.done, ...full.done]).toEqual([])
  })

  it.each([
    ['missing', 'not-found'],
    ['foreign', 'foreign'],
    ['inaccessible', 'storage'],
  ] as const)('open nothing where the file is %s', async (kind, code) => {
    const { handlers, done } = make({ readHeader: () => (kind === 'missing' ? { kind } : { kind, detail: 'why' }) })
    expect(await handlers['files:open']({ file: '/x.tapeline' })).toMatchObject({ ok: false, error: { code } })
    expect(done).toEqual([])
  })

  it('open a damaged one all the same, and ask which where none is named', async () => {
    const { handlers, done } = make({ readHeader: () => ({ kind: 'damaged', detail: '' }) })
    await handlers['files:open']({ file: null })
    expect(done).toEqual([['show', '/work/chosen.tapeline']])
    const cancelled = make({ askWhich: () => Promise.resolve(null) })
    expect(await cancelled.handlers['files:open']({ file: null })).toMatchObject({ value: { file: null } })
  })

  it('copy a file that is only read as it is', async () => {
    const { handlers, done } = make({}, true)
    expect(await handlers['files:save-copy']({})).toEqual({ ok: true, value: { file: '/work/new.tapeline' } })
    expect(done).toEqual([['copy', '/work/own.tapeline', '/work/new.tapeline']])
  })

  it('list what was open lately, but not what is open here', async () => {
    const { handlers } = make()
    const files = [{ file: '/home/b/late 2026.tapeline', name: 'late 2026', folder: '/home/b' }]
    expect(await handlers['files:recent']({})).toEqual({ ok: true, value: { files } })
  })

  it('reveal their own file and their copies, and no other path', async () => {
    const { handlers, done } = make({ exists: () => true })
    expect(await handlers['files:reveal']({ file: '/etc/passwd' })).toMatchObject({ error: { code: 'not-found' } })
    await handlers['files:reveal']({ file: null })
    expect(done).toEqual([['reveal', '/work/own.tapeline']])
  })
})
