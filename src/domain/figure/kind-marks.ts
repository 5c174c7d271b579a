import type { ItemKind } from '../model/view'

/**
 * The four colours that mean something, in the window and in figures alike:
 * `built` what was made, `allowed` what a government did, `answered` what the other side did,
 * `market` what firms and analysts reported. Shape tells the kind apart within a colour, so that
 * nothing is lost in greyscale.
 */
export const TONES = ['built', 'allowed', 'answered', 'market'] as const
export type Tone = (typeof TONES)[number]

export const TONE_OF_KIND: Readonly<Record<ItemKind, Tone>> = {
  'architecture-span': 'built',
  chip: 'built',
  architecture: 'built',
  announcement: 'built',
  release: 'built',
  roadmap: 'built',
  rule: 'allowed',
  policy: 'allowed',
  response: 'answered',
  market: 'market',
  report: 'market',
}

/** A mark in a box of 12 x 12 units: SVG path data, filled or drawn as an outline of 1.5 units. */
export interface Glyph {
  readonly path: string
  readonly filled: boolean
}

export const GLYPH_BOX = 12

/** The shape of each kind. `architecture-span` and `rule` show theirs at the head of the bar. */
export const GLYPH_OF_KIND: Readonly<Record<ItemKind, Glyph>> = {
  'architecture-span': { path: 'M1.5 1.5h9v9h-9z', filled: true },
  chip: { path: 'M6 0.8 11.2 6 6 11.2 0.8 6z', filled: true },
  architecture: { path: 'M1.9 1.9h8.2v8.2h-8.2z', filled: false },
  announcement: { path: 'M6 1.4 10.6 6 6 10.6 1.4 6z', filled: false },
  release: { path: 'M2 1 11 6 2 11z', filled: true },
  roadmap: { path: 'M2.6 1.8 7.4 6 2.6 10.2M6.2 1.8 11 6 6.2 10.2', filled: false },
  rule: { path: 'M1 1h10v3.2h-10zM1 5.4h10v1.8h-10zM1 8.6h10v2.4h-10z', filled: true },
  policy: { path: 'M11 6A5 5 0 1 1 1 6A5 5 0 1 1 11 6z', filled: true },
  response: { path: 'M10.5 6A4.5 4.5 0 1 1 1.5 6A4.5 4.5 0 1 1 10.5 6z', filled: false },
  market: { path: 'M6 1v10M1 6h10', filled: false },
  report: { path: 'M2.5 1.5h7v9h-7zM4.5 4.5h3M4.5 7h3', filled: false },
}
