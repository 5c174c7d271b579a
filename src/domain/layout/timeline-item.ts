import type { Confidence } from '../model/evidence'
import type { RecordId } from '../model/ids'
import type { Jurisdiction } from '../model/jurisdiction'
import type { Names } from '../model/names'
import type { ItemKind, TimeWindow } from '../model/view'
import type { DayNumber } from '../time/day-number'
import type { KindCounts } from './kind-counts'

/**
 * What a record covers on the axis, in UTC day numbers, ends exclusive:
 *
 *     earliest      solidFrom        solidTo       latest
 *        ░░░░░░░░░░░░░▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓░░░░░░░░░░░░░
 *        may have begun   certainly holds   may still hold
 *
 * All four are finite and in order. `solidFrom > solidTo` never; where nothing is certain (a single
 * imprecise date) both are equal and lie inside, and only the soft part is drawn.
 */
export interface Extent {
  readonly earliest: DayNumber
  readonly solidFrom: DayNumber
  readonly solidTo: DayNumber
  readonly latest: DayNumber
  /** No end is stated: drawn fading out at `latest`. */
  readonly openEnd: boolean
  readonly openStart: boolean
  /** Any of its dates is approximate or uncertain (`~`, `?`). */
  readonly approximate: boolean
  /** The day it was announced or published, where that is before it began: drawn as a thin lead. */
  readonly leadFrom: DayNumber | null
}

/**
 * What a rule is at a time of its life: `waiting`, made known and not binding yet, or not by any date that is recorded;
 * `decided`, announced and left to another act; `grace`, binding while compliance is not asked yet; `force`, binding.
 */
export const LIFE_PHASES = ['waiting', 'decided', 'grace', 'force'] as const
export type LifePhaseKind = (typeof LIFE_PHASES)[number]

/** In UTC day numbers, ends exclusive: possible between `from` and `to`, certain between the other two, which may be equal. */
export interface LifePhase {
  readonly kind: LifePhaseKind
  readonly from: DayNumber
  readonly solidFrom: DayNumber
  readonly solidTo: DayNumber
  readonly to: DayNumber
}

export const LIFE_FIELDS = ['announced', 'published', 'effective', 'enforced', 'ended'] as const

/** A date of a rule: the beginning of a known day, where both are the same, else somewhere between the two. */
export interface LifeDate {
  readonly field: (typeof LIFE_FIELDS)[number]
  readonly first: DayNumber
  readonly certain: DayNumber
}

/** A rule's way from being made known to its end; phases in the order in which they may begin. */
export interface RuleLife {
  readonly phases: readonly LifePhase[]
  readonly dates: readonly LifeDate[]
}

/** A record as the timeline sees it. */
export interface TimelineItem {
  readonly record: RecordId
  readonly kind: ItemKind
  readonly names: Names
  /** Architectures and rules are spans; chips and events are points. */
  readonly shape: 'span' | 'point'
  readonly extent: Extent
  /** Of rules alone. */
  readonly life: RuleLife | null
  readonly vendors: readonly RecordId[]
  readonly jurisdictions: readonly Jurisdiction[]
  readonly architectures: readonly RecordId[]
  readonly confidence: Confidence
  /** Who is drawn first when there is no room for all; larger wins. */
  readonly importance: number
}

/** A lane: what the left column names. Only leaves carry items; parents carry lanes. */
export interface Lane {
  /** Stable path, such as `vendor:nvidia/chips`. */
  readonly id: string
  readonly names: Names
  readonly children: readonly Lane[]
  readonly items: readonly TimelineItem[]
}

export interface FontSpec {
  readonly sizePx: number
  readonly weight: 400 | 500 | 600 | 700
}

/** Widths of text, given from outside: a canvas in the window, font files on the command line. */
export interface TextMeasurer {
  widthPx(text: string, font: FontSpec): number
}

/**
 * An item with its row inside its lane. The label starts inside the bar when it fits there, else it
 * stands right of the mark. Where there was room for the mark only, `label` is empty.
 */
export interface PlacedItem {
  /** `record@lane`: unique where a record stands in several lanes. */
  readonly key: string
  readonly item: TimelineItem
  readonly row: number
  readonly label: string
  readonly labelWidthPx: number
  readonly labelInside: boolean
}

/** What did not fit, counted: `count` items of one lane between two days. */
export interface CountMark {
  readonly key: string
  readonly startDay: DayNumber
  readonly endDay: DayNumber
  readonly row: number
  readonly count: number
  readonly kinds: KindCounts
  /** What begins between the two days, or what is long and passes through there. */
  readonly counts: 'beginning' | 'passing'
  /** In a lane of very many items looked up only when read: ask `count` for how many. */
  readonly records: readonly RecordId[]
}

/** Places a lane of very many items as far as one looks at it. */
export interface WindowedLane {
  /** Everything that meets the window is among the items or in a mark; rows are the same in every window. */
  layout(window: TimeWindow): { readonly items: readonly PlacedItem[]; readonly marks: readonly CountMark[] }
  /** A record as it is drawn, wherever one looks; else the mark that counts it; null where it is in another lane. */
  find(record: RecordId): { readonly item: PlacedItem } | { readonly mark: CountMark } | null
}

export interface PlacedLane {
  readonly lane: Lane
  readonly depth: number
  readonly collapsed: boolean
  readonly rows: number
  /** Both are empty where `windowed` stands for them. */
  readonly items: readonly PlacedItem[]
  readonly marks: readonly CountMark[]
  readonly windowed: WindowedLane | null
}
