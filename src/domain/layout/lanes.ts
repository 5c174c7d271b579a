import { recordOfType, type Document } from '../model/document'
import { EVENT_KINDS } from '../model/event'
import type { Names } from '../model/names'
import type { Grouping, ItemKind } from '../model/view'
import { assertNever } from '../model/exhaustive'
import { jurisdictionNames, KIND_NAMES, LANE_NAMES } from './lane-names'
import { toTheEnd, type InParts } from '../model/in-parts'
import type { Lane, TimelineItem } from './timeline-item'

type Items = readonly TimelineItem[]

/** Each list begins with a part of its own, so that many short ones do not add up to one long part. */
const ITEMS_IN_A_PART = 1024

const leaf = (id: string, names: Names, items: Items): Lane => ({ id, names, items, children: [] })

/** A parent lane without the children that would be empty; undefined when nothing is left. */
function parent(id: string, names: Names, children: readonly Lane[]): Lane | undefined {
  const kept = children.filter(({ items, children: inner }) => items.length > 0 || inner.length > 0)
  return kept.length === 0 ? undefined : { id, names, items: [], children: kept }
}

const present = (lanes: readonly (Lane | undefined)[]): Lane[] => lanes.filter((lane) => lane !== undefined)

/** Deals items out to lists by their kind, each in the order they come in; what `listOf` does not name falls away. */
function* dealing(
  items: Items,
  lists: number,
  listOf: Readonly<Partial<Record<ItemKind, number>>>,
): InParts<TimelineItem[][]> {
  const found = Array.from({ length: lists }, (): TimelineItem[] => [])
  const numbers = new Map(Object.entries(listOf))
  for (let at = 0; at < items.length; at += 1) {
    if (at % ITEMS_IN_A_PART === 0) yield
    const item = items[at]
    const list = item === undefined ? undefined : numbers.get(item.kind)
    if (item !== undefined && list !== undefined) found[list]?.push(item)
  }
  return found
}

/** What a lane of several kinds is called; the others are called as their kind. */
interface KindLane {
  readonly id: string
  readonly names: Names
  readonly kinds: readonly ItemKind[]
}

const ofKind = (kind: ItemKind): KindLane => ({ id: kind, names: KIND_NAMES[kind], kinds: [kind] })

/** Lanes by kinds. No kind may stand in two of them. */
function* kindLanesOf(items: Items, lanes: readonly KindLane[]): InParts<Lane[]> {
  const listOf = Object.fromEntries(lanes.flatMap(({ kinds }, at) => kinds.map((kind) => [kind, at])))
  const lists = yield* dealing(items, lanes.length, listOf)
  return lanes.map(({ id, names }, at) => leaf(id, names, lists[at] ?? []))
}

const below = (base: string, lanes: readonly KindLane[]): KindLane[] =>
  lanes.map((lane) => ({ ...lane, id: `${base}/${lane.id}` }))

/** Puts items under every key they have; those without any under `null`. */
function* byKey(
  items: Items,
  keysOf: (item: TimelineItem) => readonly string[],
): InParts<Map<string | null, TimelineItem[]>> {
  const groups = new Map<string | null, TimelineItem[]>()
  const add = (key: string | null, item: TimelineItem): void => {
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [item])
    else group.push(item)
  }
  for (let at = 0; at < items.length; at += 1) {
    if (at % ITEMS_IN_A_PART === 0) yield
    const item = items[at]
    if (item === undefined) continue
    const keys = keysOf(item)
    if (keys.length === 0) add(null, item)
    // Of 100,000 items each is asked: an iterator for each would take longer than the answers.
    for (let place = 0; place < keys.length; place += 1) add(keys[place] ?? null, item)
  }
  return groups
}

/** Largest group first, `null` last, ties by key: an order that does not hang on the data's order. */
function largestFirst(groups: ReadonlyMap<string | null, Items>): [string | null, Items][] {
  return [...groups].sort(([a, left], [b, right]) => {
    if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
    return right.length - left.length || (a < b ? -1 : 1)
  })
}

const BUILT_AND_RULED: readonly KindLane[] = [
  ofKind('architecture-span'),
  ofKind('chip'),
  ofKind('rule'),
  { id: 'events', names: LANE_NAMES.events, kinds: EVENT_KINDS },
]

/** What a vendor or jurisdiction did, split into what was built, ruled and what happened. */
function* builtAndRuled(base: string, names: Names, items: Items): InParts<Lane | undefined> {
  return parent(base, names, yield* kindLanesOf(items, below(base, BUILT_AND_RULED)))
}

const LAUNCHES: readonly ItemKind[] = ['architecture', 'announcement', 'release', 'roadmap']

