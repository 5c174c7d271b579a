import * as v from 'valibot'
import { FigureRequest, FilePath } from '../values'

/** Figures of the document. */
export const FIGURE_CHANNELS = {
  /** Main asks where to; null when the user cancels. */
  'figure:save-png': { input: FigureRequest, output: v.strictObject({ file: v.nullable(FilePath) }) },
  'figure:copy-png': { input: FigureRequest, output: v.strictObject({ widthPx: v.number(), heightPx: v.number() }) },
} as const
