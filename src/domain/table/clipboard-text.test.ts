import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseClipboardText, writeClipboardText } from './clipboard-text'

describe('text of the clipboard', () => {
  it('puts tabs between cells, and quotes about those that hold a tab, a quote or a line break', () => {
    expect(
      writeClipboardText([
        ['a', 'b\tc'],
        ['say "hi"', 'two\nlines'],
      ]),
    ).toBe('a\t"b\tc"\n"say ""hi"""\t"two\nlines"')
  })

  it('lets a spreadsheet run nothing', () => {
    expect(writeClipboardText([['=1+1', '+1', '-1', '@SUM(A1)', 'a=b']])).toBe("'=1+1\t'+1\t'-1\t'@SUM(A1)\ta=b")
  })

  it('reads what spreadsheets write: line breaks of Windows, and one at the end', () => {
    expect(parseClipboardText('a\tb\r\n"c\r\nd"\t\r\n')).toEqual([
      ['a', 'b'],
      ['c\r\nd', ''],
    ])
  })

  it('takes a quote inside a cell, or one that is never closed, as it stands', () => {
    expect(parseClipboardText('5" wafer\t"open\nnext')).toEqual([['5" wafer', '"open'], ['next']])
  })

  it('reads back whatever it wrote', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom('"', '\t', '\n', '\r', '=', "'", '-', 'a', '字') }),
    )
    const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(rows, (table) => {
        expect(parseClipboardText(writeClipboardText(table))).toEqual(table)
      }),
    )
  })

  it('reads any text without a throw, into rows that have cells', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('"', '\t', '\n', '\r', 'a') }), (text) => {
        expect(parseClipboardText(text).every((row) => row.length > 0)).toBe(true)
      }),
    )
  })
})
