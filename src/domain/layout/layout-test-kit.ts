import fc from 'fast-check'
import { ITEM_KINDS } from '../model/view'
import type { TextMeasurer, TimelineItem } from './timeline-item'

/** Seven px to a Latin letter and twelve to a Chinese one: near enough, and the same everywhere. */
export const measurer: TextMeasurer = {
  widthPx: (text) => Array.from(text).reduce((sum, character) => sum + (character > '\u2e80' ? 12 : 7), 0),
}

export function pointAt(record: string, day: number, importance = 50, days = 1): TimelineItem {
  return {
    record,
    kind: 'policy',
    names: { en: `Event ${record}`, 'zh-Hant': `事件${record}` },
    shape: 'point',
    extent: {
      earliest: day,
      solidFrom: day,
      solidTo: day + days,
      latest: day + days,
      openStart: false,
      openEnd: false,
      approximate: false,
      leadFrom: null,
    },
    life: null,
    vendors: [],
    jurisdictions: ['US'],
    architectures: [],
    confidence: 'confirmed',
    importance,
  }
}

let made = 0

/** Clustered bursts, same-day pile-ups, long spans with leads, and dates known to a month, a quarter or a year. */
export const itemArbitrary: fc.Arbitrary<TimelineItem> = fc
  .record({
    day: fc.oneof(fc.integer({ min: 18_000, max: 21_500 }), fc.integer({ min: 20_400, max: 20_430 })),
    days: fc.constantFrom(1, 1, 1, 30, 91, 365),
    span: fc.boolean(),
    length: fc.integer({ min: 1, max: 2000 }),
    lead: fc.option(fc.integer({ min: 1, max: 200 })),
    kind: fc.constantFrom(...ITEM_KINDS),
    importance: fc.integer({ min: 0, max: 100 }),
    name: fc.string({ minLength: 1, maxLength: 60 }),
  })
  .map(({ day, days, span, length, lead, kind, importance, name }) => {
    const point = pointAt(`r${String(made++)}`, day, importance)
    // A single imprecise date has nothing certain about it; of a span the first date may be imprecise.
    const middle = day + days / 2
    const extent = span
      ? {
          ...point.extent,
          solidFrom: day + days - 1,
          latest: day + days - 1 + length,
          solidTo: day + days - 1 + length,
          leadFrom: lead === null ? null : day - lead,
        }
      : days === 1
        ? point.extent
        : { ...point.extent, solidFrom: middle, solidTo: middle, latest: day + days }
    return { ...point, kind, shape: span ? 'span' : 'point', extent, names: { en: name, 'zh-Hant': name } }
  })