const STORY: readonly (Omit<KindLane, 'kinds'> & { readonly lanes: readonly KindLane[] })[] = [
  {
    id: 'story:built',
    names: LANE_NAMES.built,
    lanes: [
      ofKind('architecture-span'),
      ofKind('chip'),
      { id: 'launches', names: LANE_NAMES.launches, kinds: LAUNCHES },
    ],
  },
  { id: 'story:allowed', names: LANE_NAMES.allowed, lanes: [ofKind('rule'), ofKind('policy'), ofKind('response')] },
  { id: 'story:market', names: LANE_NAMES.market, lanes: [ofKind('market'), ofKind('report')] },
]

function* storyLanes(items: Items): InParts<Lane[]> {
  // All at once, so that each item is looked at once.
  const made = yield* kindLanesOf(
    items,
    STORY.flatMap(({ id, lanes }) => below(id, lanes)),
  )
  return present(
    STORY.map(({ id, names }) =>
      parent(
        id,
        names,
        made.filter((lane) => lane.id.startsWith(`${id}/`)),
      ),
    ),
  )
}

const KIND_ORDER: readonly ItemKind[] = [
  'architecture-span',
  'chip',
  ...LAUNCHES,
  'rule',
  'policy',
  'response',
  'market',
  'report',
]

function* kindLanes(items: Items): InParts<Lane[]> {
  const lanes = yield* kindLanesOf(items, below('kind', KIND_ORDER.map(ofKind)))
  return lanes.filter((lane) => lane.items.length > 0)
}

function* vendorLanes(document: Document, items: Items): InParts<Lane[]> {
  const found: (Lane | undefined)[] = []
  for (const [vendor, group] of largestFirst(yield* byKey(items, (item) => item.vendors)))
    found.push(
      vendor === null
        ? yield* builtAndRuled('vendor:none', LANE_NAMES.noVendor, group)
        : yield* builtAndRuled(`vendor:${vendor}`, vendorNames(document, vendor), group),
    )
  return present(found)
}

function vendorNames(document: Document, vendor: string): Names {
  return recordOfType(document, 'organisation', vendor)?.name ?? { en: vendor, 'zh-Hant': vendor }
}

function* jurisdictionLanes(items: Items): InParts<Lane[]> {
  const found: (Lane | undefined)[] = []
  for (const [code, group] of largestFirst(yield* byKey(items, (item) => item.jurisdictions)))
    found.push(yield* builtAndRuled(`jurisdiction:${code ?? 'none'}`, jurisdictionNames(code ?? '—'), group))
  return present(found)
}

/** Vendor, then architecture in the order of its first date, with its chips and what was said of it. */
function* architectureLanes(document: Document, items: Items): InParts<Lane[]> {
  const groups = yield* byKey(items, (item) => item.architectures)
  const vendors = new Map<string, Lane[]>()
  for (const [id, group] of groups) {
    const architecture = recordOfType(document, 'architecture', id ?? undefined)
    if (architecture === undefined) continue
    const lanes = vendors.get(architecture.vendor) ?? []
    lanes.push(leaf(`architecture:${architecture.id}`, architecture.name, group))
    vendors.set(architecture.vendor, lanes)
  }
  const count = (lanes: readonly Lane[]): number => lanes.reduce((sum, lane) => sum + lane.items.length, 0)
  const first = (lane: Lane): number => lane.items[0]?.extent.earliest ?? 0
  const ordered = [...vendors].sort(([a, left], [b, right]) => count(right) - count(left) || (a < b ? -1 : 1))
  const without = groups.get(null)
  return present([
    ...ordered.map(([vendor, lanes]) =>
      parent(
        `architecture-vendor:${vendor}`,
        vendorNames(document, vendor),
        lanes.sort((a, b) => first(a) - first(b)),
      ),
    ),
    without === undefined ? undefined : leaf('architecture:none', LANE_NAMES.noArchitecture, without),
  ])
}

/**
 * The lanes of a grouping, top to bottom; empty ones are left out. An item that has several vendors,
 * jurisdictions or architectures stands in the lane of each.
 */
export const lanesOf = (document: Document, items: Items, grouping: Grouping): Lane[] =>
  toTheEnd(makingLanes(document, items, grouping))

/** The same in parts, some thousand items at a time. */
export function makingLanes(document: Document, items: Items, grouping: Grouping): InParts<Lane[]> {
  switch (grouping) {
    case 'story':
      return storyLanes(items)
    case 'kind':
      return kindLanes(items)
    case 'vendor':
      return vendorLanes(document, items)
    case 'jurisdiction':
      return jurisdictionLanes(items)
    case 'architecture':
      return architectureLanes(document, items)
    default:
      return assertNever(grouping)
  }
}
