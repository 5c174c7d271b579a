import { expect, it } from 'vitest'
import { anArchitecture } from '../../testing/builders'
import { documentOf } from '../model/document'
import { GROUPINGS } from '../model/view'
import { groupingOfLane, laneAndParents, laneNamesOf, topInLanes, type LaneBand } from './lane-place'
import { lanesOf } from './lanes'
import type { Lane } from './timeline-item'
import { timelineItems } from './timeline-items'

const document = documentOf([anArchitecture({ id: 'hopper', vendor: 'nvidia' })])
const bandsOf = (...bands: LaneBand[]) => new Map(bands.map((band) => [band.id, band]))

it('names the parents of every lane of every grouping, and the grouping of each', () => {
  const items = timelineItems(document)
  const check = (lane: Lane, parents: readonly string[]): number => {
    expect(laneAndParents(document, lane.id)).toEqual([lane.id, ...parents])
    expect(laneNamesOf(document, lane.id).at(-1)).toEqual(lane.names)
    return 1 + lane.children.reduce((sum, child) => sum + check(child, [lane.id, ...parents]), 0)
  }
  for (const grouping of GROUPINGS) {
    const lanes = lanesOf(document, items, grouping)
    expect(lanes.reduce((sum, lane) => sum + check(lane, []), 0)).toBeGreaterThan(0)
    for (const { id } of lanes) expect(groupingOfLane(id)).toBe(grouping)
  }
  expect(groupingOfLane('elsewhere:x')).toBeNull()
})

it('keeps a place at its part of a lane of any height, falls back to a parent, and says when there is none', () => {
  const at = { lane: 'story:built/chip', down: 0.25 }
  const own = { id: 'story:built/chip', top: 30, height: 80 }
  const parent = { id: 'story:built', top: 0, height: 30 }
  expect(topInLanes(document, bandsOf(parent, own), at)).toEqual({ top: 50, own: true })
  expect(topInLanes(document, bandsOf(parent, { ...own, height: 200 }), at)).toEqual({ top: 80, own: true })
  expect(topInLanes(document, bandsOf(parent), at)).toEqual({ top: 15, own: false })
  expect(topInLanes(document, bandsOf({ ...parent, id: 'kind/chip' }), at)).toBeNull()
})
