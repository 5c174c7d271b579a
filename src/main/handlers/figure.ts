import { civilDateOf } from '../../domain/time/day-number'
import type { Document } from '../../domain/model/document'
import type { Handlers } from '../../ipc/answer'
import type { FigureRequest } from '../../ipc/values'
import type { Reply } from '../../ipc/reply'

export interface FigurePorts {
  readonly document: () => Promise<Document>
  readonly renderFigure: (
    document: Document,
    request: FigureRequest,
  ) => Promise<{ readonly png: Uint8Array; readonly widthPx: number; readonly heightPx: number }>
  /** Null when the user cancels. */
  readonly askWhere: (suggestedName: string) => Promise<string | null>
  /** Whether writing there would harm the workspace or what belongs to it. */
  readonly isOurOwn: (file: string) => boolean
  readonly exists: (file: string) => boolean
  /** Throws what the system throws. */
  readonly write: (file: string, content: Uint8Array) => void
  readonly copyImage: (png: Uint8Array) => Promise<void>
  /** Today, as a UTC day number. */
  readonly today: () => number
}

export function figureHandlers(ports: FigurePorts): Pick<Handlers, 'figure:save-png' | 'figure:copy-png'> {
  return {
    async 'figure:save-png'(request) {
      const chosen = await ports.askWhere(suggestedName(request, ports.today()))
      if (chosen === null) return { ok: true, value: { file: null } }
      const file = withEnding(chosen, ports.exists)
      if (ports.isOurOwn(chosen) || ports.isOurOwn(file)) return refuse('this file belongs to the workspace', file)
      const { png } = await ports.renderFigure(await ports.document(), request)
      try {
        ports.write(file, png)
      } catch (error) {
        return refuse(error instanceof Error ? error.message : String(error), file)
      }
      return { ok: true, value: { file } }
    },
    async 'figure:copy-png'(request) {
      const { png, widthPx, heightPx } = await ports.renderFigure(await ports.document(), request)
      await ports.copyImage(png)
      return { ok: true, value: { widthPx, heightPx } }
    },
  }
}

/** The dialog asked before it let a file be replaced, but only for the name as it was typed. */
function withEnding(chosen: string, exists: (file: string) => boolean): string {
  if (/\.png$/i.test(chosen)) return chosen
  const file = `${chosen}.png`
  return exists(file) ? chosen : file
}

const refuse = (message: string, path: string): Reply<never> => ({
  ok: false,
  error: { code: 'storage', message, path },
})

/** What the picture shows and when it was made: `Tapeline 2022-10 to 2026-07 (2026-08-14).png`. */
export function suggestedName({ window }: FigureRequest, today: number): string {
  const from = monthText(window.startDay)
  const to = monthText(window.endDay)
  return `Tapeline ${from === to ? from : `${from} to ${to}`} (${dayText(today)}).png`
}

function monthText(day: number): string {
  const { year, month } = civilDateOf(day)
  return `${yearText(year)}-${String(month).padStart(2, '0')}`
}

function dayText(day: number): string {
  return `${monthText(day)}-${String(civilDateOf(day).day).padStart(2, '0')}`
}

function yearText(year: number): string {
  return `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`
}
