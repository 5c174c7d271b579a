import { describe, expect, it } from 'vitest'
import type { Extent, PlacedLane, TimelineItem } from '../../domain/layout/timeline-item'
import { recordsInBox, type TimeBox } from './in-box'
import { HEADING_PX, LANE_PADDING_PX, ROW_PX } from './measures'

const both = (text: string) => ({ en: text, 'zh-Hant': text })
const extent = (earliest: number, latest: number): Extent => ({
  earliest,
  latest,
  solidFrom: earliest,
  solidTo: latest,
  openEnd: false,
  openStart: false,
  approximate: false,
  leadFrom: null,
})
const item = (record: string, from: number, to: number): TimelineItem => ({
  record,
  kind: 'chip',
  names: both(record),
  shape: 'point',
  extent: extent(from, to),
  life: null,
  vendors: [],
  jurisdictions: [],
  architectures: [],
  confidence: 'confirmed',
  importance: 0,
})
const placed = (one: TimelineItem, row: number) => ({
  key: `${one.record}@lane`,
  item: one,
  row,
  label: one.record,
  labelWidthPx: 40,
  labelInside: false,
})
const lane = (over: Partial<PlacedLane>): PlacedLane => ({
  lane: { id: 'lane', names: both('Lane'), children: [], items: [] },
  depth: 0,
  collapsed: false,
  rows: 2,
  items: [],
  marks: [],
  windowed: null,
  ...over,
})
const [first, second, counted, later] = [
  item('first', 10, 11),
  item('second', 50, 51),
  item('counted', 12, 13),
  item('later', 80, 81),
]
const heading = lane({ lane: { id: 'top', names: both('Top'), children: [lane({}).lane], items: [] } })
const lanes = [
  heading,
  lane({
    items: [placed(first, 0), placed(second, 0)],
    marks: [
      {
        key: '+',
        startDay: 10,
        endDay: 81,
        row: 1,
        count: 2,
        kinds: new Map([['policy', 2]]),
        counts: 'beginning',
        records: ['counted', 'later'],
      },
    ],
  }),
]
const extents = new Map([first, second, counted, later].map((one) => [one.record, one.extent]))
const rowTop = (row: number): number => HEADING_PX + LANE_PADDING_PX + row * ROW_PX
const taken = (box: Partial<TimeBox>): string[] =>
  recordsInBox(lanes, { startDay: 0, endDay: 100, top: 0, bottom: 500, ...box }, 10, (id) => extents.get(id))

describe('a box', () => {
  it('takes what is drawn in its rows, and what is counted where it reaches the count', () => {
    expect(taken({})).toEqual(['first', 'second', 'counted', 'later'])
    expect(taken({ bottom: rowTop(1) })).toEqual(['first', 'second'])
    expect(taken({ bottom: HEADING_PX })).toEqual([])
  })

  it('takes of what is counted only what lies in its time', () => {
    expect(taken({ endDay: 30 })).toEqual(['first', 'counted'])
    expect(taken({ startDay: 60 })).toEqual(['later'])
  })

  it('takes an item by its label as well', () => {
    // The label of the first runs from px 111 to 151, that is from day 11.1 to 15.1.
    expect(taken({ startDay: 14, endDay: 20, bottom: rowTop(1) })).toEqual(['first'])
    expect(taken({ startDay: 16, endDay: 20, bottom: rowTop(1) })).toEqual([])
  })
})
