import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanText } from './clean-text'

describe('cleanText', () => {
  it('makes one line of many', () => {
    expect(cleanText('  a\n\tb  ')).toBe('a b')
  })

  it('shows damage and hides nothing behind turned writing', () => {
    expect(cleanText('a\u0000b\ud800\ufffe')).toBe('a\ufffdb\ufffd\ufffd')
    expect(cleanText('\u202eabc\u2066')).toBe('abc')
  })

  it('leaves nothing that XML 1.0 forbids', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(cleanText(text)).not.toMatch(/[\u0000-\u001f\ufffe\uffff]/)
      }),
    )
  })
})
