import type { FigureMedium } from '../../domain/figure/build-figure'
import type { DataComparison, FigureMark } from '../../domain/figure/figure-evidence'
import type { FigureSpec } from '../../domain/figure/figure-spec'
import type { Handlers } from '../../ipc/answer'
import type { CallError, Reply } from '../../ipc/reply'
import type { FigureFormat, FigurePreview } from '../../ipc/figure-values'
import { suggestedName, withEnding } from './figure-name'

/** What a long drawing is told, and tells. */
export interface FigureJob {
  readonly signal: AbortSignal
  /** From 0 to 1. */
  readonly onProgress: (part: number) => void
}

export interface RenderedFigure {
  readonly bytes: Uint8Array
  readonly widthPx: number
  readonly heightPx: number
  readonly altText: string
}

export interface OpenedMark {
  readonly mark: FigureMark
  /** Of the kind of file it stands in. */
  readonly medium: FigureMedium
}

export interface FigurePorts {
  /** A page of the workspace's figure, of its state now. */
  readonly preview: (
    spec: FigureSpec,
    asked: { readonly medium: FigureMedium; readonly page: number },
  ) => Promise<Reply<FigurePreview>>
  /** Likewise as a file. May throw once the job is aborted. Errors: `too-large`. */
  readonly render: (spec: FigureSpec, format: FigureFormat, job: FigureJob) => Promise<Reply<RenderedFigure>>
  /** What a figure file says of itself. Errors: `not-found`, `storage`, `foreign`, `too-large`. */
  readonly readMark: (file: string) => Promise<Reply<OpenedMark>>
  /** What became of its records. */
  readonly compare: (opened: OpenedMark) => Promise<Reply<DataComparison>>
  /** Each is null when the user cancels. */
  readonly askWhere: (format: FigureFormat, suggestedName: string) => Promise<string | null>
  readonly askWhich: () => Promise<string | null>
  /** Whether writing there would harm the workspace or what belongs to it. */
  readonly isOurOwn: (file: string) => boolean
  readonly exists: (file: string) => boolean
  /** Throws what the system throws. */
  readonly write: (file: string, content: Uint8Array) => void
  readonly copyPng: (png: Uint8Array) => Promise<void>
  readonly copySvg: (svg: Uint8Array) => Promise<void>
  readonly copyText: (text: string) => Promise<void>
  readonly reveal: (file: string) => void
  readonly progress: (part: number) => void
  /** Today, as a UTC day number. */
  readonly today: () => number
}

type FigureChannel = Extract<keyof Handlers, `figure:${string}`>

const DONE = { ok: true, value: {} } as const

export function figureHandlers(ports: FigurePorts): Pick<Handlers, FigureChannel> {
  const saved = new Set<string>()
  let running: AbortController | null = null

  /** Draws, after ending what was being drawn: nobody waits for it any more. */
  async function draw(spec: FigureSpec, format: FigureFormat): Promise<Reply<RenderedFigure>> {
    running?.abort()
    const mine = new AbortController()
    running = mine
    const onProgress = (part: number): void => {
      if (!mine.signal.aborted) ports.progress(Math.min(Math.max(part, 0), 1))
    }
    try {
      onProgress(0)
      const rendered = await ports.render(spec, format, { signal: mine.signal, onProgress })
      return mine.signal.aborted ? CANCELLED : rendered
    } catch (error) {
      if (mine.signal.aborted) return CANCELLED
      throw error
    } finally {
      if (running === mine) running = null
    }
  }

  return {
    'figure:preview': ({ spec, medium, page }) => ports.preview(spec, { medium, page }),
    async 'figure:save'({ spec, format }) {
      const chosen = await ports.askWhere(format, suggestedName(spec, format, ports.today()))
      if (chosen === null) return { ok: true, value: { file: null } }
      const file = withEnding(chosen, format, ports.exists)
      if (ports.isOurOwn(chosen) || ports.isOurOwn(file))
        return refuse('storage', 'this file belongs to the workspace', file)
      const drawn = await draw(spec, format)
      if (!drawn.ok) return drawn
      try {
        ports.write(file, drawn.value.bytes)
      } catch (error) {
        return refuse('storage', error instanceof Error ? error.message : String(error), file)
      }
      saved.add(file)
      return { ok: true, value: { file } }
    },
    async 'figure:copy'({ spec, format }) {
      const drawn = await draw(spec, format)
      if (!drawn.ok) return drawn
      const { bytes, widthPx, heightPx, altText } = drawn.value
      await (format === 'png' ? ports.copyPng : ports.copySvg)(bytes)
      return { ok: true, value: { widthPx, heightPx, altText } }
    },
    async 'figure:copy-text'({ text }) {
      await ports.copyText(text)
      return DONE
    },
    async 'figure:open'({ file: given }) {
      const file = given ?? (await ports.askWhich())
      if (file === null) return { ok: true, value: null }
      const read = await ports.readMark(file)
      if (!read.ok) return read
      const { spec, app } = read.value.mark
      const compared = await ports.compare(read.value)
      if (!compared.ok) return compared
      const { changed, came, went } = compared.value
      return { ok: true, value: { file, spec, app, changed: [...changed], came: [...came], went: [...went] } }
    },
    'figure:cancel'() {
      running?.abort()
      return DONE
    },
    'figure:reveal'({ file }) {
      if (!saved.has(file) || !ports.exists(file))
        return refuse('not-found', 'this window saved no such figure, or it is gone', file)
      ports.reveal(file)
      return DONE
    },
  }
}

const refuse = (code: CallError['code'], message: string, path: string): Reply<never> => ({
  ok: false,
  error: { code, message, path },
})

const CANCELLED: Reply<never> = { ok: false, error: { code: 'cancelled', message: 'the user ended it' } }
