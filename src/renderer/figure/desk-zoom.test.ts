import { describe, expect, it } from 'vitest'
import { fitZoom, nextZoom, pxOf, scrollAbout, withinZoom } from './desk-zoom'

const slide = { widthPt: 960, heightPt: 540 }

describe('fitZoom', () => {
  it('shows the whole page with room around it', () => {
    const desk = { width: 900, height: 700 }
    const zoom = fitZoom(slide, desk)
    expect(pxOf(slide.widthPt, zoom)).toBeLessThan(desk.width - 64)
    expect(pxOf(slide.widthPt, zoom)).toBeGreaterThan(desk.width - 90)
    expect(pxOf(slide.heightPt, zoom)).toBeLessThan(desk.height)
  })
  it('shows a very tall page by its width', () => {
    const zoom = fitZoom({ widthPt: 240, heightPt: 4000 }, { width: 900, height: 700 })
    expect(pxOf(240, zoom)).toBeGreaterThan(800)
  })
  it('is some zoom on a desk with no room at all, and none beyond 400 %', () => {
    expect(fitZoom(slide, { width: 0, height: 0 })).toBeGreaterThan(0)
    expect(fitZoom({ widthPt: 20, heightPt: 20 }, { width: 5000, height: 5000 })).toBe(4)
  })
})

describe('zoom', () => {
  it('goes by steps, from between them too, and stays at its ends', () => {
    expect(nextZoom(1, 1)).toBe(1.25)
    expect(nextZoom(1, -1)).toBe(0.75)
    expect(nextZoom(0.71, 1)).toBe(0.75)
    expect(nextZoom(0.71, -1)).toBe(0.67)
    expect(nextZoom(4, 1)).toBe(4)
    expect(nextZoom(0.1, -1)).toBe(0.1)
    expect([withinZoom(9), withinZoom(0.01), withinZoom(0.8)]).toEqual([4, 0.1, 0.8])
  })
  it('keeps the point under the pointer where it is', () => {
    const desk = 500
    const before = { scroll: 300, pagePx: 1000 }
    const scroll = scrollAbout(200, before, { pagePx: 2000 }, desk)
    const partOf = (at: number, scrolled: number, pagePx: number) => (at + scrolled - 32) / pagePx
    expect(partOf(200, scroll, 2000)).toBeCloseTo(partOf(200, 300, 1000))
  })
  it('does not scroll a page that has room', () => {
    expect(scrollAbout(250, { scroll: 100, pagePx: 900 }, { pagePx: 100 }, 500)).toBe(0)
  })
})
