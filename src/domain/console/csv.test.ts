import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readCsv } from '../../testing/read-csv'
import { writeCsv } from './csv'
import type { ResultCell } from './query-outcome'

const cells: fc.Arbitrary<ResultCell> = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('', '=1+1', '+1', '-1', '@x', "'=1", '\t=1', '\r\n', 'a,b', '"', '中文，測試', '-', '  '),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constant(null),
  fc.constant({ number: '-9007199254740993' }),
  fc.constant({ bytes: "x'00ff'" }),
)
const table = fc
  .integer({ min: 1, max: 4 })
  .chain((width) => fc.array(fc.array(cells, { minLength: width, maxLength: width }), { maxLength: 6 }))
const columnsOf = (width: number) => Array.from({ length: width }, (_, at) => ({ name: `c${at}`, isRecord: null }))

/** What a reader gets back: the text, without the apostrophe that keeps a spreadsheet from running it. */
function textOf(cell: ResultCell): string {
  if (cell === null) return ''
  if (typeof cell === 'object') return 'number' in cell ? cell.number : cell.bytes
  return String(cell)
}

it('is read back as it was, whatever the texts', () => {
  fc.assert(
    fc.property(table, (rows) => {
      const columns = columnsOf(rows[0]?.length ?? 1)
      const read = readCsv(writeCsv({ columns, rows }).slice(1))
      expect(read.map((row) => row.map((field) => field.replace(/^'(?='*[=+\-@\t\r])/, '')))).toEqual([
        columns.map(({ name }) => name),
        ...rows.map((row) => row.map(textOf)),
      ])
    }),
  )
})

it('lets no text begin as a formula does, and leaves numbers their sign', () => {
  fc.assert(
    fc.property(table, (rows) => {
      const read = readCsv(writeCsv({ columns: columnsOf(rows[0]?.length ?? 1), rows }).slice(1)).slice(1)
      for (const [at, row] of rows.entries())
        for (const [column, cell] of row.entries())
          if (typeof cell === 'string') expect(read[at]?.[column]).not.toMatch(/^[=+\-@\t\r]/)
          else expect(read[at]?.[column]).toBe(textOf(cell))
    }),
  )
})

it('tells NULL from an empty text, and begins as Excel wants it', () => {
  expect(writeCsv({ columns: columnsOf(2), rows: [[null, '']] })).toBe('\uFEFFc0,c1\r\n,""\r\n')
  expect(writeCsv({ columns: columnsOf(1), rows: [[null]] })).toBe('\uFEFFc0\r\n""\r\n')
})
