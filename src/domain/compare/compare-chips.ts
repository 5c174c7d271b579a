import type { RecordOf } from '../model/record'
import { METRICS, type Metric } from '../model/spec-value'
import { factOf, type Fact } from './fact'

export { LEAST_SIDE_BY_SIDE as LEAST_COMPARED, MOST_SIDE_BY_SIDE as MOST_COMPARED } from '../model/figure-parts'

/** `incomplete`: the same for those that are known, but one is not; whether it differs nobody can say. */
export const LIKENESSES = ['differ', 'incomplete', 'same', 'unknown'] as const
export type Likeness = (typeof LIKENESSES)[number]

export interface CompareRow {
  readonly metric: Metric
  readonly likeness: Likeness
  /** One for each chip, in the order of the chips. */
  readonly facts: readonly Fact[]
}

type Chip = Pick<RecordOf<'chip'>, 'specs'>

/** Metrics as rows: those that differ first, then by {@link LIKENESSES}; within each in the order of the metrics given. */
export function compareRows(chips: readonly Chip[], metrics: readonly Metric[] = METRICS): CompareRow[] {
  const rows = metrics.map((metric): CompareRow => {
    const facts = chips.map((chip) => factOf(chip, metric))
    return { metric, likeness: likenessOf(facts), facts }
  })
  return LIKENESSES.flatMap((likeness) => rows.filter((row) => row.likeness === likeness))
}

function likenessOf(facts: readonly Fact[]): Likeness {
  const known = facts.filter(({ value }) => value !== null)
  if (known.length === 0) return 'unknown'
  if (new Set(known.map(({ value }) => value)).size > 1) return 'differ'
  return known.length < facts.length ? 'incomplete' : 'same'
}

/** A fact divided by that of the base; null where one of them is unknown, a text, or the base is zero. */
export function ratioTo(base: Fact | undefined, { value }: Fact): number | null {
  if (typeof value !== 'number' || typeof base?.value !== 'number' || base.value === 0) return null
  return value / base.value
}
