import type { LaneMetric } from '../model/lane-kind'
import type { RecordOf } from '../model/record'
import type { Comparison, Provision } from '../model/rule'
import { leavesOf } from './assumptions'
import type { ControlsIndex } from './controls-index'
import type { Dated } from './dated'
import { LIMITS_IN } from './lane-metric'
import type { ProvisionEntry } from './rulebook'

/** A limit of a rule as a line in a lane, over the days on which it was in force. */
export interface LimitLine {
  readonly rule: RecordOf<'rule'>
  readonly provision: Provision
  readonly operator: Comparison['operator']
  /** The limit in the lane's unit. */
  readonly limit: number
  readonly from: Dated
  /** The first day after; null while no end is known. */
  readonly to: Dated | null
}

/**
 * The limits that rules set to a lane's quantity, by the day from which they bind. Rules that never bound are left
 * out; a paragraph that another replaced ends where that one binds.
 */
export function limitLines(index: ControlsIndex, lane: LaneMetric): LimitLine[] {
  const inRules = LIMITS_IN[lane]
  if (inRules === undefined) return []
  const lines = index.rulebook.provisions.flatMap((each): LimitLine[] => {
    const { entry, provision } = each
    const [from, to] = [entry.binds?.date, endOf(each)]
    if (from === undefined || provision.when === undefined || (to !== null && to.first <= from.first)) return []
    const limits = leavesOf(provision.when).filter(({ metric }) => metric === inRules.metric)
    const once = limits.filter(
      (one, at) => limits.findIndex((other) => other.limit === one.limit && other.operator === one.operator) === at,
    )
    return once.map(({ operator, limit }) => ({
      rule: entry.rule,
      provision,
      operator,
      limit: limit / inRules.per,
      from,
      to,
    }))
  })
  return lines.sort((a, b) => a.from.first - b.from.first || a.limit - b.limit)
}

function endOf({ entry, replacedBy }: ProvisionEntry): Dated | null {
  const ends = [
    ...entry.ends.map(({ date }) => date),
    ...replacedBy.flatMap(({ entry: other }) => other.binds?.date ?? []),
  ]
  return ends.reduce<Dated | null>((first, date) => (first === null || date.first < first.first ? date : first), null)
}
