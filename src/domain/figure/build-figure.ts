import type { Document } from '../model/document'
import type { RecordId } from '../model/ids'
import type { TextMeasurer } from '../layout/timeline-item'
import { buildScene } from './build-scene'
import type { FigureMaker, FigureSpec } from './figure-spec'
import { layoutSpecOf } from './layout-spec'
import { ptPerPx } from './paper-size'
import type { Scene } from './scene'

/** What a figure holds, for those who show, check or describe it. */
export interface FigureReport {
  /** Records drawn with a mark of their own, each once. */
  readonly drawn: readonly RecordId[]
  /** Records that stand only in a mark that counts. */
  readonly counted: number
  /** Records of the window that filters hide. */
  readonly hidden: number
  readonly sources: { readonly listed: number; readonly left: number }
  readonly notes: number
  /** Every record the figure depends on: items, notes, sources, organisations of lanes. */
  readonly records: readonly RecordId[]
  /** Two or three plain sentences for readers who do not see the figure. */
  readonly altText: string
}

export interface Figure {
  readonly pages: readonly Scene[]
  readonly report: FigureReport
}

/** A `sheet` is always one page; a `document` may have several, and goes on with notes and sources. */
export type FigureMedium = 'sheet' | 'document'

/**
 * Draws a document as a figure. The same document, spec, maker and measurer give the same figure.
 * `measurer` must measure each script in the font that {@link scriptRuns} gives it.
 */
export function buildFigure(
  document: Document,
  spec: FigureSpec,
  measurer: TextMeasurer,
  maker: FigureMaker,
  _medium: FigureMedium,
): Figure {
  const page = buildScene(document, layoutSpecOf(spec), measurer, maker)
  const factor = ptPerPx(spec.settings)
  return {
    pages: [
      {
        widthPx: page.widthPx,
        heightPx: page.heightPx,
        widthPt: page.widthPx * factor,
        heightPt: page.heightPx * factor,
        background: spec.settings.transparent ? null : page.background,
        language: spec.settings.language,
        bookmarks: page.bookmarks,
        title: page.title,
        description: page.description,
        shapes: page.shapes,
      },
    ],
    report: {
      drawn: page.drawn,
      counted: 0,
      hidden: page.hidden,
      sources: { listed: 0, left: 0 },
      notes: page.notes.length,
      records: [...page.drawn, ...page.notes],
      altText: `${page.title}. ${page.description}.`,
    },
  }
}
