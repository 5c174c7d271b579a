import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const sheet = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8')

type Rgb = readonly [number, number, number]

/** The colours that a theme sets, by name. */
function coloursOf(selector: string): Map<string, Rgb> {
  const start = sheet.indexOf(selector)
  const block = sheet.slice(start, sheet.indexOf('\n}', start))
  const found = [...block.matchAll(/(--[\w-]+): #([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2});/g)]
  return new Map(
    found.map(([, name = '', r = '', g = '', b = '']) => [name, [parseInt(r, 16), parseInt(g, 16), parseInt(b, 16)]]),
  )
}

/** WCAG 2.2: relative luminance, and the contrast of two colours, from 1 to 21. */
const luminance = (rgb: Rgb): number =>
  rgb
    .map((value) => value / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
    .reduce((sum, value, at) => sum + value * ([0.2126, 0.7152, 0.0722][at] ?? 0), 0)
const contrast = (a: Rgb, b: Rgb): number => {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

const TONES = ['built', 'allowed', 'answered', 'market']
const GROUNDS = ['--surface', '--surface-sunken', '--surface-raised']

/** [text, ground]: AA asks 4.5 of text. */
const TEXT: [string, string][] = [
  ...GROUNDS.flatMap((ground): [string, string][] =>
    ['--text', '--text-secondary', '--text-tertiary', '--warn', '--bad', '--good', '--accent'].map((text) => [
      text,
      ground,
    ]),
  ),
  ['--text', '--hover'],
  ['--text-secondary', '--hover'],
  ['--text-tertiary', '--hover'],
  ['--text', '--selected'],
  ['--text', '--mark'],
  ['--text', '--mark-strong'],
  ['--text', '--warn-soft'],
  ['--text-secondary', '--warn-soft'],
  ['--warn', '--warn-soft'],
  ['--accent', '--accent-soft'],
  ['--text-on-accent', '--accent'],
  ['--text-on-accent', '--accent-hover'],
  ...TONES.flatMap((tone): [string, string][] => [
    [`--tone-${tone}-ink`, '--surface'],
    [`--tone-${tone}-ink`, `--tone-${tone}-soft`],
    [`--tone-${tone}-on`, `--tone-${tone}`],
  ]),
]

/** [mark, ground]: AA asks 3 of what one must be able to make out. */
const MARKS: [string, string][] = [
  ['--focus', '--surface'],
  ['--text-tertiary', '--surface'],
  ...TONES.map((tone): [string, string] => [`--tone-${tone}`, '--surface']),
  ...[1, 2, 3, 4, 5, 6].map((at): [string, string] => [`--vendor-${String(at)}`, '--surface']),
]

describe.each([
  ['light', coloursOf(":root[data-theme='light']")],
  ['dark', coloursOf(":root[data-theme='dark'] {")],
])('the %s theme', (_name, colours) => {
  const worst = (pairs: [string, string][], least: number): string[] =>
    pairs.flatMap(([a, b]) => {
      const [one, other] = [colours.get(a), colours.get(b)]
      if (one === undefined || other === undefined) return [`${a} or ${b} is not set`]
      const found = contrast(one, other)
      return found < least ? [`${a} on ${b}: ${found.toFixed(2)}`] : []
    })

  it('keeps text readable', () => {
    expect(worst(TEXT, 4.5)).toEqual([])
  })
  it('keeps marks visible', () => {
    expect(worst(MARKS, 3)).toEqual([])
  })
})

it('both themes set the same colours', () => {
  const [light, dark] = [coloursOf(":root[data-theme='light']"), coloursOf(":root[data-theme='dark'] {")]
  expect([...dark.keys()].sort()).toEqual([...light.keys()].sort())
})
