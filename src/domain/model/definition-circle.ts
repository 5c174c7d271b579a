import type { ControlMetric } from './control-metric'
import type { Expression, Formula } from './formula'

/** A definition that leads back to itself. */
export interface DefinitionCircle {
  /** The part of the definition by which it does: `formulas[1].expression.product[0]`. */
  readonly path: string
  /** The way round, from the quantity to itself: `tpp`, `performance-density`, `tpp`. */
  readonly metrics: readonly ControlMetric[]
}

type DefinitionOf = (metric: ControlMetric) => Expression | null | undefined

/**
 * The definitions of a rule that lead back to themselves, by whatever `definitionOf` says of the quantities that they
 * name: the rule's own definitions alone, unless more are given.
 */
export function circlesIn(
  formulas: readonly Formula[],
  definitionOf: DefinitionOf = (metric) => formulas.findLast((each) => each.metric === metric)?.expression,
): DefinitionCircle[] {
  return formulas.flatMap(({ metric, expression }, at) => {
    for (const named of quantitiesIn(expression, `formulas[${at}].expression`)) {
      const way = wayTo(metric, named.metric, definitionOf, new Set())
      if (way !== null) return [{ path: named.path, metrics: [metric, ...way] }]
    }
    return []
  })
}

/** From one quantity to another, by what each is defined by; null where none leads there. */
function wayTo(
  to: ControlMetric,
  from: ControlMetric,
  definitionOf: DefinitionOf,
  seen: Set<ControlMetric>,
): readonly ControlMetric[] | null {
  if (from === to) return [from]
  if (seen.has(from)) return null
  seen.add(from)
  const expression = definitionOf(from) ?? null
  for (const { metric } of expression === null ? [] : quantitiesIn(expression, '')) {
    const way = wayTo(to, metric, definitionOf, seen)
    if (way !== null) return [from, ...way]
  }
  return null
}

function quantitiesIn(
  expression: Expression,
  path: string,
): { readonly metric: ControlMetric; readonly path: string }[] {
  if (typeof expression === 'number' || 'spec' in expression) return []
  if ('control' in expression) return [{ metric: expression.control, path }]
  const [kind, parts] = Object.entries(expression)[0] as [string, readonly Expression[]]
  return parts.flatMap((part, at) => quantitiesIn(part, `${path}.${kind}[${at}]`))
}
