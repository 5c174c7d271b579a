import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { boundsFor, readWindowPlace, writeWindowPlace } from './window-place'

const LAPTOP = { x: 0, y: 25, width: 1440, height: 875 }
const SECOND = { x: 1440, y: 0, width: 2560, height: 1440 }
const at = (x: number, y: number, width = 1000, height = 700) => ({ bounds: { x, y, width, height }, maximised: false })

it('comes back where it was, on any display', () => {
  expect(boundsFor(at(100, 50), [LAPTOP])).toEqual({ x: 100, y: 50, width: 1000, height: 700 })
  expect(boundsFor(at(3000, 700), [LAPTOP, SECOND])).toEqual({ x: 3000, y: 700, width: 1000, height: 700 })
})

it.each([
  ['its display is gone', at(3000, 700)],
  ['its title is above every display', at(100, -300)],
  ['only a sliver of it is on a display', at(1400, 50)],
  ['it is below every display', at(100, 890)],
])('is placed anew when %s', (_why, place) => {
  expect(boundsFor(place, [LAPTOP])).toEqual({ width: 1280, height: 800 })
})

it('fits a small display, and is never too small to use', () => {
  expect(boundsFor({ bounds: null, maximised: false }, [{ x: 0, y: 0, width: 1024, height: 600 }])).toEqual({
    width: 1024,
    height: 600,
  })
  expect(boundsFor(at(0, 25, 10, 10), [LAPTOP])).toEqual({ width: 1280, height: 800 })
  expect(boundsFor(at(0, 25, 200, 200), [LAPTOP])).toMatchObject({ width: 720, height: 480 })
})

it('is remembered in a file, and a bad file is forgotten', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tapeline-place-'))
  const file = join(folder, 'window.json')
  const place = { ...at(10, 20), maximised: true }
  writeWindowPlace(file, place)
  expect(readWindowPlace(file)).toEqual(place)
  writeFileSync(file, '{"bounds":{"x":1e99,"y":0,"width":1,"height":1},"maximised":"yes"}')
  expect(readWindowPlace(file)).toEqual({ bounds: null, maximised: false })
  rmSync(folder, { recursive: true })
})
