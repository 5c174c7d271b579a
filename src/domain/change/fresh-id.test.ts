import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { RecordId } from '../model/ids'
import { arbitraryText } from '../../testing/arbitrary-values'
import { freshId } from './fresh-id'

describe('freshId', () => {
  it.each([
    ['H200 may go to China', 'h200-may-go-to-china'],
    ['  CDNA 3.5  ', 'cdna-3-5'],
    ['Présidence — l’État', 'presidence-letat'],
    ['Ｈ２００', 'h200'],
    ['放行 H200 輸中', 'h200'],
    ['輝達', 'record'],
    ['constructor', 'constructor-2'],
    ['x'.repeat(200), 'x'.repeat(80)],
  ])('of %.30s is %.30s', (name, id) => {
    expect(freshId(name, new Set())).toBe(id)
  })

  it('takes the first number that is free', () => {
    expect(freshId('H200', new Set(['h200', 'h200-2', 'h200-4']))).toBe('h200-3')
  })

  it('is always a valid id, free, and the same for the same name', () => {
    fc.assert(
      fc.property(arbitraryText, fc.array(arbitraryText), (name, others) => {
        const taken = new Set<string>()
        for (const other of [...others, name]) taken.add(freshId(other, taken))
        const id = freshId(name, taken)
        expect(taken.has(id)).toBe(false)
        expect(v.parse(RecordId, id)).toBe(id)
        expect(freshId(name, taken)).toBe(id)
      }),
    )
  })
})
