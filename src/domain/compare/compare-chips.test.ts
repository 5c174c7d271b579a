import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aChip, aSource, aSpec } from '../../testing/builders'
import { documentOf } from '../model/document'
import { compareRows, ratioTo } from './compare-chips'
import { bestAccess, factOf } from './fact'

const h100 = aChip({
  id: 'h100',
  specs: [
    aSpec('fp8', 1979, { condition: ['dense'] }),
    aSpec('die-area', 814),
    aSpec('tdp', 700),
    aSpec('memory-capacity', 80),
  ],
})
const h200 = aChip({
  specs: [
    aSpec('fp8', 1979, { condition: ['dense'] }),
    aSpec('fp8', 3940, { sources: ['press'], confidence: 'reported' }),
    aSpec('die-area', 814),
    aSpec('tdp', 700),
    aSpec('memory-capacity', 141),
  ],
})
const h20 = aChip({ id: 'h20', specs: [aSpec('fp8', 296), aSpec('tdp', 400), aSpec('memory-capacity', 96)] })

describe('rows of a comparison', () => {
  it('put what differs first, then what is not known of all, then what is the same, then what nobody knows', () => {
    const rows = compareRows([h100, h200], ['tdp', 'fp4', 'die-area', 'memory-capacity', 'tpp'])
    expect(rows.map(({ metric, likeness }) => [metric, likeness])).toEqual([
      ['memory-capacity', 'differ'],
      ['tdp', 'same'],
      ['die-area', 'same'],
      ['tpp', 'same'],
      ['fp4', 'unknown'],
    ])
    expect(compareRows([h100, h20], ['die-area'])[0]?.likeness).toBe('incomplete')
  })

  it('leave the unknown unknown, in the value and in the ratio', () => {
    const [row] = compareRows([h100, h20], ['performance-density'])
    expect(row?.facts.map(({ value }) => value)).toEqual(
      [15832 / 814, null].map((value) => value && Number(value.toPrecision(14))),
    )
    const [base, other] = row?.facts ?? []
    expect(base && other && ratioTo(base, other)).toBeNull()
    expect(base && ratioTo(undefined, base)).toBeNull()
  })

  it('give the ratio to the base', () => {
    const [tpp] = compareRows([h100, h20], ['tpp'])
    const [base, other] = tpp?.facts ?? []
    expect(base && other && ratioTo(base, other)).toBeCloseTo(2368 / 15832, 10)
    expect(ratioTo(factOf(aChip({ specs: [aSpec('tdp', 0)] }), 'tdp'), factOf(h100, 'tdp'))).toBeNull()
  })

  it('are the same rows whatever the order of the chips', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([h100, h200, h20], { minLength: 3 }), (chips) => {
        expect(compareRows(chips).map(({ metric }) => metric)).toEqual(
          compareRows([h100, h200, h20]).map(({ metric }) => metric),
        )
      }),
    )
  })
})

describe('a fact', () => {
  it('names a rate that is probably sparse and does not use it', () => {
    const fact = factOf(h200, 'fp8')
    expect(fact.value).toBe(1979)
    expect(fact.others).toMatchObject([{ value: 3940, unit: 'TFLOPS', why: 'probably-sparse' }])
    expect(factOf(h200, 'tpp')).toMatchObject({
      value: 15832,
      others: [{ value: 3940, unit: 'TFLOPS', why: 'probably-sparse' }],
    })
  })

  it('says what a quantity would be by another source, and rests on the weakest of its figures', () => {
    const chip = aChip({
      specs: [
        aSpec('fp8', 2600, { confidence: 'claimed' }),
        aSpec('tpp', 20_919, { confidence: 'confirmed', sources: ['press'] }),
      ],
    })
    const fact = factOf(chip, 'tpp')
    expect(fact).toMatchObject({ value: 20_800, confidence: 'claimed', sources: ['a-source'] })
    expect(fact.others).toMatchObject([{ value: 20_919, unit: 'TPP', why: 'other-preferred' }])
  })

  it('takes the preferred text, and keeps what others say beside it', () => {
    const text = (value: string, over = {}) => ({ ...aSpec('memory-type', 0, over), value })
    const chip = aChip({
      specs: [text('HBM3'), text('HBM3e', { preferred: true }), text('HBM2', { preferred: false })],
    })
    expect(factOf(chip, 'memory-type')).toMatchObject({
      value: 'HBM3e',
      unit: '',
      others: [
        { value: 'HBM3', why: 'other-preferred' },
        { value: 'HBM2', why: 'rejected' },
      ],
    })
    expect(factOf(h100, 'process')).toMatchObject({ value: null, confidence: null, sources: [] })
  })

  it('is as well read as the best read of its sources', () => {
    const document = documentOf([aSource({ id: 'a', access: 'memory' }), aSource({ id: 'b', access: 'excerpt' })])
    expect(bestAccess(document, ['a', 'b'])).toBe('excerpt')
    expect(bestAccess(document, ['gone'])).toBeNull()
  })
})
