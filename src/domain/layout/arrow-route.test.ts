import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aChip, aLink, anArchitecture, aRule } from '../../testing/builders'
import { documentOf } from '../model/document'
import { arrowRoute, routePath, type Box, type Point } from './arrow-route'
import { chainOf, daysBetween, recordLinks, ruleChain } from './record-links'
import type { Extent } from './timeline-item'

const box = (left: number, top: number, width = 40, height = 20): Box => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
})
const px = fc.integer({ min: -20_000, max: 20_000 })
const boxes = fc
  .record({ left: px, top: px, width: fc.integer({ min: 0, max: 9000 }), height: fc.integer({ min: 0, max: 60 }) })
  .map(({ left, top, width, height }) => box(left, top, width, height))

function onEdge({ x, y }: Point, { left, top, right, bottom }: Box): boolean {
  const inside = x >= left && x <= right && y >= top && y <= bottom
  return inside && (x === left || x === right || y === top || y === bottom)
}

describe('the way of an arrow', () => {
  it('ends on an edge of both boxes and is never NaN, whichever way it goes', () => {
    fc.assert(
      fc.property(boxes, boxes, (from, to) => {
        const route = arrowRoute(from, to)
        expect(onEdge(route.start, from)).toBe(true)
        expect(onEdge(route.end, to)).toBe(true)
        expect(routePath(route)).not.toMatch(/NaN|Infinity/)
        expect(Number.isFinite(route.middle.x + route.middle.y)).toBe(true)
      }),
    )
  })

  it('runs forwards beside the name of its box, on the side of where it goes, and backwards from the left edge', () => {
    expect(arrowRoute(box(0, 0), box(200, 50))).toMatchObject({ start: { x: 31, y: 20 }, end: { x: 200, y: 60 } })
    expect(arrowRoute(box(0, 50), box(200, 0))).toMatchObject({ start: { x: 31, y: 50 }, end: { x: 200, y: 10 } })
    expect(arrowRoute(box(0, 0), box(200, 0))).toMatchObject({ start: { x: 31, y: 20 }, end: { x: 200, y: 10 } })
    // In the middle of a long way it is still in the gap between two rows.
    const { middle } = arrowRoute(box(0, 0), box(900, 24))
    expect(middle.y).toBeGreaterThan(20)
    expect(middle.y).toBeLessThan(27)
    expect(arrowRoute(box(200, 50), box(0, 0))).toMatchObject({ start: { x: 200, y: 60 }, end: { x: 40, y: 10 } })
  })

  it('goes upright between boxes that stand above each other', () => {
    expect(arrowRoute(box(0, 0), box(10, 100))).toMatchObject({ start: { y: 20 }, end: { y: 100 } })
    expect(arrowRoute(box(0, 100), box(10, 0))).toMatchObject({ start: { y: 100 }, end: { y: 20 } })
  })
})

describe('links', () => {
  const document = documentOf([
    aLink({ id: 'l1', from: 'a', to: 'b' }),
    aLink({ id: 'l2', from: 'b', to: 'c' }),
    aLink({ id: 'l3', from: 'a', to: 'd' }),
    aLink({ id: 'l4', from: 'c', to: 'a' }),
    aChip({ id: 'h20', variantOf: 'h100' }),
    anArchitecture({ id: 'blackwell', predecessor: 'hopper' }),
  ])
  const links = recordLinks(document)

  it('come from links and from the fields that say the same', () => {
    expect(links.map(({ key }) => key)).toContain('variant h100 h20')
    expect(links.map(({ key }) => key)).toContain('successor hopper blackwell')
    expect(links).toHaveLength(6)
  })

  it('are followed both ways, and round a circle once', () => {
    expect(chainOf(links, 'b')).toHaveLength(4)
    expect(chainOf(links, 'h20')).toMatchObject([{ kind: 'variant' }])
    expect(chainOf(links, 'nobody')).toEqual([])
  })

  it('of rules lead from the earlier to the later, and say the weightiest of what it does', () => {
    const rules = documentOf([
      aRule({ id: 'r22' }),
      aRule({ id: 'r23', amends: ['r22'] }),
      aRule({ id: 'r23b', amends: ['r22'], supersedes: ['r22', 'r23'] }),
      aRule({ id: 'r24', amends: ['r23b'], corrects: ['r23b'] }),
      aRule({ id: 'apart' }),
      aLink({ id: 'l1', kind: 'cause', from: 'r22', to: 'a800' }),
      aLink({ id: 'l2', kind: 'cause', from: 'r23b', to: 'h20' }),
    ])
    const all = recordLinks(rules)
    expect(all.map(({ key }) => key)).toEqual([
      'amends r22 r23',
      'supersedes r22 r23b',
      'supersedes r23 r23b',
      'corrects r23b r24',
      'cause r22 a800',
      'cause r23b h20',
    ])
    expect(ruleChain(rules, 'r24').rules).toEqual(new Set(['r22', 'r23', 'r23b', 'r24']))
    expect(ruleChain(rules, 'r22').links).toHaveLength(4)
    expect(ruleChain(rules, 'apart')).toEqual({ links: [], rules: new Set() })
    // What other versions of a rule led to is no part of its chain, nor are rules of that of what came of one.
    expect(chainOf(all, 'r22').map(({ to }) => to)).toEqual(['r23', 'r23b', 'r23b', 'r24', 'a800'])
    expect(chainOf(all, 'a800').map(({ from }) => from)).toEqual(['r22'])
  })

  it('say the days between two beginnings, as a range where a date is imprecise', () => {
    const day = (earliest: number, latest = earliest + 1, approximate = false): Extent => ({
      earliest,
      solidFrom: earliest,
      solidTo: latest - earliest === 1 ? latest : earliest,
      latest,
      openEnd: false,
      openStart: false,
      approximate,
      leadFrom: null,
    })
    expect(daysBetween(day(10), day(40))).toEqual({ least: 30, most: 30, about: false })
    expect(daysBetween(day(10), day(40, 70))).toEqual({ least: 30, most: 59, about: false })
    expect(daysBetween(day(40, 41, true), day(10))).toEqual({ least: -30, most: -30, about: true })
    expect(daysBetween({ ...day(10), openStart: true }, day(40))).toBeNull()
  })
})
