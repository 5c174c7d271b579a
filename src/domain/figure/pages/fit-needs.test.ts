import { describe, expect, it } from 'vitest'
import { fitNeeds } from './fit-needs'

const need = (headPx: number, rowPx: number, rows: number) => ({ headPx, rowsPx: Array<number>(rows).fill(rowPx) })

describe('fitNeeds', () => {
  it('gives every part all its rows where there is room', () => {
    expect(fitNeeds([need(20, 10, 3), need(20, 10, 2)], 90)).toEqual([3, 2])
  })

  it('gives each part a row in turn, the first with its head', () => {
    expect(fitNeeds([need(20, 10, 9), need(20, 10, 9)], 80)).toEqual([2, 2])
    expect(fitNeeds([need(20, 10, 9), need(20, 10, 9)], 59)).toEqual([3, 0])
  })

  it('leaves a part that needs little no more than it needs, and goes on with what still fits', () => {
    expect(fitNeeds([need(0, 50, 4), need(0, 10, 4)], 120)).toEqual([2, 2])
  })

  it('gives nothing where there is no room', () => {
    expect(fitNeeds([need(20, 10, 3)], -5)).toEqual([0])
  })
})
