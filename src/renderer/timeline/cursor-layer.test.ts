import { beforeEach, describe, expect, it } from 'vitest'
import { dayNumberOf } from '../../domain/time/day-number'
import { CursorLayer, type DateCursor } from './cursor-layer'

const DAY = dayNumberOf({ year: 2025, month: 12, day: 20 })
const WINDOW = { startDay: DAY - 50, endDay: DAY + 50 }
const first = (over: Partial<DateCursor> = {}): DateCursor => ({
  id: 'first',
  day: DAY,
  name: 'As of',
  mark: null,
  ...over,
})

/** A layer over 1,000 px, ten to a day, with what it tells. */
function setup() {
  const [lines, axis] = [document.createElement('div'), document.createElement('div')]
  document.body.replaceChildren(lines, axis)
  const moved: [string, number][] = []
  const layer = new CursorLayer(lines, axis, {
    dayAt: (clientX) => WINDOW.startDay + clientX / 10,
    locale: () => 'en',
    withEdges: (drag) => drag,
    moved: (id, day) => moved.push([id, day]),
    redraw: () => {
      layer.draw(WINDOW, 1000)
    },
  })
  layer.set([first()])
  layer.draw(WINDOW, 1000)
  const line = () => lines.querySelector<HTMLElement>('.cursor')
  const flag = () => axis.querySelector<HTMLElement>('.cursor-flag')
  const pointer = (type: string, clientX: number) =>
    line()?.dispatchEvent(
      new PointerEvent(type, {
        clientX,
        pointerId: 1,
        button: 0,
        buttons: type === 'pointerup' ? 0 : 1,
        bubbles: true,
      }),
    )
  return { layer, moved, line, flag, pointer }
}

beforeEach(() => {
  Element.prototype.setPointerCapture = () => undefined
})

describe('a date cursor', () => {
  it('stands on its day with the date on its flag, and out of the window not at all', () => {
    const { layer, line, flag } = setup()
    expect([line()?.style.transform, flag()?.textContent]).toEqual(['translateX(500px)', '20 December 2025'])
    layer.draw({ startDay: DAY + 1, endDay: DAY + 100 }, 1000)
    expect([line()?.hidden, flag()?.hidden]).toEqual([true, true])
  })

  it('follows a drag by whole days before anybody else does', () => {
    const { moved, line, flag, pointer } = setup()
    pointer('pointerdown', 502)
    pointer('pointermove', 530)
    expect([moved, line()?.style.transform, flag()?.textContent]).toEqual([
      [['first', DAY + 3]],
      'translateX(530px)',
      '23 December 2025',
    ])
    pointer('pointermove', 531)
    pointer('pointerup', 531)
    expect(moved).toEqual([['first', DAY + 3]])
  })

  it('goes back when a drag is given up', () => {
    const { moved, pointer, line } = setup()
    pointer('pointerdown', 500)
    pointer('pointermove', 560)
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }))
    expect(moved.at(-1)).toEqual(['first', DAY])
    expect(line()?.style.transform).toBe('translateX(500px)')
  })

  it('is moved by keys, a day or a week at a time', () => {
    const { moved, flag } = setup()
    for (const init of [
      { key: 'ArrowLeft' },
      { key: 'ArrowRight', shiftKey: true },
      { key: 'ArrowRight', ctrlKey: true },
    ])
      flag()?.dispatchEvent(new KeyboardEvent('keydown', { ...init, bubbles: true }))
    expect(moved).toEqual([
      ['first', DAY - 1],
      ['first', DAY + 6],
    ])
    expect(flag()?.getAttribute('aria-valuetext')).toBe('26 December 2025')
  })

  it('bears its mark, and goes when it is no longer given', () => {
    const { layer, line, flag } = setup()
    layer.set([first({ mark: 'HYPOTHETICAL' })])
    expect(flag()?.textContent).toBe('20 December 2025 · HYPOTHETICAL')
    expect(line()?.classList.contains('cursor-marked')).toBe(true)
    layer.set([])
    expect([line(), flag()]).toEqual([null, null])
  })
})
