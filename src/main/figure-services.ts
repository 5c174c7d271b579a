import { app, shell, type BrowserWindow } from 'electron'
import { existsSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import type { FigureMedium, FigureReport } from '../domain/figure/build-figure'
import { compareWithData } from '../domain/figure/figure-evidence'
import { documentOf } from '../domain/model/document'
import type { Locale } from '../domain/model/names'
import type { Problem, Result } from '../domain/model/problem'
import type { CallError, Reply } from '../ipc/reply'
import type { FigureSummary } from '../ipc/figure-values'
import { copyPng, copySvg, copyText } from './clipboard'
import { createFigureWorker, type FigureSource } from './figure/figure-worker'
import { sha256 } from './figure/sha256'
import { askWhereFigure, askWhichFigure } from './file-dialogs'
import type { FigurePorts } from './handlers/figure'
import type { DocumentStore } from './store/document-store'
import { belongsToWorkspace } from './store/own-files'
import { writeWholeFile } from './store/whole-file'

const MS_PER_DAY = 86_400_000

export interface FigureHost {
  readonly window: BrowserWindow
  /** The workspace of the window. */
  readonly file: string
  readonly locale: () => Locale
  /** The built thread that draws, and the fonts it draws with. */
  readonly script: string
  readonly fontsDir: string
  readonly store: () => Promise<DocumentStore>
  readonly progress: (part: number) => void
}

/** Joins the handlers of figures to what draws them, and to Electron. `close` ends the thread. */
export function figureServices({ window, file, locale, script, fontsDir, store, progress }: FigureHost): {
  readonly ports: FigurePorts
  readonly close: () => Promise<void>
} {
  const worker = createFigureWorker(script, { fontsDir, version: app.getVersion() })

  async function source(): Promise<FigureSource> {
    const open = await store()
    return { name: String(open.history().revision), records: () => [...open.records().records] }
  }

  return {
    close: () => worker.close(),
    ports: {
      async preview(spec, page) {
        const drawn = await worker.preview(await source(), spec, page)
        if (!drawn.ok) return refused(drawn.problem)
        const { report, ...shown } = drawn.value
        return { ok: true, value: { ...shown, summary: summaryOf(report), altText: report.altText } }
      },
      async render(spec, format, job) {
        const drawn = await worker[format](await source(), spec, job)
        if (!drawn.ok) return refused(drawn.problem)
        const { bytes, width, height, report } = drawn.value
        return { ok: true, value: { bytes, widthPx: width, heightPx: height, altText: report.altText } }
      },
      async readMark(path) {
        const { MAX_FIGURE_FILE_BYTES, readFigureFile } = await import('./figure/read-figure-file')
        const bytes = await contentOf(path, MAX_FIGURE_FILE_BYTES)
        if (!bytes.ok) return bytes
        const read = readFigureFile(bytes.value)
        if (!read.ok) return refused(read.problem, path)
        const medium: FigureMedium = bytes.value.subarray(0, 5).toString('latin1') === '%PDF-' ? 'document' : 'sheet'
        return { ok: true, value: { mark: read.value, medium } }
      },
      async compare({ mark, medium }) {
        const drawn = await worker.preview(await source(), mark.spec, { medium, page: 0 })
        if (!drawn.ok) return refused(drawn.problem)
        const document = documentOf((await store()).records().records)
        return { ok: true, value: compareWithData(mark, document, drawn.value.report.records, sha256) }
      },
      askWhere: (format, suggestedName) => askWhereFigure(window, locale(), format, suggestedName),
      askWhich: () => askWhichFigure(window, locale()),
      isOurOwn: (target) => belongsToWorkspace(target, file),
      exists: existsSync,
      write: writeWholeFile,
      copyPng,
      copySvg,
      copyText,
      reveal: (target) => {
        shell.showItemInFolder(target)
      },
      progress,
      today: () => Math.floor((Date.now() - new Date().getTimezoneOffset() * 60_000) / MS_PER_DAY),
    },
  }
}

function summaryOf({ drawn, counted, hidden, sources, notes, partsLeft }: FigureReport): FigureSummary {
  return { drawn: drawn.length, counted, hidden, sources, notes, partsLeft }
}

async function contentOf(path: string, mostBytes: number): Promise<Reply<Buffer>> {
  try {
    const found = await stat(path)
    if (!found.isFile()) return refuse('foreign', 'not a file', path)
    if (found.size > mostBytes) return refuse('foreign', 'larger than any figure', path)
    return { ok: true, value: await readFile(path) }
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    return refuse(isMissing ? 'not-found' : 'storage', error instanceof Error ? error.message : String(error), path)
  }
}

const CODES: Partial<Record<Problem['code'], CallError['code']>> = {
  'too-large': 'too-large',
  cancelled: 'cancelled',
  'not-a-figure': 'foreign',
}

const refused = ({ code, detail }: Extract<Result<never>, { ok: false }>['problem'], path = ''): Reply<never> =>
  refuse(CODES[code] ?? 'internal', detail, path)

const refuse = (code: CallError['code'], message: string, path: string): Reply<never> => ({
  ok: false,
  error: { code, message, ...(path === '' ? {} : { path }) },
})
