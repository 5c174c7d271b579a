import type { FontSpec } from '../layout/timeline-item'
import type { RecordId } from '../model/ids'
import type { Locale } from '../model/names'
import type { ItemKind } from '../model/view'
import type { TextRun } from './text-runs'

/** One place of a horizontal fade: `at` from 0 (left edge) to 1 (right edge). */
export interface FadeStop {
  readonly at: number
  readonly opacity: number
}

/** A flat colour, or one colour whose opacity changes from left to right: a soft edge. */
export interface Fill {
  readonly colour: string
  readonly opacity?: number
  readonly fade?: readonly FadeStop[]
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

export const TEXT_ROLES = [
  'title',
  'window',
  'axis',
  'lane',
  'label',
  'note',
  'today',
  'legend',
  'footer',
  'empty',
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

export type Mark = RectShape | LineShape | GlyphShape | TextShape
export type Shape = Mark | ItemShape

/** A whole figure as plain shapes, painted in order: the one source of SVG, PNG and later PDF. */
export interface Scene {
  readonly widthPx: number
  readonly heightPx: number
  readonly background: string
  readonly locale: Locale
  readonly title: string
  readonly description: string
  readonly shapes: readonly Shape[]
  /** Records drawn, each counted once however many lanes it stands in. */
  readonly recordCount: number
}

/** Every mark of a scene, with those inside items. */
export function marksOf(shapes: readonly Shape[]): Mark[] {
  return shapes.flatMap((shape) => (shape.shape === 'item' ? shape.parts : [shape]))
}
