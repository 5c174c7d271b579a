import type { Comparison, Condition } from '../model/rule'

export interface ConditionWords {
  comparison(comparison: Comparison): string
  /** Two parts or more, joined by “and” for `all` and by “or” for `any`. */
  join(kind: 'all' | 'any', parts: readonly string[]): string
  /** What is to be read as one. */
  group(text: string): string
}

/**
 * A condition in one line: `TPP of at least 4,800 or (TPP of at least 1,600 and …)`. A branch of several parts inside
 * another is grouped, so that there is one way to read it; a branch of one part is said as that part.
 */
export function conditionWords(condition: Condition, words: ConditionWords): string {
  const only = single(condition)
  if ('metric' in only) return words.comparison(only)
  const [kind, parts] = 'all' in only ? (['all', only.all] as const) : (['any', only.any] as const)
  const said = parts.map(single).map((part) => {
    const text = conditionWords(part, words)
    return 'metric' in part ? text : words.group(text)
  })
  return words.join(kind, said)
}

/** A branch of one part is that part. */
function single(condition: Condition): Condition {
  if ('metric' in condition) return condition
  const [first, ...others] = 'all' in condition ? condition.all : condition.any
  return first !== undefined && others.length === 0 ? single(first) : condition
}
