import { expect, it } from 'vitest'
import { storeErrorOf } from './sqlite-errors'

const raised = (errcode: number) => Object.assign(new Error('said SQLite'), { errcode })

it.each([
  [13, 'storage', /full/],
  [10, 'storage', /disk refused/],
  [5386, 'storage', /disk refused/],
  [14, 'storage', /cannot be opened/],
  [5, 'storage', /another program/],
  [6, 'storage', /another program/],
  [18, 'storage', /too large/],
  [8, 'read-only', /said SQLite/],
  [1544, 'read-only', /said SQLite/],
  [11, 'corrupt', /said SQLite/],
  [267, 'corrupt', /said SQLite/],
  [26, 'corrupt', /said SQLite/],
])('SQLite code %i is %s', (code, expected, message) => {
  const error = storeErrorOf(raised(code))
  expect(error?.code).toBe(expected)
  expect(error?.message).toMatch(message)
})

it('leaves mistakes of the program to be thrown', () => {
  expect([storeErrorOf(raised(1)), storeErrorOf(raised(19)), storeErrorOf(new TypeError('x'))]).toEqual([
    null,
    null,
    null,
  ])
})
