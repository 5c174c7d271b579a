import { describe, expect, it } from 'vitest'
import { Numbering, numbersText } from './numbering'

describe('Numbering', () => {
  it('counts from 1 in the order of meeting, each record once', () => {
    const numbers = new Numbering()
    expect(['b', 'a', 'b', 'c'].map((id) => numbers.meet(id))).toEqual([1, 2, 1, 3])
    expect(numbers.next('d')).toBe(4)
    expect(numbers.met).toEqual(['b', 'a', 'c'])
  })
})

describe('numbersText', () => {
  it.each([
    [[], ''],
    [[3], '3'],
    [[2, 1], '1,2'],
    [[1, 2, 3], '1–3'],
    [[9, 1, 4, 5, 6, 2], '1,2,4–6,9'],
  ])('writes %j as %j', (numbers, text) => {
    expect(numbersText(numbers)).toBe(text)
  })
})
