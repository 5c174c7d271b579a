import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { aSpec, someDocument, valueOf } from './figure-test-kit'
import { withFonts } from './font-folder-test-kit'
import { createFigureWorker, type FigureSource, type FigureWorker } from './figure-worker'
import { previewFigure, renderFigure } from './render-figure'

const fonts = withFonts()
const tools = () => ({ fontsDir: fonts.dir(), version: '0.1.0' })
let folder = ''
const workers: FigureWorker[] = []

/** The thread from its source: the build makes one file of it, this loads it as it is. */
const scriptOf = (name: string, source: string): string => {
  const file = join(folder, name)
  writeFileSync(file, source)
  return file
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tapeline-thread-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})
afterEach(async () => {
  for (const worker of workers.splice(0)) await worker.close()
})

function workerFrom(source: string, name = 'thread.mjs'): FigureWorker {
  const worker = createFigureWorker(scriptOf(name, source), tools())
  workers.push(worker)
  return worker
}

const loader = pathToFileURL(join(import.meta.dirname, '../../../node_modules/tsx/dist/esm/api/index.mjs')).href
const thread = pathToFileURL(join(import.meta.dirname, 'figure-thread.ts')).href
const aWorker = (): FigureWorker =>
  workerFrom(
    `import { register } from ${JSON.stringify(loader)}\nregister()\nawait import(${JSON.stringify(thread)})\n`,
  )

function sourceOf(name = 'state 1', document = someDocument()): FigureSource & { asked: () => number } {
  let asked = 0
  const records = () => {
    asked += 1
    return [...document.records.values()]
  }
  return { name, records, asked: () => asked }
}

describe('createFigureWorker', () => {
  it('draws what is drawn here, and takes the records of a state once', async () => {
    const [worker, source] = [aWorker(), sourceOf()]
    const preview = valueOf(await worker.preview(source, aSpec()))
    expect(preview).toEqual(previewFigure(someDocument(), aSpec(), tools()))
    const told: number[] = []
    const png = valueOf(await worker.png(source, aSpec(), { onProgress: (share) => told.push(share) }))
    expect(
      Buffer.from(png.bytes).equals(valueOf(await renderFigure('png', someDocument(), aSpec(), tools())).bytes),
    ).toBe(true)
    expect(told.at(-1)).toBe(1)
    expect(valueOf(await worker.pdf(source, aSpec())).pages).toBeGreaterThan(0)
    expect(source.asked()).toBe(1)
    const [one] = someDocument().records.values()
    const later = sourceOf('state 2', { records: new Map(one === undefined ? [] : [[one.id, one]]) })
    expect(valueOf(await worker.svg(later, aSpec())).report.drawn).toEqual(['one'])
  })

  it('ends what is called off at once, and draws on', async () => {
    const [worker, source] = [aWorker(), sourceOf()]
    const controller = new AbortController()
    const large = worker.png(source, aSpec({ dpi: 1200 }), {
      signal: controller.signal,
      onProgress: () => controller.abort(),
    })
    expect(await large).toMatchObject({ ok: false, problem: { code: 'cancelled' } })
    expect(await worker.png(source, aSpec(), { signal: controller.signal })).toMatchObject({ ok: false })
    expect((await worker.svg(source, aSpec())).ok).toBe(true)
  })

  it('turns a broken thread into a problem, and starts another', async () => {
    const worker = workerFrom(`throw new Error('broken')`, 'broken.mjs')
    for (let time = 0; time < 2; time += 1)
      expect(await worker.svg(sourceOf(), aSpec())).toMatchObject({
        ok: false,
        problem: { code: 'failed', detail: 'broken' },
      })
  })

  it('turns records that cannot be had into a problem', async () => {
    const records = () => Promise.reject(new Error('the file is gone'))
    const answer = await aWorker().preview({ name: 'x', records }, aSpec())
    expect(answer).toMatchObject({ ok: false, problem: { code: 'failed', detail: 'the file is gone' } })
  })

  it('calls off what it draws when it is closed', async () => {
    const worker = aWorker()
    const asked = worker.png(sourceOf(), aSpec({ dpi: 1200 }))
    await worker.svg(sourceOf(), aSpec())
    await worker.close()
    expect(await asked).toMatchObject({ ok: false, problem: { code: 'cancelled' } })
  })
})
