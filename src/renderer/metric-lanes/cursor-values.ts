import type { LaneContent } from '../../domain/lanes/lane-content'

/** What a lane is worth on a day: of one vendor, or of all together. */
export interface CursorValue {
  /** Null: of all vendors together. */
  readonly vendor: string | null
  /** Null: there is nothing then. */
  readonly value: number | null
  readonly chip: string | null
}

/**
 * What each line of a lane stands at on a day, the best of all first, then from the highest value down. What a vendor has
 * is left out where it is the best of all; before a line begins it has no value. `only`: of one vendor, and of all.
 */
export function valuesOn({ lines }: Pick<LaneContent, 'lines'>, day: number, only: string | null): CursorValue[] {
  const all = lines.flatMap(({ vendor, steps }): CursorValue[] => {
    const step = steps.findLast(({ from }) => from <= day)
    return step === undefined ? [] : [{ vendor, value: step.value, chip: step.chip ?? null }]
  })
  const best = all.find(({ vendor }) => vendor === null)
  const others = all.filter(({ vendor, chip }) => vendor !== null && chip !== best?.chip && (only ?? vendor) === vendor)
  return [...(best === undefined ? [] : [best]), ...others.sort((a, b) => (b.value ?? 0) - (a.value ?? 0))]
}

/** Those whose labels have room, each a line high, in the order of importance; the others have a mark alone. */
export function labelled<T extends { readonly y: number }>(values: readonly T[], heightPx: number): T[] {
  const taken: T[] = []
  for (const each of values) if (taken.every(({ y }) => Math.abs(y - each.y) >= heightPx)) taken.push(each)
  return taken
}
