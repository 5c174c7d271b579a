import { describe, expect, it } from 'vitest'
import { aChip, aSpec } from '../../testing/builders'
import { compareRows } from './compare-chips'
import { comparedTable, type TableWords } from './compared-table'
import { factOf } from './fact'
import { numberText, ratioText, valueText } from './number-text'
import { workingLines } from './working-text'

const words: TableWords = {
  locale: 'en',
  unknown: 'unknown',
  sources: 'Sources',
  metric: (metric) => metric,
  unit: (unit) => unit,
  other: (value, { why }) => `${value}: ${why}`,
  condition: ({ spec }) => spec?.condition?.join(', ') ?? '',
}
const dense = aChip({
  specs: [
    aSpec('fp8', 1979, { condition: ['dense'] }),
    aSpec('fp8', 3958),
    aSpec('die-area', 814),
    aSpec('transistors', 80),
  ],
})
const other = aChip({ id: 'other', specs: [aSpec('fp8', 296)] })

describe('numbers', () => {
  it('have their thousands apart and no more digits than were stated', () => {
    expect([15832, 1234567.5, 0.5, 1979, -1200, 1e-7].map((value) => numberText(value))).toEqual([
      '15,832',
      '1,234,567.5',
      '0.5',
      '1,979',
      '-1,200',
      '0.0000001',
    ])
    expect(numberText(19.4496, 2)).toBe('19.45')
    expect([numberText(15832.4567, undefined, 6), numberText(0.1 + 0.2)]).toEqual(['15,832.5', '0.3'])
  })
  it('are ratios by three digits', () => {
    expect([0.14957, 1, 0.99989, 1.3625, 12.52, 148.4, 1480.2].map(ratioText)).toEqual([
      '0.15',
      '1',
      '0.9999',
      '1.36',
      '12.5',
      '148',
      '1,480',
    ])
  })
  it('are transistors in 億 in Chinese', () => {
    expect(valueText(208, 'billion', 'zh-Hant')).toEqual({ value: '2,080', unit: '億' })
    expect(valueText(208, 'billion', 'en')).toEqual({ value: '208', unit: 'billion' })
    expect(valueText('HBM3', '', 'en')).toEqual({ value: 'HBM3', unit: '' })
  })
})

describe('a comparison on the clipboard', () => {
  const chips = [
    { name: 'A & B', sources: ['One', 'Two'] },
    { name: '<Other>', sources: [] },
  ]
  const rows = compareRows([dense, other], ['fp8', 'die-area', 'transistors', 'performance-density'])

  it('is text that a spreadsheet reads: bare numbers, unknown as a word, ratios after the chips', () => {
    expect(comparedTable(chips, 0, rows, words).text.split(/\r?\n/)).toEqual([
      '\tA & B\t<Other>\t<Other> ÷ A & B',
      'fp8 (TFLOPS)\t1979\t296\t0.15',
      'die-area (mm²)\t814\tunknown\t',
      'transistors (billion)\t80\tunknown\t',
      'performance-density (TPP/mm²)\t19.45\tunknown\t',
      'Sources\tOne; Two\t\t',
    ])
    expect(comparedTable(chips, 1, rows, { ...words, locale: 'zh-Hant' }).text).toContain('transistors (億)\t800\t')
  })

  it('is a table of HTML with what other sources say, and no markup of a name', () => {
    const { html } = comparedTable(chips, 0, rows, words)
    expect(html).toContain('<th scope="col">&lt;Other&gt;</th>')
    expect(html).toContain('<td>1,979<br>dense<br>3,958 TFLOPS: probably-sparse</td>')
    expect(html).not.toContain('<Other>')
  })
})

describe('arithmetic in lines', () => {
  const inWords = { metric: (metric: string) => metric, largest: 'largest of', unknown: 'unknown', stated: 'stated' }
  const lines = (chip: typeof dense, metric: 'tpp' | 'performance-density') => {
    const { working } = factOf(chip, metric)
    return working === null ? null : workingLines(working, inWords)
  }
  it('has the result first and what it rests on below', () => {
    expect(lines(dense, 'performance-density')).toEqual([
      'tpp 15,832 ÷ die-area 814 mm² = 19.45',
      'fp8 1,979 TFLOPS × 8 = 15,832',
    ])
  })
  it('names all terms of which the largest counts', () => {
    const both = aChip({ specs: [aSpec('fp8', 1979), aSpec('fp16', 990)] })
    expect(lines(both, 'tpp')).toEqual(['largest of', 'fp8 1,979 TFLOPS × 8 = 15,832', 'fp16 990 TFLOPS × 16 = 15,840'])
  })
  it('says what is unknown', () => {
    expect(lines(other, 'performance-density')?.[0]).toBe('tpp 2,368 ÷ die-area unknown = unknown')
    expect(lines(aChip(), 'tpp')).toEqual(['unknown'])
    expect(lines(aChip({ specs: [aSpec('tpp', 20_800)] }), 'tpp')).toEqual(['tpp 20,800 (stated)'])
  })
})
