import { recordOfType, type Document } from '../model/document'
import type { Names } from '../model/names'
import type { Grouping, ItemKind } from '../model/view'
import { assertNever } from '../model/exhaustive'
import { jurisdictionNames, KIND_NAMES, LANE_NAMES } from './lane-names'
import type { Lane, TimelineItem } from './timeline-item'

const LAUNCHES: readonly ItemKind[] = ['architecture', 'announcement', 'release', 'roadmap']
const MARKET: readonly ItemKind[] = ['market', 'report']

type Items = readonly TimelineItem[]

const leaf = (id: string, names: Names, items: Items): Lane => ({ id, names, items, children: [] })

/** A parent lane without the children that would be empty; undefined when nothing is left. */
function parent(id: string, names: Names, children: readonly Lane[]): Lane | undefined {
  const kept = children.filter(({ items, children: inner }) => items.length > 0 || inner.length > 0)
  return kept.length === 0 ? undefined : { id, names, items: [], children: kept }
}

const present = (lanes: readonly (Lane | undefined)[]): Lane[] => lanes.filter((lane) => lane !== undefined)

const ofKinds = (items: Items, kinds: readonly ItemKind[]): TimelineItem[] =>
  items.filter(({ kind }) => kinds.includes(kind))

const kindLane = (base: string, kind: ItemKind, items: Items): Lane =>
  leaf(`${base}/${kind}`, KIND_NAMES[kind], ofKinds(items, [kind]))

/** Puts items under every key they have; those without any under `null`. */
function byKey(items: Items, keysOf: (item: TimelineItem) => readonly string[]): Map<string | null, TimelineItem[]> {
  const groups = new Map<string | null, TimelineItem[]>()
  for (const item of items) {
    const keys = keysOf(item)
    for (const key of keys.length === 0 ? [null] : keys) {
      const group = groups.get(key)
      if (group === undefined) groups.set(key, [item])
      else group.push(item)
    }
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

/** What a vendor or jurisdiction did, split into what was built, ruled and what happened. */
function builtAndRuled(base: string, names: Names, items: Items): Lane | undefined {
  const built: readonly ItemKind[] = ['architecture-span', 'chip']
  const events = items.filter(({ kind }) => !built.includes(kind) && kind !== 'rule')
  return parent(base, names, [
    kindLane(base, 'architecture-span', items),
    kindLane(base, 'chip', items),
    kindLane(base, 'rule', items),
    leaf(`${base}/events`, LANE_NAMES.events, events),
  ])
}

function storyLanes(items: Items): Lane[] {
  return present([
    parent('story:built', LANE_NAMES.built, [
      kindLane('story:built', 'architecture-span', items),
      kindLane('story:built', 'chip', items),
      leaf('story:built/launches', LANE_NAMES.launches, ofKinds(items, LAUNCHES)),
    ]),
    parent('story:allowed', LANE_NAMES.allowed, [
      kindLane('story:allowed', 'rule', items),
      kindLane('story:allowed', 'policy', items),
      kindLane('story:allowed', 'response', items),
    ]),
    parent('story:market', LANE_NAMES.market, [
      kindLane('story:market', 'market', items),
      kindLane('story:market', 'report', items),
    ]),
  ])
}

function kindLanes(items: Items): Lane[] {
  const order: readonly ItemKind[] = ['architecture-span', 'chip', ...LAUNCHES, 'rule', 'policy', 'response', ...MARKET]
  return order.map((kind) => kindLane('kind', kind, items)).filter((lane) => lane.items.length > 0)
}

function vendorLanes(document: Document, items: Items): Lane[] {
  const vendors = largestFirst(byKey(items, (item) => item.vendors))
  return present(
    vendors.map(([vendor, group]) =>
      vendor === null
        ? builtAndRuled('vendor:none', LANE_NAMES.noVendor, group)
        : builtAndRuled(`vendor:${vendor}`, vendorNames(document, vendor), group),
    ),
  )
}

function vendorNames(document: Document, vendor: string): Names {
  return recordOfType(document, 'organisation', vendor)?.name ?? { en: vendor, 'zh-Hant': vendor }
}

function jurisdictionLanes(items: Items): Lane[] {
  return present(
    largestFirst(byKey(items, (item) => item.jurisdictions)).map(([code, group]) =>
      builtAndRuled(`jurisdiction:${code ?? 'none'}`, jurisdictionNames(code ?? '—'), group),
    ),
  )
}

/** Vendor, then architecture in the order of its first date, with its chips and what was said of it. */
function architectureLanes(document: Document, items: Items): Lane[] {
  const groups = byKey(items, (item) => item.architectures)
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
export function lanesOf(document: Document, items: Items, grouping: Grouping): Lane[] {
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
