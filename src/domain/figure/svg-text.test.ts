import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { documentOf } from '../model/document'
import { cleanText } from './clean-text'
import { aSpec, anEvent, documents, HOSTILE_NAMES, sheetOf, specs } from './figure-test-kit'
import { svgText } from './svg-text'

const TAG = /<(\/?)([a-zA-Z][\w-]*)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/g
const TEXT = /^(?:[^<>&]|&(?:amp|lt|gt|quot|#39);)*$/
const ELEMENTS = new Set([
  ...['svg', 'title', 'desc', 'style', 'defs', 'linearGradient', 'stop'],
  ...['g', 'rect', 'path', 'text', 'tspan'],
])

/** Faults of an XML text, by the rules that hostile data would break. Stricter than XML itself. */
function faults(xml: string): string[] {
  const found: string[] = []
  const open: string[] = []
  let end = 0
  for (const match of xml.matchAll(TAG)) {
    const [whole, closing = '', name = '', attributes = '', empty = ''] = match
    const text = xml.slice(end, match.index)
    if (!TEXT.test(text)) found.push(`text: ${text.slice(0, 60)}`)
    end = match.index + whole.length
    if (!ELEMENTS.has(name)) found.push(`element: ${name}`)
    if (!TEXT.test(attributes)) found.push(`attributes: ${attributes}`)
    if (/\s(?:on\w+|href|xlink:href)=/.test(attributes)) found.push(`active: ${attributes}`)
    if (closing === '/') {
      if (open.pop() !== name) found.push(`closes: ${name}`)
    } else if (empty === '') open.push(name)
  }
  if (!/^\s*$/.test(xml.slice(end))) found.push(`after the end: ${xml.slice(end, end + 60)}`)
  return [...found, ...open.map((name) => `open: ${name}`)]
}

const unescape = (text: string): string =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')

const svgOf = (name: string): string =>
  svgText(sheetOf(documentOf([anEvent({ name: { en: name, 'zh-Hant': name } })]), aSpec({ title: name })))

describe('svgText', () => {
  it('is well-formed and inert for any document', () => {
    fc.assert(
      fc.property(documents, specs, (document, spec) => {
        expect(faults(svgText(sheetOf(document, spec)))).toEqual([])
      }),
      { numRuns: 40 },
    )
  })

  it.each(HOSTILE_NAMES)('writes a hostile name as text only: %j', (name) => {
    const svg = svgOf(name)
    expect(faults(svg)).toEqual([])
    const titles = [...svg.matchAll(/<title>([^<]*)<\/title>/g)].map(([, title]) => unescape(title ?? ''))
    expect(titles).toContain(cleanText(name))
  })

  it('refers to nothing outside itself', () => {
    const svg = svgText(sheetOf(documentOf([anEvent({ date: '2025' })]), aSpec()))
    expect(svg.match(/url\([^)]*\)/g)?.every((reference) => reference.startsWith('url(#fade'))).toBe(true)
    expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|@import|data:/)
  })

  it('gives the same bytes for the same scene, and writes equal fades once', () => {
    const events = ['a', 'b', 'c'].map((id) => anEvent({ id, date: '2024' }))
    const scene = sheetOf(documentOf(events), aSpec())
    expect(svgText(scene)).toBe(svgText(scene))
    expect(svgText(scene).match(/<linearGradient /g)).toHaveLength(2)
  })

  it('lets no character through that XML forbids, whatever the scene says', () => {
    const scene = sheetOf(documentOf([]), aSpec())
    expect(svgText({ ...scene, title: 'a\u0000b' })).toContain('<title id="title">a\ufffdb</title>')
  })

  it('throws on a place that is no number', () => {
    const scene = sheetOf(documentOf([]), aSpec())
    const broken = { shape: 'line', x1Px: NaN, y1Px: 0, x2Px: 1, y2Px: 1, colour: '#000000', widthPx: 1 } as const
    expect(() => svgText({ ...scene, shapes: [broken] })).toThrow('not a place')
  })
})
