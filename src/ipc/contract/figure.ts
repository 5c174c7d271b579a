import * as v from 'valibot'
import { FigureSpec } from '../../domain/figure/figure-spec'
import { FigureFormat, FigurePreview, OpenedFigure } from '../figure-values'
import { FilePath, GivenPath, Nothing } from '../values'

/** Figures of the document. Main draws them from its own copy of it, one at a time. */
export const FIGURE_CHANNELS = {
  /**
   * `sheet`: the one page of a PNG or SVG; `document`: a page of a PDF. A page that is not there gives the last one.
   */
  'figure:preview': {
    input: v.strictObject({
      spec: FigureSpec,
      medium: v.picklist(['sheet', 'document']),
      page: v.pipe(v.number(), v.integer(), v.minValue(0)),
    }),
    output: FigurePreview,
  },
  /**
   * Main asks where to; null when the user cancels that. The file is written whole or not at all. Errors:
   * `cancelled` (by `figure:cancel`, or by the next figure), `too-large`, `storage`.
   */
  'figure:save': {
    input: v.strictObject({ spec: FigureSpec, format: FigureFormat }),
    output: v.strictObject({ file: v.nullable(FilePath) }),
  },
  /** Into the clipboard; sizes are pixels of a PNG, and px of the layout of an SVG. Errors: `cancelled`, `too-large`. */
  'figure:copy': {
    input: v.strictObject({ spec: FigureSpec, format: v.picklist(['png', 'svg']) }),
    output: v.strictObject({ widthPx: v.number(), heightPx: v.number(), altText: v.string() }),
  },
  /** Words for readers who do not see a figure, into the clipboard. */
  'figure:copy-text': { input: v.strictObject({ text: v.pipe(v.string(), v.maxLength(20_000)) }), output: Nothing },
  /**
   * Reads what a figure file says of itself, and compares its records with those of this workspace. `file` null: main
   * asks which; the answer is null when the user cancels. Errors: `not-found`, `storage`, `foreign` (no figure of
   * Tapeline, or what it said of itself was taken out of it), `corrupt`.
   */
  'figure:open': { input: v.strictObject({ file: v.nullable(GivenPath) }), output: v.nullable(OpenedFigure) },
  /** Ends the saving or copying that goes on; good also when there is none. */
  'figure:cancel': { input: Nothing, output: Nothing },
  /** Shows a figure that this window saved in the system's file manager. Errors: `not-found`. */
  'figure:reveal': { input: v.strictObject({ file: GivenPath }), output: Nothing },
} as const
