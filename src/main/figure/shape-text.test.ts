import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withFonts } from './font-folder-test-kit'
import { shapeText, shapeWhole, widthOf } from './shape-text'
import { ShippedFonts } from './shipped-fonts'

const folder = withFonts()
const letter = fc.oneof(
  fc.integer({ min: 0x20, max: 0x7e }),
  // All but the soft hyphen, which is not seen.
  fc.integer({ min: 0xa0, max: 0x17f }).filter((code) => code !== 0xad),
  fc.constantFrom(0x2013, 0x2014, 0x2018, 0x2019, 0x201c, 0x201d, 0x2026),
)

describe('shapeText', () => {
  it('sets simple letters pair by pair as fontkit sets the whole run', () => {
    const fonts = new ShippedFonts(folder.dir())
    fc.assert(
      fc.property(fc.array(letter, { maxLength: 12 }), fc.constantFrom(400 as const, 600 as const), (codes, weight) => {
        const text = String.fromCodePoint(...codes)
        const face = fonts.face('latin', weight)
        const place = ({ glyph, advance }: { glyph: { id: number }; advance: number }) => [glyph.id, advance]
        const whole = shapeWhole(face.font, text)
        expect(shapeText(face, text).map(place)).toEqual(whole.map(place))
        const width = whole.reduce((sum, { advance }) => sum + advance, 0) / face.font.unitsPerEm
        expect(widthOf(face, text)).toBeCloseTo(width, 6)
      }),
      { numRuns: 300 },
    )
  })

  it('puts accents of their own over the letter before', () => {
    const face = new ShippedFonts(folder.dir()).face('latin', 400)
    const [, accent] = shapeText(face, 'q\u0301')
    expect(accent?.xOffset).toBeLessThan(0)
  })
})
