import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { elementUnder, Shield } from './shield'

let canvas: HTMLElement
let item: HTMLElement

beforeEach(() => {
  canvas = document.body.appendChild(document.createElement('div'))
  item = canvas.appendChild(document.createElement('div'))
})
afterEach(() => {
  canvas.remove()
  Reflect.deleteProperty(document, 'elementsFromPoint')
})

/** happy-dom lays nothing out, so what lies where is told. */
function lies(...elements: Element[]): ReturnType<typeof vi.fn> {
  const elementsFromPoint = vi.fn(() => elements)
  Object.assign(document, { elementsFromPoint })
  return elementsFromPoint
}
function pressOn(target: EventTarget): MouseEvent {
  const event = new MouseEvent('pointerdown', { clientX: 30, clientY: 40, bubbles: true })
  target.dispatchEvent(event)
  return event
}
const shieldOf = (): HTMLElement => canvas.querySelector<HTMLElement>('.timeline-shield') ?? canvas

it('lies over the picture only while it moves', () => {
  const shield = new Shield(canvas)
  expect(shieldOf().hidden).toBe(true)
  shield.raise(true)
  shield.raise(true)
  expect(shieldOf().hidden).toBe(false)
  shield.raise(false)
  expect(shieldOf().hidden).toBe(true)
})

it('is looked through for what the pointer is on', () => {
  new Shield(canvas).raise(true)
  const asked = lies(shieldOf(), item, canvas)
  expect(elementUnder(pressOn(shieldOf()))).toBe(item)
  expect(asked).toHaveBeenCalledWith(30, 40)
  lies(shieldOf())
  expect(elementUnder(pressOn(shieldOf()))).toBeNull()
})

it('is not asked where the picture stands still', () => {
  const asked = lies(canvas)
  expect(elementUnder(pressOn(item))).toBe(item)
  expect(elementUnder(pressOn(document))).toBeNull()
  expect(asked).not.toHaveBeenCalled()
})
