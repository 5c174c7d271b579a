import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { measurer } from './figure-test-kit'
import { wrapText } from './wrap-text'

const font = { sizePx: 12, weight: 400 } as const
const wrap = (text: string, width: number): string[] => wrapText(text, width, font, measurer)
const words = fc
  .string({ maxLength: 120, unit: fc.constantFrom(...Array.from('abil H20輝達，。「」 ')) })
  .map((text) => text.trim())
const bare = (text: string): string => text.replace(/\s/g, '')

describe('wrapText', () => {
  it('keeps every line within the width and every letter of the text', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 90, max: 400 }), (text, width) => {
        const lines = wrap(text, width)
        expect(lines.filter((line) => measurer.widthPx(line, font) > width + 0.01)).toEqual([])
        if (lines.length < 8) expect(bare(lines.join(''))).toBe(bare(text))
      }),
    )
  })

  it('breaks between words, in lines of about equal length', () => {
    expect(wrap('BIS controls quantum items and tools', 140)).toEqual(['BIS controls quantum', 'items and tools'])
  })

  it('leaves no Chinese comma at the head of a line and no bracket at its end', () => {
    for (let width = 40; width < 200; width += 1)
      for (const line of wrap('輝達宣布，中國可以（有條件）購買「特供」晶片。', width)) {
        expect(line).not.toMatch(/^[，。）」]/)
        expect(line).not.toMatch(/[（「]$/)
      }
  })

  it('breaks no word that fits a line for the sake of equal lengths', () => {
    for (let width = 82; width < 140; width += 1) expect(wrap('A Donaudampfer', width).join(' ')).toBe('A Donaudampfer')
  })

  it('breaks a word that is too long for a line', () => {
    expect(wrap('abababababababababab', 60).length).toBeGreaterThan(1)
  })

  it('ends what is no name any more in an ellipsis', () => {
    const lines = wrap('word '.repeat(400).trim(), 120)
    expect(lines).toHaveLength(8)
    expect(lines.at(-1)).toMatch(/…$/)
  })

  it('gives no line for no text', () => {
    expect(wrap('', 100)).toEqual([])
  })
})
