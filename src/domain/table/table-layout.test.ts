import { describe, expect, it } from 'vitest'
import { columnsOf } from './columns'
import { choosingColumns, firstLayout, movingColumn, resizingColumn, shownColumns } from './table-layout'

const columns = columnsOf('source', 'en')
const first = firstLayout(columns)
const ids = (layout: typeof first): string[] => shownColumns(columns, layout).map(({ id }) => id)

describe('the layout of a table', () => {
  it('shows at first what is meant to be seen at first', () => {
    expect(ids(first)).toEqual(['title', 'publisher', 'date', 'url', 'language', 'access'])
  })

  it('keeps the order of what stays and puts what is new last', () => {
    const chosen = choosingColumns(movingColumn(first, 'date', 0), new Set(['title', 'date', 'id']))
    expect(ids(chosen)).toEqual(['date', 'title', 'id'])
  })

  it('moves a column, not past the ends and not one that is not there', () => {
    expect(ids(movingColumn(first, 'url', 1)).slice(0, 3)).toEqual(['title', 'url', 'publisher'])
    expect(ids(movingColumn(first, 'url', -5))[0]).toBe('url')
    expect(ids(movingColumn(first, 'title', 99)).at(-1)).toBe('title')
    expect(movingColumn(first, 'none', 0)).toBe(first)
  })

  it('widens a column within limits, and gives it its own width back', () => {
    const width = (layout: typeof first): number | undefined => shownColumns(columns, layout)[0]?.widthPx
    expect(width(resizingColumn(first, 'title', 200.4))).toBe(200)
    expect([width(resizingColumn(first, 'title', 1)), width(resizingColumn(first, 'title', 1e6))]).toEqual([48, 900])
    expect(width(resizingColumn(resizingColumn(first, 'title', 200), 'title', null))).toBe(360)
  })

  it('passes over columns that are no more, are named twice, or are none at all', () => {
    const odd = { columns: [{ id: 'gone' }, { id: 'date' }, { id: 'date' }], sorting: null }
    expect(ids(odd)).toEqual(['date'])
    expect(ids({ columns: [{ id: 'gone' }], sorting: null })).toEqual(ids(first))
  })
})
