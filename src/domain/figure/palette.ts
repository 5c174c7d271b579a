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
  /** Of the vendors with a sign of their own, and the one that all others share. */
  readonly vendors: readonly string[]
  readonly otherVendors: string
  /** What may be sold, and what may not. */
  readonly good: string
  readonly bad: string
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

const parts = (colour: string): number[] => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))

/** A colour thinned with the ground: what it would look like with that opacity, where a mark must hide what is under it. */
export function mixed(colour: string, ground: string, share: number): string {
  const under = parts(ground)
  const mix = parts(colour).map((part, at) => Math.round(part * share + (under[at] ?? 0) * (1 - share)))
  return `#${mix.map((part) => part.toString(16).padStart(2, '0')).join('')}`
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
    vendors: ['#2b62c9', '#b8420f', '#0e7c6b', '#8a45a5', '#866600', '#c02670'],
    otherVendors: '#68717b',
    good: '#1b7a43',
    bad: '#b42318',
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
    vendors: ['#6f9ff3', '#f08a55', '#3fbfa8', '#c68bdc', '#d9b13f', '#f0749b'],
    otherVendors: '#8b949e',
    good: '#5cc28a',
    bad: '#f28b82',
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
    vendors: ['#1a1a1a', '#4a4a4a', '#6b6b6b', '#333333', '#595959', '#757575'],
    otherVendors: '#757575',
    good: '#5c5c5c',
    bad: '#1a1a1a',
    bodyOpacity: 0.15,
    patterns: {
      built: null,
      allowed: { kind: 'hatch', colour: '#8c8c8c', spacingPx: 5 },
      answered: { kind: 'cross', colour: '#a0a0a0', spacingPx: 6 },
      market: { kind: 'dots', colour: '#8c8c8c', spacingPx: 5 },
    },
  },
}
