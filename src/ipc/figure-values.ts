import * as v from 'valibot'
import { FigureSpec } from '../domain/figure/figure-spec'
import { FilePath } from './values'

export const FIGURE_FORMATS = ['png', 'svg', 'pdf'] as const
export const FigureFormat = v.picklist(FIGURE_FORMATS)
export type FigureFormat = v.InferOutput<typeof FigureFormat>

/** How much of what was asked for a figure shows. */
export const FigureSummary = v.strictObject({
  /** Records with a mark of their own. */
  drawn: v.number(),
  /** Records that only stand in a mark that counts, for want of room. */
  counted: v.number(),
  /** Records that the filters hide. */
  hidden: v.number(),
  sources: v.strictObject({ listed: v.number(), left: v.number() }),
  notes: v.number(),
  /** Metric lanes, chips along time and rows of the comparison that have no room. */
  partsLeft: v.strictObject({ lanes: v.number(), chips: v.number(), rows: v.number() }),
})
export type FigureSummary = v.InferOutput<typeof FigureSummary>

/** One page of a figure as it would be saved. */
export const FigurePreview = v.strictObject({
  /** A whole SVG document with its fonts, to be shown as an image and never as markup. */
  svg: v.string(),
  /** The page it is: the last one where a later one was asked for. From 0. */
  page: v.number(),
  pages: v.number(),
  /** 72 pt are one inch. */
  widthPt: v.number(),
  heightPt: v.number(),
  summary: FigureSummary,
  altText: v.string(),
})
export type FigurePreview = v.InferOutput<typeof FigurePreview>

/** A figure file that was opened: how it was made, and what became of its records since. */
export const OpenedFigure = v.strictObject({
  file: FilePath,
  spec: FigureSpec,
  app: v.strictObject({ name: v.string(), version: v.string() }),
  /** Ids of records that are not as they were, that the figure would now hang on as well, and that are gone. */
  changed: v.array(v.string()),
  came: v.array(v.string()),
  went: v.array(v.string()),
})
export type OpenedFigure = v.InferOutput<typeof OpenedFigure>
