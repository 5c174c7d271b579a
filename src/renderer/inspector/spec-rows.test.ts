import { describe, expect, it } from 'vitest'
import type { SpecValue } from '../../domain/model/spec-value'
import { specRows, valueInWords } from './spec-rows'

const spec = (over: Partial<SpecValue>): SpecValue => ({
  metric: 'memory-capacity',
  value: 141,
  sources: [],
  confidence: 'reported',
  ...over,
})

describe('specRows', () => {
  it('puts the preferred value first and keeps the others', () => {
    const [physical, usable] = [spec({ value: 144 }), spec({ value: 141, preferred: true })]
    expect(specRows([physical, usable])).toEqual([{ metric: 'memory-capacity', preferred: usable, others: [physical] }])
  })
  it('prefers no value that is held to be an error', () => {
    const wrong = spec({ value: 3, preferred: false })
    expect(specRows([wrong])).toEqual([{ metric: 'memory-capacity', preferred: null, others: [wrong] }])
  })
  it('orders metrics as the model does, not as they were entered', () => {
    const rows = specRows([spec({ metric: 'tpp' }), spec({ metric: 'fp8' }), spec({ metric: 'memory-capacity' })])
    expect(rows.map(({ metric }) => metric)).toEqual(['memory-capacity', 'fp8', 'tpp'])
  })
})

describe('valueInWords', () => {
  it('groups digits and loses none', () => {
    expect(valueInWords(spec({ metric: 'tpp', value: 15832 }), 'en')).toEqual({ value: '15,832', unit: 'TPP' })
    expect(valueInWords(spec({ metric: 'fp16', value: 989.4 }), 'zh-Hant')).toEqual({ value: '989.4', unit: 'TFLOPS' })
  })
  it('takes the unit that was stated over the usual one', () => {
    expect(valueInWords(spec({ unit: 'GiB' }), 'en').unit).toBe('GiB')
  })
  it('counts transistors as each language does', () => {
    const transistors = spec({ metric: 'transistors', value: 208, unit: 'billion' })
    expect(valueInWords(transistors, 'en')).toEqual({ value: '208', unit: 'billion' })
    expect(valueInWords(transistors, 'zh-Hant')).toEqual({ value: '2,080', unit: '億' })
    expect(valueInWords(spec({ metric: 'transistors', value: 54.2, unit: 'billion' }), 'zh-Hant').value).toBe('542')
  })
  it('leaves texts as they are', () => {
    expect(valueInWords(spec({ metric: 'process', value: 'TSMC 4N' }), 'en')).toEqual({ value: 'TSMC 4N', unit: '' })
  })
})
