import { describe, expect, it } from 'vitest'
import type { QueryRows, ResultCell } from '../../domain/console/query-outcome'
import { cellText, columnWidths, isNumber, recordColumns, recordOfRow } from './result-records'

const isRecord = (id: string): boolean => ['h200', 'nvidia'].includes(id)
const resultOf = (known: readonly (boolean | null)[], ...rows: ResultCell[][]): QueryRows => ({
  columns: known.map((one, at) => ({ name: `c${String(at)}`, isRecord: one })),
  rows,
  cut: null,
  tookMs: 1,
})

describe('columns with records', () => {
  it('are those that SQLite knows, and reckoned ones of which every value is an id', () => {
    const result = resultOf(
      [true, false, null, null, null],
      ['h200', 'h200', 'nvidia', 'x', null],
      [null, '', null, 'h200', null],
    )
    expect(recordColumns(result, isRecord)).toEqual([0, 2])
  })
  it('give a row its record: the column chosen, else the first that names one', () => {
    const row = [null, 'h200', 'nvidia', 'gone']
    expect(recordOfRow(row, [0, 1, 2], null, isRecord)).toBe('h200')
    expect(recordOfRow(row, [0, 1, 2], 2, isRecord)).toBe('nvidia')
    expect(recordOfRow(row, [0, 1, 2], 0, isRecord)).toBe('h200')
    expect(recordOfRow(row, [3], null, isRecord)).toBe(null)
    expect(recordOfRow(undefined, [0], null, isRecord)).toBe(null)
  })
})

it('shows NULL apart from every text, and numbers of any size as numbers', () => {
  expect(cellText(null)).toBe(null)
  expect(cellText('NULL')).toBe('NULL')
  expect(cellText('two\n lines')).toBe('two lines')
  expect(cellText({ number: '9007199254740993' })).toBe('9007199254740993')
  expect([1, -0.5, { number: '1' }, '1', null, { bytes: "x''" }].map(isNumber)).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
  ])
})

it('gives Chinese twice the room, within limits', () => {
  const [latin, chinese, long, short] = columnWidths(
    resultOf([false, false, false, false], ['abcdefghij', '晶片晶片晶片晶片晶片', 'x'.repeat(500), '']),
  )
  expect(chinese).toBeGreaterThan((latin ?? 0) * 1.5)
  expect([long, short]).toEqual([340, 56])
})
