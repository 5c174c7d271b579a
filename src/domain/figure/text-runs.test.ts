import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { measurer } from './figure-test-kit'
import { placeRuns, scriptRuns } from './text-runs'

describe('scriptRuns', () => {
  it('cuts where the font changes', () => {
    expect(scriptRuns('放行 H200 輸往中國')).toEqual([
      { script: 'han', text: '放行 ' },
      { script: 'latin', text: 'H200 ' },
      { script: 'han', text: '輸往中國' },
    ])
  })

  it('leaves shared punctuation with the script it follows', () => {
    expect(scriptRuns('輝達…A…')).toEqual([
      { script: 'han', text: '輝達…' },
      { script: 'latin', text: 'A…' },
    ])
  })

  it('sets accents, arrows and units in the Latin font', () => {
    expect(scriptRuns('Ünïcode → 600 mm² ≥ 4800')).toHaveLength(1)
  })

  it('loses nothing, and never gives two runs of one script in a row', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const runs = scriptRuns(text)
        expect(runs.map((run) => run.text).join('')).toBe(text)
        expect(runs.some((run, index) => run.script === runs[index + 1]?.script)).toBe(false)
      }),
    )
  })
})

describe('placeRuns', () => {
  it('begins every run where the one before it ends', () => {
    const font = { sizePx: 10, weight: 400 } as const
    expect(placeRuns('輝達A', 100, font, measurer).map((run) => run.xPx)).toEqual([100, 120])
  })
})
