import { recordOfType, type Document } from '../model/document'
import type { RecordId } from '../model/ids'
import type { RecordOf } from '../model/record'
import type { Comparison, Condition, Provision } from '../model/rule'
import type { Assumption } from '../model/scenario'
import type { OtherRules } from './scenario'

type Rule = RecordOf<'rule'>

/** The comparisons of a condition in the order of the text. */
export function leavesOf(condition: Condition | undefined): Comparison[] {
  if (condition === undefined) return []
  if ('metric' in condition) return [condition]
  return ('all' in condition ? condition.all : condition.any).flatMap(leavesOf)
}

/**
 * The rules that assumptions come to, taken one after the other, so that a later one may speak of a copy that an
 * earlier one made. What speaks of a rule, paragraph or comparison that is not there is passed over.
 */
export function rulesUnder(document: Document, assumptions: readonly Assumption[]): OtherRules {
  const changed = new Map<RecordId, Rule>()
  const without = new Set<RecordId>()
  const find = (id: RecordId): Rule | undefined => changed.get(id) ?? recordOfType(document, 'rule', id)
  for (const assumption of assumptions) {
    const rule = find(assumption.rule)
    if (rule === undefined) continue
    if (assumption.kind === 'suspend') {
      changed.delete(rule.id)
      without.add(rule.id)
    } else if (assumption.kind === 'copy') {
      if (!document.records.has(assumption.copy)) changed.set(assumption.copy, copyOf(rule, assumption.copy))
    } else {
      without.delete(rule.id)
      changed.set(rule.id, assumed(rule, assumption))
    }
  }
  return { rules: [...changed.values()], without: [...without] }
}

/** A rule of its own that reads the same; its paragraphs get ids of their own. */
function copyOf(rule: Rule, id: RecordId): Rule {
  return { ...rule, id, provisions: rule.provisions.map((each, at) => ({ ...each, id: `${id}.${String(at + 1)}` })) }
}

function assumed(rule: Rule, assumption: Exclude<Assumption, { kind: 'suspend' | 'copy' }>): Rule {
  switch (assumption.kind) {
    case 'effective':
      // What is said to bind from a day is no longer a decision that waits for another act.
      return { ...rule, effective: assumption.date, form: rule.form === 'decision' ? 'rule' : rule.form }
    case 'outcome':
      return withProvision(rule, assumption.provision, (each) => ({
        ...each,
        outcome: { ...each.outcome, step: assumption.step },
      }))
    case 'limit':
      return withProvision(rule, assumption.provision, (each) =>
        each.when === undefined ? each : { ...each, when: withLimit(each.when, assumption.at, assumption.limit) },
      )
  }
}

function withProvision(rule: Rule, id: RecordId, change: (each: Provision) => Provision): Rule {
  return { ...rule, provisions: rule.provisions.map((each) => (each.id === id ? change(each) : each)) }
}

function withLimit(condition: Condition, at: number, limit: number): Condition {
  let place = 0
  const visit = (each: Condition): Condition => {
    if ('metric' in each) return place++ === at ? { ...each, limit } : each
    return 'all' in each ? { all: each.all.map(visit) } : { any: each.any.map(visit) }
  }
  return visit(condition)
}
