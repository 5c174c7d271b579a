import { compareRows, type CompareRow } from '../../compare/compare-chips'
import { recordOfType, type Document } from '../../model/document'
import type { RecordId } from '../../model/ids'
import type { RecordOf } from '../../model/record'
import { METRICS, type Metric } from '../../model/spec-value'
import type { FigureSpec } from '../figure-spec'

/** Chips side by side, before they have a place. */
export interface ComparisonContent {
  readonly chips: readonly RecordOf<'chip'>[]
  /** The place of the chip to which the ratios are; null: no ratios. */
  readonly base: number | null
  /** Rows of which something is known, what differs first. */
  readonly rows: readonly CompareRow[]
  /** Metrics of which nothing is known of any. */
  readonly unknown: readonly Metric[]
  readonly sources: readonly RecordId[]
  readonly records: readonly RecordId[]
}

/** The comparison that a spec asks for; null where it asks for none, or the document holds none of its chips. */
export function comparisonContent(document: Document, { settings }: FigureSpec): ComparisonContent | null {
  const asked = settings.comparison
  if (asked === undefined) return null
  const chips = asked.chips.flatMap((id) => recordOfType(document, 'chip', id) ?? [])
  if (chips.length === 0) return null
  const wanted = new Set(asked.metrics)
  const rows = compareRows(
    chips,
    METRICS.filter((metric) => wanted.has(metric)),
  )
  const known = rows.filter(({ likeness }) => likeness !== 'unknown')
  const base = chips.findIndex(({ id }) => id === asked.base)
  return {
    chips,
    base: base < 0 || chips.length < 2 ? null : base,
    rows: known,
    unknown: rows.filter(({ likeness }) => likeness === 'unknown').map(({ metric }) => metric),
    sources: [...new Set(known.flatMap(({ facts }) => facts.flatMap(({ sources }) => sources)))],
    records: [...new Set(chips.flatMap(({ id, vendor }) => [id, vendor]))],
  }
}
