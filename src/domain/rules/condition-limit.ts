import type { Condition } from '../model/rule'

/**
 * The condition with the limit of one comparison replaced; `path` is its place among the parts at each depth, empty
 * for a condition that is one comparison. The same condition where no comparison stands at that path.
 */
export function withLimitAt(condition: Condition, path: readonly number[], limit: number): Condition {
  const [at, ...deeper] = path
  if ('metric' in condition) return at === undefined ? { ...condition, limit } : condition
  const changed = (parts: readonly Condition[]): Condition[] =>
    parts.map((part, place) => (place === at ? withLimitAt(part, deeper, limit) : part))
  return 'all' in condition ? { all: changed(condition.all) } : { any: changed(condition.any) }
}
