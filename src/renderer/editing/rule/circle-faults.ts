import { definitionsOf } from '../../../domain/controls/rulebook'
import { circlesIn } from '../../../domain/model/definition-circle'
import type { RecordOf } from '../../../domain/model/record'
import type { FieldValues } from '../../../domain/change/record-commands'
import type { Fault } from '../typed-texts'

type Rule = RecordOf<'rule'>

/** Definitions of a rule as it is typed that lead back to themselves, by its own words or by what it takes over. */
export function circleFaults(fields: FieldValues, rules: readonly Rule[]): [string, Fault][] {
  const { formulas = [], amends = [], supersedes = [], corrects = [] } = fields as Partial<Rule>
  if (formulas.length === 0) return []
  const definitions = definitionsOf({ formulas, amends, supersedes, corrects }, rules)
  return circlesIn(formulas, (metric) => definitions[metric]).map(({ path, metrics }) => [
    path,
    { kind: 'circle', metrics },
  ])
}
