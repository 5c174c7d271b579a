import type { ANNOTATION_COLOURS } from '../model/annotation'
import type { FigureTheme } from '../model/figure-settings'
import type { Tone } from './kind-marks'
import type { FillPattern } from './scene'

/** The colours of a figure: four tones that mean something, and neutral inks for everything else. */
export interface Palette {
  readonly ground: string
  /** Behind the headings of lane groups. */
  readonly band: string
  readonly ink: string
  readonly mutedInk: string
  readonly faintInk: string
  readonly minorRule: string
  readonly rule: string
  readonly strongRule: string
  readonly tones: Readonly<Record<Tone, string>>
  readonly notes: Readonly<Record<(typeof ANNOTATION_COLOURS)[number], string>>
  /** How strongly a tone fills the body of a bar, where ink has to stay readable on it. */
  readonly bodyOpacity: number
  /** Tells the tones of bars apart where they have no colour. */
  readonly patterns?: Readonly<Record<Tone, FillPattern | null>>
}

/** The pattern of a tone as part of a fill; nothing where colours tell tones apart. */
export function patternOf({ patterns }: Palette, tone: Tone): { readonly pattern?: FillPattern } {
  const pattern = patterns?.[tone]
  return pattern === null || pattern === undefined ? {} : { pattern }
}

/**
 * The same colours as the window's; but notes are written in theirs, so amber is darker here. Inks keep at least 4.5:1 against the ground, tones at least 3:1
 * (WCAG 2.2, 1.4.3 and 1.4.11).
 */
export const PALETTES: Readonly<Record<FigureTheme, Palette>> = {
  light: {
    ground: '#ffffff',
    band: '#f4f6f8',
    ink: '#191d22',
    mutedInk: '#4d5660',
    faintInk: '#68717b',
    minorRule: '#f1f3f5',
    rule: '#e3e6ea',
    strongRule: '#b9c0c8',
    tones: { built: '#2b62c9', allowed: '#c2480c', answered: '#8a45a5', market: '#5d6977' },
    notes: { neutral: '#5d6977', amber: '#8a5a00', teal: '#0e7c7b', violet: '#7048c6', rose: '#c02659' },
    bodyOpacity: 0.15,
  },
  dark: {
    ground: '#15191d',
    band: '#1d2227',
    ink: '#e7eaed',
    mutedInk: '#aab2bb',
    faintInk: '#8b949e',
    minorRule: '#1c2126',
    rule: '#272d33',
    strongRule: '#4a535d',
    tones: { built: '#6f9ff3', allowed: '#ee8648', answered: '#c68bdc', market: '#97a3b1' },
    notes: { neutral: '#97a3b1', amber: '#dda53a', teal: '#3fb5b1', violet: '#a98bf0', rose: '#f0749b' },
    bodyOpacity: 0.24,
  },
  greyscale: {
    ground: '#ffffff',
    band: '#f4f4f4',
    ink: '#1a1a1a',
    mutedInk: '#525252',
    faintInk: '#6b6b6b',
    minorRule: '#f2f2f2',
    rule: '#e4e4e4',
    strongRule: '#bdbdbd',
    tones: { built: '#1a1a1a', allowed: '#404040', answered: '#5c5c5c', market: '#757575' },
    notes: { neutral: '#5c5c5c', amber: '#5c5c5c', teal: '#5c5c5c', violet: '#5c5c5c', rose: '#5c5c5c' },
    bodyOpacity: 0.15,
    patterns: {
      built: null,
      allowed: { kind: 'hatch', colour: '#8c8c8c', spacingPx: 5 },
      answered: { kind: 'cross', colour: '#a0a0a0', spacingPx: 6 },
      market: { kind: 'dots', colour: '#8c8c8c', spacingPx: 5 },
    },
  },
}
