import { describe, expect, it } from 'vitest'
import { useCells, type CellAt } from './use-cells'

const press = (key: string, held: object = {}): KeyboardEvent => new KeyboardEvent('keydown', { key, ...held })

function setup(rows = 100, columns = 5) {
  const cells = useCells(() => ({ rows, columns, pageRows: 10 }))
  const go = (key: string, held: object = {}): CellAt => {
    const to = cells.destination(press(key, held))
    if (to !== null) cells.goTo(to, (held as { shiftKey?: boolean }).shiftKey === true)
    return cells.active.value
  }
  return { ...cells, go }
}

describe('the active cell', () => {
  it('goes where the keys lead, and stays within the table', () => {
    const { go } = setup()
    expect(go('ArrowDown')).toEqual({ row: 1, column: 0 })
    expect(go('ArrowRight')).toEqual({ row: 1, column: 1 })
    expect(go('PageDown')).toEqual({ row: 11, column: 1 })
    expect(go('End')).toEqual({ row: 11, column: 4 })
    expect(go('End', { ctrlKey: true })).toEqual({ row: 99, column: 4 })
    expect(go('ArrowDown')).toEqual({ row: 99, column: 4 })
    expect(go('ArrowRight')).toEqual({ row: 99, column: 4 })
    expect(go('Home', { metaKey: true })).toEqual({ row: 0, column: 0 })
  })

  it('goes up to the headings, but takes no range there', () => {
    const { go, range } = setup()
    expect(go('ArrowUp')).toEqual({ row: -1, column: 0 })
    expect(go('ArrowUp')).toEqual({ row: -1, column: 0 })
    expect(range.value).toEqual({ top: 0, bottom: -1, left: 0, right: 0 })
    go('ArrowDown')
    expect(go('ArrowUp', { shiftKey: true })).toEqual({ row: 0, column: 0 })
  })

  it('is not led by other keys', () => {
    expect(setup().destination(press('a'))).toBeNull()
  })

  it('has no row in an empty table', () => {
    const { go } = setup(0, 0)
    expect(go('ArrowDown')).toEqual({ row: -1, column: 0 })
  })
})

describe('the range', () => {
  it('reaches from where it was begun to the active cell, in any direction', () => {
    const { goTo, go, range } = setup()
    goTo({ row: 5, column: 3 })
    go('ArrowUp', { shiftKey: true })
    go('ArrowLeft', { shiftKey: true })
    go('ArrowLeft', { shiftKey: true })
    expect(range.value).toEqual({ top: 4, bottom: 5, left: 1, right: 3 })
    go('ArrowDown')
    expect(range.value).toEqual({ top: 5, bottom: 5, left: 1, right: 1 })
  })

  it('takes the whole table', () => {
    const { selectAll, range } = setup()
    selectAll()
    expect(range.value).toEqual({ top: 0, bottom: 99, left: 0, right: 4 })
  })
})
