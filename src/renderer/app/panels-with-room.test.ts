import fc from 'fast-check'
import { expect, it } from 'vitest'
import { panelsWithRoom } from './panels-with-room'

const panel = (name: string, widthPx = 380) => ({ name, widthPx })

it('shows as many of the last as leave the timeline room', () => {
  const open = [panel('details'), panel('history'), panel('rules', 400)]
  expect([...panelsWithRoom(open, 1600)]).toEqual(['rules', 'history', 'details'])
  expect([...panelsWithRoom(open, 1280)]).toEqual(['rules', 'history'])
  expect([...panelsWithRoom(open, 900)]).toEqual(['rules'])
  expect([...panelsWithRoom(open, 300)]).toEqual(['rules'])
  expect(panelsWithRoom([], 900).size).toBe(0)
})

it('never hides more in a wider window', () => {
  const panels = fc
    .uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'))
    .chain((names) => fc.tuple(...names.map((name) => fc.integer({ min: 200, max: 700 }).map((px) => panel(name, px)))))
  fc.assert(
    fc.property(panels, fc.integer({ min: 200, max: 3000 }), fc.nat(1000), (open, px, more) => {
      const wider = panelsWithRoom(open, px + more)
      for (const name of panelsWithRoom(open, px)) expect(wider).toContain(name)
    }),
  )
})
