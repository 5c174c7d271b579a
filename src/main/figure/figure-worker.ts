import { setImmediate as turn } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { FigureSpec } from '../../domain/figure/figure-spec'
import { fail, type Result } from '../../domain/model/problem'
import type { TapelineRecord } from '../../domain/model/record'
import type { DrawnFigure, DrawnFile, FromThread, ThreadData, ToThread } from './figure-messages'
import type { FigureFormat, FigurePreview, FigureTools, FigureWork, PreviewPage } from './render-figure'

/** A state of a document: `name` is another for each other state, so that its records are handed over once. */
export interface FigureSource {
  readonly name: string
  /** Asked only where the thread does not have this state yet. */
  readonly records: () => Promise<readonly TapelineRecord[]> | readonly TapelineRecord[]
}

/**
 * Draws figures on a thread of its own, so that the caller never stands still. Faults are values:
 * `cancelled`, `too-large`, and `failed` for a thread or font file that is broken.
 */
export interface FigureWorker {
  preview(
    source: FigureSource,
    spec: FigureSpec,
    work?: FigureWork & Partial<PreviewPage>,
  ): Promise<Result<FigurePreview>>
  svg(source: FigureSource, spec: FigureSpec, work?: FigureWork): Promise<Result<DrawnFile>>
  png(source: FigureSource, spec: FigureSpec, work?: FigureWork): Promise<Result<DrawnFile>>
  pdf(source: FigureSource, spec: FigureSpec, work?: FigureWork): Promise<Result<DrawnFile>>
  /** Ends the thread; what it was drawing is `cancelled`. A later call starts another. */
  close(): Promise<void>
}

/** Records cloned at once: some milliseconds of the caller's thread. */
const PART = 1_000

interface Waiting {
  readonly done: (result: Result<DrawnFigure>) => void
  readonly onProgress: ((share: number) => void) | undefined
}

/** `script` is the built `figure-thread.cjs`. The thread starts with the first figure. */
export function createFigureWorker(script: string, tools: FigureTools): FigureWorker {
  let thread: Worker | null = null
  let held: string | null = null
  let count = 0
  /** Handing over goes one after the other; drawing does not wait for drawing. */
  let before: Promise<unknown> = Promise.resolve()
  const waiting = new Map<number, Waiting>()

  const end = (code: 'failed' | 'cancelled', detail: string): void => {
    thread = null
    held = null
    const all = [...waiting.values()]
    waiting.clear()
    for (const { done } of all) done(fail({ code, detail }))
  }

  const started = (): Worker => {
    if (thread !== null) return thread
    // The thread needs nothing of what the program was started with.
    const made = new Worker(script, { workerData: tools satisfies ThreadData, argv: [], execArgv: [] })
    thread = made
    made.unref()
    made.on('message', (message: FromThread) => {
      const one = waiting.get(message.id)
      if (message.say === 'progress') return one?.onProgress?.(message.share)
      waiting.delete(message.id)
      one?.done(message.result)
      if (waiting.size === 0) made.unref()
    })
    made.on('error', (error) => {
      if (thread === made) end('failed', error.message)
    })
    made.on('exit', (code) => {
      if (thread === made) end('failed', `the thread ended with code ${String(code)}`)
    })
    return made
  }

  const say = (message: ToThread): void => started().postMessage(message)

  const handOver = async ({ name, records }: FigureSource): Promise<void> => {
    const taking = started()
    if (held === name) return
    const all = await records()
    held = null
    say({ say: 'state', state: name })
    for (let at = 0; at < all.length; at += PART) {
      say({ say: 'records', records: all.slice(at, at + PART) })
      if (at + PART < all.length) await turn()
      if (thread !== taking) throw new Error('the thread ended while it took the records')
    }
    held = name
  }

  const drawn = (
    what: FigureFormat | PreviewPage,
    source: FigureSource,
    spec: FigureSpec,
    { signal, onProgress }: FigureWork = {},
  ): Promise<Result<DrawnFigure>> => {
    const cancelled = (): Result<DrawnFigure> => fail({ code: 'cancelled', detail: 'called off' })
    const ask = async (): Promise<{ answer: Promise<Result<DrawnFigure>> }> => {
      if (signal?.aborted === true) return { answer: Promise.resolve(cancelled()) }
      try {
        await handOver(source)
      } catch (error) {
        const detail = error instanceof Error ? error.message : String(error)
        return { answer: Promise.resolve(fail({ code: 'failed', detail })) }
      }
      const id = (count += 1)
      const answer = new Promise<Result<DrawnFigure>>((resolve) => {
        const onAbort = (): void => {
          say({ say: 'cancel', id })
          // A thread in the middle of a layout hears nothing; the caller need not wait for it.
          waiting.delete(id)
          resolve(cancelled())
        }
        waiting.set(id, {
          onProgress,
          done: (result) => {
            signal?.removeEventListener('abort', onAbort)
            resolve(result)
          },
        })
        signal?.addEventListener('abort', onAbort, { once: true })
        started().ref()
        say({ say: 'draw', id, what, spec })
      })
      return { answer }
    }
    const asked = before.then(ask)
    before = asked
    return asked.then(({ answer }) => answer)
  }

  return {
    preview: async (source, spec, { medium = 'sheet', page = 0, ...work } = {}) =>
      (await drawn({ medium, page }, source, spec, work)) as Result<FigurePreview>,
    svg: async (source, spec, work) => (await drawn('svg', source, spec, work)) as Result<DrawnFile>,
    png: async (source, spec, work) => (await drawn('png', source, spec, work)) as Result<DrawnFile>,
    pdf: async (source, spec, work) => (await drawn('pdf', source, spec, work)) as Result<DrawnFile>,
    async close() {
      const ending = thread
      end('cancelled', 'closed')
      await ending?.terminate()
    },
  }
}
