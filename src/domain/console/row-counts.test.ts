import fc from 'fast-check'
import { expect, it } from 'vitest'
import { arbitraryHistory } from '../../testing/histories'
import type { Document } from '../model/document'
import { countsAfter, type RowCounts } from './row-counts'
import { CONSOLE_TABLES } from './tables'

const counted = ({ records }: Document): RowCounts =>
  Object.fromEntries(CONSOLE_TABLES.map(({ name, rowsOf }) => [name, [...records.values()].flatMap(rowsOf).length]))

it('counts after every edit what counting anew gives', () => {
  fc.assert(
    fc.property(arbitraryHistory, ([first, ...others]) => {
      if (first === undefined) return
      let [before, counts] = [first, counted(first)]
      for (const after of others) {
        counts = countsAfter(counts, before, after)
        expect(counts).toEqual(counted(after))
        before = after
      }
      expect(countsAfter(counted(first), first, before)).toEqual(counts)
    }),
    { numRuns: 40 },
  )
})
