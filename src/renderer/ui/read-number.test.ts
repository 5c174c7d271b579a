import { describe, expect, it } from 'vitest'
import { readNumber } from './read-number'

describe('readNumber', () => {
  it('reads a point, a comma and full-width digits', () => {
    expect(readNumber(' 85.5 ', { min: 0, max: 100 })).toBe(85.5)
    expect(readNumber('85,5', { min: 0, max: 100 })).toBe(85.5)
    expect(readNumber('８５', { min: 0, max: 100 })).toBe(85)
    expect(readNumber('7.', { min: 0, max: 100 })).toBe(7)
  })
  it('takes nothing that is no plain number', () => {
    for (const text of ['', '.', '-3', '1e3', '0x10', 'Infinity', '12 mm', '1.2.3'])
      expect(readNumber(text, { min: -10, max: 1e9 })).toBeNull()
  })
  it('takes nothing outside of the limits', () => {
    expect(readNumber('4', { min: 4, max: 48 })).toBe(4)
    expect(readNumber('48.1', { min: 4, max: 48 })).toBeNull()
    expect(readNumber('3.9', { min: 4, max: 48 })).toBeNull()
  })
  it('takes no part of what is counted', () => {
    expect(readNumber('3', { min: 1, max: 9, whole: true })).toBe(3)
    expect(readNumber('3.5', { min: 1, max: 9, whole: true })).toBeNull()
  })
})
