import type { FontSpec } from '../layout/timeline-item'
import type { FigureLanguage } from '../model/figure-settings'
import type { RecordId } from '../model/ids'
import type { ItemKind } from '../model/view'
import type { TextRun } from './text-runs'

/** One place of a horizontal fade: `at` from 0 (left edge) to 1 (right edge). */
export interface FadeStop {
  readonly at: number
  readonly opacity: number
}

/**
 * Lines of 1 px, `spacingPx` apart across them; dots stand in a square grid. The pattern hangs on the page, not on the
 * shape; but dashes run along the upper and lower edge, one to each `spacingPx`.
 */
export interface FillPattern {
  readonly kind: 'hatch' | 'back-hatch' | 'cross' | 'dots' | 'dashes'
  readonly colour: string
  readonly spacingPx: number
}

/** A flat colour, or one colour whose opacity changes from left to right: a soft edge. */
export interface Fill {
  readonly colour: string
  readonly opacity?: number
  readonly fade?: readonly FadeStop[]
  /** Painted over the colour, as strong as it: tells tones apart where there is no colour. */
  readonly pattern?: FillPattern
  /** The colour is that of nothing but the pattern. */
  readonly patternAlone?: boolean
}

export interface RectShape {
  readonly shape: 'rect'
  readonly xPx: number
  readonly yPx: number
  readonly widthPx: number
  readonly heightPx: number
  readonly radiusPx?: number
  readonly fill: Fill
}

export interface LineShape {
  readonly shape: 'line'
  readonly x1Px: number
  readonly y1Px: number
  readonly x2Px: number
  readonly y2Px: number
  readonly colour: string
  readonly widthPx: number
  readonly dashPx?: readonly number[]
}

/** The mark of a kind, centred on a point. */
export interface GlyphShape {
  readonly shape: 'glyph'
  readonly kind: ItemKind
  readonly centreXPx: number
  readonly centreYPx: number
  readonly sizePx: number
  readonly colour: string
  /** Painted behind an outline, so that a line under it does not show through. */
  readonly ground?: string
}

export type PathSegment =
  | { readonly to: 'move' | 'line'; readonly x: number; readonly y: number }
  | {
      readonly to: 'curve'
      readonly x1: number
      readonly y1: number
      readonly x2: number
      readonly y2: number
      readonly x: number
      readonly y: number
    }
  | { readonly to: 'close' }

/** Lines and cubic curves, drawn with a pen where it has a colour, filled where it has a fill. */
export interface PathShape {
  readonly shape: 'path'
  readonly segments: readonly PathSegment[]
  readonly colour?: string
  readonly widthPx?: number
  readonly dashPx?: readonly number[]
  readonly fill?: Fill
}

export const TEXT_ROLES = [
  'title',
  'subtitle',
  'window',
  'axis',
  'lane',
  'label',
  'note',
  'today',
  'legend',
  'source',
  'count',
  'footer',
  'empty',
  'tick',
  'cell',
] as const
export type TextRole = (typeof TEXT_ROLES)[number]

/** One line of text, left edge and baseline fixed; its runs stand at their own places. */
export interface TextShape {
  readonly shape: 'text'
  readonly role: TextRole
  readonly xPx: number
  readonly baselinePx: number
  readonly widthPx: number
  readonly font: FontSpec
  readonly colour: string
  readonly runs: readonly TextRun[]
  /** A rim in the colour of the ground, to keep grid lines out of the letters. */
  readonly halo?: string
}

/** What is drawn for one record in one lane. */
export interface ItemShape {
  readonly shape: 'item'
  readonly record: RecordId
  readonly lane: string
  /** Name and date, for readers who cannot see the mark. */
  readonly title: string
  readonly parts: readonly Mark[]
}

/** A mark that counts records of one lane which have none of their own. */
export interface CountShape {
  readonly shape: 'count'
  readonly records: readonly RecordId[]
  readonly lane: string
  /** How many, in words. */
  readonly title: string
  readonly parts: readonly Mark[]
}

export type Mark = RectShape | LineShape | PathShape | GlyphShape | TextShape

/** A metric lane or the status bars of a chip: what is drawn, and what it says in words. */
export interface ChartShape {
  readonly shape: 'chart'
  readonly title: string
  readonly parts: readonly Mark[]
}

export type Shape = Mark | ItemShape | CountShape | ChartShape

/** A place that a reader of a PDF can jump to. */
export interface Bookmark {
  readonly title: string
  readonly yPx: number
}

/** One page as plain shapes, painted in order: the one source of SVG, PNG and PDF. */
export interface Scene {
  /** The page in px of the layout, in which all places are. */
  readonly widthPx: number
  readonly heightPx: number
  /** The page on paper; 72 pt are one inch. */
  readonly widthPt: number
  readonly heightPt: number
  /** Null: transparent. */
  readonly background: string | null
  readonly language: FigureLanguage
  /** One for each lane that has a name, from top to bottom. */
  readonly bookmarks: readonly Bookmark[]
  readonly title: string
  readonly description: string
  readonly shapes: readonly Shape[]
}

/** Every mark of a scene, with those inside items and counts. */
export function marksOf(shapes: readonly Shape[]): Mark[] {
  return shapes.flatMap((shape) => ('parts' in shape ? shape.parts : [shape]))
}
