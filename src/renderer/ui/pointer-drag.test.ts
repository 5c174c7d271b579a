import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { pointerDrag, type Drag } from './pointer-drag'

let surface: HTMLElement
let letGo: () => void
let drag: { [name in keyof Required<Drag>]: ReturnType<typeof vi.fn<() => void>> }

const pointer = (type: string, clientX: number, buttons: number): void => {
  const init = { pointerId: 1, clientX, clientY: 0, buttons, button: 0, bubbles: true, cancelable: true }
  surface.dispatchEvent(new PointerEvent(type, init))
}
const escape = (): KeyboardEvent => {
  const event = new KeyboardEvent('keydown', { key: 'Escape', cancelable: true, bubbles: true })
  window.dispatchEvent(event)
  return event
}
const clicked = (): boolean => {
  const heard = vi.fn()
  const child = surface.appendChild(document.createElement('i'))
  child.addEventListener('click', heard)
  child.click()
  return heard.mock.calls.length > 0
}

beforeEach(() => {
  surface = document.body.appendChild(document.createElement('div'))
  surface.setPointerCapture = vi.fn()
  drag = { begin: vi.fn(), move: vi.fn(), end: vi.fn(), cancel: vi.fn() }
  letGo = pointerDrag(surface, () => drag)
})
afterEach(() => {
  letGo()
  surface.remove()
})

it('is a click below the threshold, and a drag above it that swallows its click', () => {
  pointer('pointerdown', 10, 1)
  pointer('pointermove', 12, 1)
  pointer('pointerup', 12, 0)
  expect(drag.begin).not.toHaveBeenCalled()
  expect(clicked()).toBe(true)

  pointer('pointerdown', 10, 1)
  pointer('pointermove', 30, 1)
  pointer('pointerup', 30, 0)
  expect([drag.begin, drag.move, drag.end].map((call) => call.mock.calls.length)).toEqual([1, 1, 1])
  expect(clicked()).toBe(false)
})

it('goes to where it is let go, though no move told of that, and does not move for a release in place', () => {
  pointer('pointerdown', 10, 1)
  pointer('pointermove', 30, 1)
  pointer('pointerup', 45, 0)
  expect(drag.move.mock.calls).toEqual([
    [expect.anything(), 20, 0],
    [expect.anything(), 15, 0],
  ])
  expect(drag.end).toHaveBeenCalledTimes(1)
  pointer('pointerdown', 10, 1)
  pointer('pointermove', 30, 1)
  pointer('pointerup', 30, 0)
  expect(drag.move).toHaveBeenCalledTimes(3)
})

it('takes a button let go where it could not be heard for a release, and drags no further', () => {
  pointer('pointerdown', 10, 1)
  pointer('pointermove', 30, 1)
  pointer('pointermove', 300, 0)
  pointer('pointermove', 400, 0)
  expect(drag.move).toHaveBeenCalledTimes(1)
  expect(drag.end).toHaveBeenCalledTimes(1)
})

it('is given up by Escape, which nobody else then hears', () => {
  pointer('pointerdown', 10, 1)
  pointer('pointermove', 30, 1)
  expect(escape().defaultPrevented).toBe(true)
  pointer('pointermove', 50, 1)
  pointer('pointerup', 50, 0)
  expect(drag.cancel).toHaveBeenCalledTimes(1)
  expect(drag.move).toHaveBeenCalledTimes(1)
  expect(drag.end).not.toHaveBeenCalled()
  expect(clicked()).toBe(false)
  expect(escape().defaultPrevented).toBe(false)
})

it('leaves Escape alone where nothing can be given up', () => {
  letGo()
  letGo = pointerDrag(surface, () => ({ move: drag.move, end: drag.end }))
  pointer('pointerdown', 10, 1)
  pointer('pointermove', 30, 1)
  expect(escape().defaultPrevented).toBe(false)
  pointer('pointercancel', 30, 0)
  expect(drag.end).toHaveBeenCalledTimes(1)
})
