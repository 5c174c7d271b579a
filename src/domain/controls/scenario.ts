import type { Document } from '../model/document'
import type { RecordId } from '../model/ids'
import type { RecordOf } from '../model/record'
import type { DayNumber } from '../time/day-number'
import { controlsIndex, type ControlsIndex } from './controls-index'
import { sameEffect, segmentOn, segmentsOf } from './segments'
import type { Status } from './status'

/** What if: rules that are added, or that stand in place of those with the same id, and rules that are left out. */
export interface OtherRules {
  readonly rules: readonly RecordOf<'rule'>[]
  readonly without: readonly RecordId[]
}

/**
 * The index of a document as if the scenario were the law. The document given is not touched; every answer of the
 * index says that it is hypothetical. `before`: see `controlsIndex`. Throws where a rule would take the place of a record of another type.
 */
export function hypothetically(
  document: Document,
  { rules, without }: OtherRules,
  before?: ControlsIndex,
): ControlsIndex {
  const records = new Map(document.records)
  for (const id of without) if (records.get(id)?.type === 'rule') records.delete(id)
  for (const rule of rules) {
    const there = records.get(rule.id)
    if (there !== undefined && there.type !== 'rule') throw new Error(`${rule.id} is a ${there.type}, not a rule`)
    records.set(rule.id, rule)
  }
  const hypothetical = new Set([...rules.map(({ id }) => id), ...without])
  return controlsIndex({ records }, { before, hypothetical })
}

/** A stretch of days on which a scenario makes something else of a chip: `from` to the day before `to`. */
export interface Difference {
  readonly chip: RecordId
  readonly from: DayNumber
  readonly to: DayNumber
  readonly before: Status
  readonly after: Status
  readonly hypothetical: true
}

/**
 * Where a scenario comes to something else than the law as it is, chip by chip and in order of time: which chips, and
 * since when. That a draft is merely announced makes no difference.
 */
export function differences(law: ControlsIndex, scenario: ControlsIndex, destination: string): Difference[] {
  return [...law.chips.values()].flatMap((entry): Difference[] => {
    const other = scenario.chips.get(entry.chip.id)
    if (other === undefined) return []
    const [left, right] = [segmentsOf(law, entry, destination), segmentsOf(scenario, other, destination)]
    const days = [...new Set([...left, ...right].map(({ from }) => from))].sort((a, b) => a - b)
    const found: Difference[] = []
    for (const [at, from] of days.entries()) {
      const [before, after] = [segmentOn(left, from).status, segmentOn(right, from).status]
      const to = days[at + 1] ?? Infinity
      if (!sameEffect(before, after)) found.push({ chip: entry.chip.id, from, to, before, after, hypothetical: true })
    }
    return found
  })
}
