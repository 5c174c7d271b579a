import { describe, expect, it } from 'vitest'
import { timelineItems } from '../../domain/layout/timeline-items'
import { documentOf } from '../../domain/model/document'
import { dayNumberOf } from '../../domain/time/day-number'
import { aRule } from '../../testing/builders'
import { LifeView } from './life-view'

const day = (month: number, date: number): number => dayNumberOf({ year: 2024, month, day: date })
const RULE = aRule({
  announced: '2024-01-01',
  effective: '2024-02-01',
  enforced: '2024-03',
  ended: '2024-12-01',
})

function viewOf(shown: { from: number; to: number }, widthPx = 335) {
  const [item] = timelineItems(documentOf([RULE]))
  const life = item?.life
  if (item === undefined || !life) throw new Error('a rule has a life')
  const view = new LifeView()
  view.dress(life, item.extent, shown, widthPx / (shown.to - shown.from))
  view.place(widthPx, widthPx / (shown.to - shown.from))
  const read = (name: string) =>
    [...view.root.querySelectorAll<HTMLElement>(`[data-${name}]:not([hidden])`)].map(({ dataset, style }) => ({
      is: dataset[name],
      left: Number.parseFloat(style.left),
      right: Number.parseFloat(style.left) + Number.parseFloat(style.width),
    }))
  return { view, life, item, phases: () => read('phase'), dates: () => read('date') }
}
const WHOLE = { from: day(1, 1), to: day(12, 1) }

describe('the bar of a rule', () => {
  it('is as wide as its life, each phase over its own days, and softened where a date is a month', () => {
    const { view, phases, dates } = viewOf(WHOLE)
    expect(view.root.style.width).toBe('335px')
    expect(phases().map(({ is }) => is)).toEqual(['waiting', 'grace', 'force'])
    const [waiting, grace, force] = phases()
    expect(waiting?.left).toBe(0)
    expect(waiting?.right).toBeCloseTo(grace?.left ?? NaN, 2)
    // In March either may be: both are there, the one fading out and the other in.
    expect(grace?.right).toBeCloseTo(((day(4, 1) - WHOLE.from) / 335) * 100, 2)
    expect(force?.left).toBeCloseTo(((day(3, 1) - WHOLE.from) / 335) * 100, 2)
    expect(force?.right).toBeCloseTo(100, 2)
    const masks = [...view.root.children].map((child) => (child as HTMLElement).style.maskImage !== '')
    expect(masks.slice(0, 3)).toEqual([false, true, true])
    expect(dates().map(({ is }) => is)).toEqual(['announced', 'effective', 'enforced', 'ended'])
    expect(dates()[2]?.right).toBeCloseTo(grace?.right ?? NaN, 2)
  })

  it('shows what lies on the stage, with its dates', () => {
    const { phases, dates } = viewOf({ from: day(2, 10), to: day(6, 10) })
    expect(phases()).toMatchObject([
      { is: 'grace', left: 0 },
      { is: 'force', right: 100 },
    ])
    expect(dates().map(({ is }) => is)).toEqual(['enforced'])
  })

  it('keeps its elements from frame to frame, and makes others where a phase loses its room', () => {
    const { view, life, item, phases } = viewOf(WHOLE)
    const [first] = view.root.children
    view.place(340, 340 / 335)
    expect(view.root.children[0]).toBe(first)
    expect(view.root.style.width).toBe('340px')
    // Dressed anew for the same days, as by the next stage, nothing is made.
    const before = [...view.root.children]
    view.dress(life, item.extent, WHOLE, 340 / 335)
    view.place(340, 340 / 335)
    expect([...view.root.children]).toEqual(before)
    expect(view.root.children[0]).toBe(first)
    view.place(20, 20 / 335)
    expect(phases().map(({ is }) => is)).toEqual(['grace', 'force'])
    expect(phases()[0]?.left).toBe(0)
    view.place(4, 4 / 335)
    expect(phases()).toMatchObject([{ is: 'force', left: 0, right: 100 }])
  })

  it('fades towards the horizon alone where no end is stated', () => {
    const { view, life, item } = viewOf(WHOLE)
    const open = { ...item.extent, openEnd: true }
    view.dress(life, open, WHOLE, 1)
    expect(view.root.className).toBe('life life-open')
    view.dress(life, open, { ...WHOLE, to: day(6, 1) }, 1)
    expect(view.root.className).toBe('life')
  })
})
