import fc from 'fast-check'
import { expect, it } from 'vitest'
import { goOn, toTheEnd, type InParts } from './in-parts'

function* counting(parts: number, done: number[]): InParts<string> {
  for (let part = 0; part < parts; part += 1) {
    done.push(part)
    yield
  }
  return `all ${String(parts)}`
}

it('does all of it at once', () => {
  const done: number[] = []
  expect(toTheEnd(counting(3, done))).toBe('all 3')
  expect(done).toEqual([0, 1, 2])
})

it('does one part at the least, and stops when there is no more time', () => {
  const done: number[] = []
  const work = counting(3, done)
  expect(goOn(work, () => false)).toBeUndefined()
  expect(done).toEqual([0])
  expect(goOn(work, () => done.length < 3)).toBeUndefined()
  expect(done).toEqual([0, 1, 2])
  expect(goOn(work, () => false)).toBe('all 3')
})

it('comes to the same however often it is left', () => {
  fc.assert(
    fc.property(fc.nat(20), fc.array(fc.boolean(), { maxLength: 30 }), (parts, times) => {
      const done: number[] = []
      const work = counting(parts, done)
      let result: string | undefined
      while (result === undefined) result = goOn(work, () => times.pop() ?? false)
      expect(result).toBe(`all ${String(parts)}`)
      expect(done).toEqual(Array.from({ length: parts }, (_, part) => part))
    }),
  )
})
