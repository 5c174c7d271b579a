import { describe, expect, it } from 'vitest'
import { aChip, anOrganisation, aRule, aSpec, named } from '../../testing/builders'
import { documentOf } from '../model/document'
import { dayNumberOf } from '../time/day-number'
import { controlsIndex } from './controls-index'
import { datedOf } from './dated'
import { bestByVendor, bestSoFar, lanePoints, ratioToFrontier } from './lane-series'
import { latestEvents } from './latest-events'
import { limitLines } from './limit-lines'

const day = (year: number, month = 1, date = 1): number => dayNumberOf({ year, month, day: date })
const chip = (id: string, vendor: string, announced: string, value: number) =>
  aChip({ id, vendor, announced, specs: [aSpec('memory-capacity', value)] })

const index = controlsIndex(
  documentOf([
    anOrganisation(),
    chip('a', 'nvidia', '2020-01-01', 40),
    chip('b', 'amd', '2021-01-01', 80),
    chip('c', 'nvidia', '2022', 60),
    chip('d', 'nvidia', '2024-01-01', 160),
    aChip({ id: 'undated', announced: '' }),
    aRule({
      effective: '2026-01-15',
      ended: '2027-01-01',
      provisions: [
        {
          id: 'rule-2022.p',
          reference: 'p',
          when: { metric: 'memory-bandwidth', operator: '<', limit: 6500, unit: 'GB/s' },
          words: named('words'),
          destinations: ['CN'],
          outcome: { step: 'case-by-case', conditions: [] },
          sources: [],
        },
      ],
    }),
    aRule({ id: 'never', form: 'decision' }),
  ]),
)

describe('a lane', () => {
  const points = lanePoints(index, 'memory-capacity', 'announced')

  it('has a point for each chip with a value and a date', () => {
    expect(points.map((point) => [point.chip, point.value])).toEqual([
      ['a', 40],
      ['b', 80],
      ['c', 60],
      ['d', 160],
    ])
  })

  it('climbs with the best so far, of all and of each vendor, from the day it certainly was there', () => {
    expect(bestSoFar(points).map((step) => [step.from, step.chip])).toEqual([
      [day(2020), 'a'],
      [day(2021), 'b'],
      [day(2024), 'd'],
    ])
    expect(
      bestByVendor(points)
        .get('nvidia')
        ?.map((step) => [step.from, step.value]),
    ).toEqual([
      [day(2020), 40],
      [day(2022, 12, 31), 60],
      [day(2024), 160],
    ])
  })

  it('gives a vendor’s ratio to the frontier on each day on which one of them moves', () => {
    expect(ratioToFrontier(points, 'nvidia').map((step) => [step.from, step.ratio, step.frontier])).toEqual([
      [day(2020), 1, 'a'],
      [day(2021), 0.5, 'b'],
      [day(2022, 12, 31), 0.75, 'b'],
      [day(2024), 1, 'd'],
    ])
    expect(ratioToFrontier(points, 'amd').at(-1)).toMatchObject({ ratio: 0.5, frontier: 'd' })
  })

  it('shows limits in its own unit over the days on which they were in force', () => {
    expect(limitLines(index, 'memory-bandwidth')).toMatchObject([
      { operator: '<', limit: 6.5, from: { first: day(2026, 1, 15) }, to: { first: day(2027) } },
    ])
    expect(limitLines(index, 'tdp')).toEqual([])
  })
})

describe('the latest events', () => {
  it('are those that certainly had happened, with the days since', () => {
    const event = (lane: string, record: string, date: string) => {
      const dated = datedOf(date)
      if (dated === null) throw new Error(date)
      return { lane, record, field: 'date', date: dated }
    }
    const latest = latestEvents([
      event('rules', 'later', '2025-01'),
      event('rules', 'first', '2024-12-30'),
      event('chips', 'none', '2026'),
    ])
    expect(latest(day(2025, 1, 5))).toEqual(new Map([['rules', { record: 'first', field: 'date', daysAgo: 6 }]]))
    expect(latest(day(2025, 1, 31)).get('rules')).toEqual({ record: 'later', field: 'date', daysAgo: 0 })
  })
})
