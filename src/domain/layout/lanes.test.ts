import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anArchitecture } from '../../testing/builders'
import { documentOf } from '../model/document'
import { EVENT_KINDS } from '../model/event'
import { GROUPINGS, type Grouping } from '../model/view'
import { toTheEnd } from '../model/in-parts'
import { lanesOf, makingLanes } from './lanes'
import { itemArbitrary, pointAt } from './layout-test-kit'
import type { Lane, TimelineItem } from './timeline-item'

const VENDORS = ['v0', 'v1', 'v2']
const ARCHITECTURES = ['a0', 'a1', 'a2']
const document = documentOf([
  anArchitecture({ id: 'a0', vendor: 'v0' }),
  anArchitecture({ id: 'a1', vendor: 'v1' }),
  anArchitecture({ id: 'a2', vendor: 'v0' }),
])
const some = (of: readonly string[]) => fc.uniqueArray(fc.constantFrom(...of), { maxLength: 2 })
const itemsArbitrary = fc.array(
  fc
    .record({
      item: itemArbitrary,
      vendors: some(VENDORS),
      jurisdictions: some(['US', 'CN', 'NL']),
      architectures: some(ARCHITECTURES),
    })
    .map(({ item, ...keys }): TimelineItem => ({ ...item, ...keys })),
  { maxLength: 60 },
)

const LAUNCHES: readonly string[] = ['architecture', 'announcement', 'release', 'roadmap']
const KEYS = { vendor: 'vendors', jurisdiction: 'jurisdictions', architecture: 'architectures' } as const

/** Whether a leaf of this path should hold an item: by what its path says, and no more. */
function belongs(path: string, item: TimelineItem): boolean {
  const [head = '', kind] = path.split('/')
  const [grouping = '', key = ''] = head.split(':')
  const keys = grouping in KEYS ? item[KEYS[grouping as keyof typeof KEYS]] : null
  if (keys !== null && !(key === 'none' ? keys.length === 0 : keys.includes(key))) return false
  if (kind === undefined) return true
  if (kind === 'launches') return LAUNCHES.includes(item.kind)
  return kind === 'events' ? EVENT_KINDS.some((one) => one === item.kind) : item.kind === kind
}

const leaves = (lanes: readonly Lane[]): Lane[] =>
  lanes.flatMap((lane) => (lane.children.length === 0 ? [lane] : leaves(lane.children)))
const sizeOf = (lane: Lane): number => lane.items.length + lane.children.reduce((sum, child) => sum + sizeOf(child), 0)

describe('the lanes of a grouping', () => {
  it('hold what their path says, in the order it came, and each item wherever it belongs', () => {
    fc.assert(
      fc.property(itemsArbitrary, fc.constantFrom(...GROUPINGS), (items, grouping) => {
        const lanes = leaves(lanesOf(document, items, grouping))
        for (const lane of lanes) expect(lane.items).toEqual(items.filter((item) => belongs(lane.id, item)))
        for (const lane of lanes) expect(lane.items.length).toBeGreaterThan(0)
        for (const item of items) {
          const places = grouping in KEYS ? Math.max(item[KEYS[grouping as keyof typeof KEYS]].length, 1) : 1
          expect(lanes.filter((lane) => lane.items.includes(item))).toHaveLength(places)
        }
      }),
    )
  })

  it('come with the largest vendor or jurisdiction first, and what has none last', () => {
    fc.assert(
      fc.property(itemsArbitrary, fc.constantFrom('vendor', 'jurisdiction'), (items, grouping) => {
        const rank = (lane: Lane) => (lane.id.endsWith(':none') ? -1 : sizeOf(lane))
        const lanes = lanesOf(document, items, grouping)
        expect(lanes).toEqual(lanes.toSorted((a, b) => rank(b) - rank(a) || (a.id < b.id ? -1 : 1)))
      }),
    )
  })
})

describe('lanes made in parts', () => {
  it('are those made at once, though others are made in between', () => {
    const many = Array.from({ length: 10_000 }, (_, at): TimelineItem => {
      const kinds = { kind: at % 3 === 0 ? 'chip' : 'policy', vendors: VENDORS.slice(at % 4) } as const
      return { ...pointAt(`r${String(at)}`, at), ...kinds, architectures: ARCHITECTURES.slice(at % 3) }
    })
    const works = GROUPINGS.map((grouping) => makingLanes(document, many, grouping))
    const made = new Map<Grouping, Lane[]>()
    while (made.size < works.length)
      for (const [at, grouping] of GROUPINGS.entries()) {
        const step = works[at]?.next()
        if (step?.done === true && !made.has(grouping)) made.set(grouping, step.value)
      }
    for (const grouping of GROUPINGS) expect(made.get(grouping)).toEqual(lanesOf(document, many, grouping))
  })

  it('look at no more than some thousand items in a part, though each vendor has but a few', () => {
    let looks = 0
    const counted = (property: 'kind' | 'vendors' | 'jurisdictions' | 'architectures', item: TimelineItem) =>
      Object.defineProperty({ ...item }, property, {
        get: () => {
          looks += 1
          return item[property]
        },
        enumerable: true,
      })
    for (const property of ['kind', 'vendors', 'jurisdictions', 'architectures'] as const) {
      const items = Array.from({ length: 12_000 }, (_, at) => {
        const keys = { vendors: [`v${String(at % 30)}`], jurisdictions: [`J${String(at % 30)}`] }
        return counted(property, { ...pointAt(`r${String(at)}`, at), ...keys })
      })
      for (const grouping of GROUPINGS) {
        const work = makingLanes(document, items, grouping)
        let most = 0
        for (let done: boolean | undefined = false; done !== true; most = Math.max(most, looks)) {
          looks = 0
          done = work.next().done
        }
        expect([grouping, property, most <= 4096]).toEqual([grouping, property, true])
      }
    }
    expect(toTheEnd(makingLanes(document, [], 'story'))).toEqual([])
  })
})
