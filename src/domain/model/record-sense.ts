import { CONTROL_UNITS } from './control-metric'
import { circlesIn } from './definition-circle'
import type { Expression } from './formula'
import type { Problem } from './problem'
import type { RecordOf, TapelineRecord } from './record'
import type { Condition } from './rule'
import { METRIC_UNITS, type SpecValue } from './spec-value'

interface Fault {
  readonly path: string
  readonly detail: string
  readonly code?: 'duplicate-id' | 'circular-definition'
}

/** Units are fixed per metric: a file in GB/s where TB/s is meant is wrong by a thousand, silently. */
function specFaults(specs: readonly SpecValue[]): Fault[] {
  const faults: Fault[] = []
  for (const [index, { metric, value, unit }] of specs.entries()) {
    const wanted = METRIC_UNITS[metric]
    const path = `specs[${index}]`
    if (wanted === null) {
      if (typeof value !== 'string') faults.push({ path: `${path}.value`, detail: `${metric} is a text` })
      if (unit !== undefined) faults.push({ path: `${path}.unit`, detail: `${metric} has no unit` })
    } else {
      if (typeof value !== 'number') faults.push({ path: `${path}.value`, detail: `${metric} is a number` })
      if (unit !== wanted) faults.push({ path: `${path}.unit`, detail: `${metric} is kept in ${wanted}` })
    }
  }
  return faults
}

function conditionFaults(condition: Condition, path: string): Fault[] {
  if ('all' in condition) return condition.all.flatMap((part, index) => conditionFaults(part, `${path}.all[${index}]`))
  if ('any' in condition) return condition.any.flatMap((part, index) => conditionFaults(part, `${path}.any[${index}]`))
  const wanted = CONTROL_UNITS[condition.metric]
  return condition.unit === wanted ? [] : [{ path: `${path}.unit`, detail: `${condition.metric} is kept in ${wanted}` }]
}

function expressionFaults(expression: Expression, path: string): Fault[] {
  if (typeof expression === 'number' || 'control' in expression) return []
  if ('spec' in expression)
    return METRIC_UNITS[expression.spec] === null ? [{ path, detail: `${expression.spec} is a text` }] : []
  const [kind, parts] = Object.entries(expression)[0] as [string, Expression[]]
  return parts.flatMap((part, index) => expressionFaults(part, `${path}.${kind}[${index}]`))
}

function ruleFaults(rule: RecordOf<'rule'>): Fault[] {
  const seen = new Set<string>()
  const formulas = (rule.formulas ?? []).flatMap(({ expression }, index) =>
    expressionFaults(expression, `formulas[${index}].expression`),
  )
  const circles = circlesIn(rule.formulas ?? []).map(({ path, metrics }): Fault => {
    return { path, detail: `leads back to itself: ${metrics.join(' -> ')}`, code: 'circular-definition' }
  })
  return formulas.concat(
    circles,
    rule.provisions.flatMap(({ id, when }, index) => {
      const path = `provisions[${index}]`
      const faults = when === undefined ? [] : conditionFaults(when, `${path}.when`)
      if (seen.has(id))
        faults.push({ path: `${path}.id`, detail: `is used twice in this rule: ${id}`, code: 'duplicate-id' })
      seen.add(id)
      return faults
    }),
  )
}

/** What a schema cannot say of one record: units that fit their metric, provisions told apart, definitions that end. */
export function senseProblems(record: TapelineRecord): Problem[] {
  const faults: Fault[] = [
    ...('specs' in record ? specFaults(record.specs) : []),
    ...(record.type === 'rule' ? ruleFaults(record) : []),
  ]
  return faults.map(({ code, path, detail }) => ({ code: code ?? 'wrong-shape', record: record.id, path, detail }))
}
