import { sameValue } from './apply'

export interface Pair {
  readonly fromAt: number | null
  readonly toAt: number | null
}

/**
 * Which element of one list is which of the other, in order: as many equal pairs as can be, then as
 * many that go by the same key (of a spec value its metric and condition, else the id). An element
 * that is on one side only has `null` on the other; objects without a key are paired by turn.
 */
export function alignLists(from: readonly unknown[], to: readonly unknown[]): Pair[] {
  const score = (a: unknown, b: unknown): number => {
    if (sameValue(a, b)) return 2
    const key = keyOf(a)
    return key !== null && key === keyOf(b) ? 1 : 0
  }
  const best = Array.from({ length: from.length + 1 }, () => new Array<number>(to.length + 1).fill(0))
  const at = (i: number, j: number): number => best[i]?.[j] ?? 0
  for (let i = from.length - 1; i >= 0; i -= 1)
    for (let j = to.length - 1; j >= 0; j -= 1) {
      const paired = score(from[i], to[j])
      const row = best[i]
      if (row !== undefined) row[j] = Math.max(at(i + 1, j), at(i, j + 1), paired === 0 ? 0 : paired + at(i + 1, j + 1))
    }
  const pairs: Pair[] = []
  let gap: { left: number[]; right: number[] } = { left: [], right: [] }
  const closeGap = (): void => {
    pairs.push(...pairByTurn(gap.left, gap.right, from, to))
    gap = { left: [], right: [] }
  }
  let [i, j] = [0, 0]
  while (i < from.length || j < to.length) {
    const paired = i < from.length && j < to.length ? score(from[i], to[j]) : 0
    if (paired > 0 && at(i, j) === paired + at(i + 1, j + 1)) {
      closeGap()
      pairs.push({ fromAt: i, toAt: j })
      i += 1
      j += 1
    } else if (j >= to.length || (i < from.length && at(i, j) === at(i + 1, j))) gap.left.push(i++)
    else gap.right.push(j++)
  }
  closeGap()
  return pairs
}

/** Between two pairs: objects without a key are each other's successors, the rest came or went. */
function pairByTurn(left: number[], right: number[], from: readonly unknown[], to: readonly unknown[]): Pair[] {
  const pairs: Pair[] = []
  const pending = [...right]
  for (const fromAt of left) {
    const toAt = pending[0]
    if (toAt !== undefined && isKeyless(from[fromAt]) && isKeyless(to[toAt])) {
      pairs.push({ fromAt, toAt })
      pending.shift()
    } else pairs.push({ fromAt, toAt: null })
  }
  return [...pairs, ...pending.map((toAt) => ({ fromAt: null, toAt }))]
}

export function isPlainObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const isKeyless = (value: unknown): boolean => isPlainObject(value) && keyOf(value) === null

function keyOf(value: unknown): string | null {
  if (!isPlainObject(value)) return null
  if ('metric' in value) {
    const condition = 'condition' in value && Array.isArray(value.condition) ? (value.condition as string[]) : []
    return JSON.stringify([value.metric, ...condition.toSorted()])
  }
  return 'id' in value && typeof value.id === 'string' ? value.id : null
}
