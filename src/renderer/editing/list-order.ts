/** A list with the part at a place and its neighbour the other way round; as it was at either end. */
export function neighbours<T>(list: readonly T[], at: number, step: 1 | -1): readonly T[] {
  const [one, other] = [list[at], list[at + step]]
  if (one === undefined || other === undefined) return list
  return list.map((each, place) => (place === at ? other : place === at + step ? one : each))
}

/** A list with a part put in after a place. */
export const withAfter = <T>(list: readonly T[], at: number, part: T): readonly T[] => [
  ...list.slice(0, at + 1),
  part,
  ...list.slice(at + 1),
]
