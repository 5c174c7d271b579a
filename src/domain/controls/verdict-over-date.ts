import type { RecordId } from '../model/ids'
import type { ControlsIndex } from './controls-index'
import { datedOf, type Dated } from './dated'
import { segmentsOf } from './segments'
import type { Status } from './status'

/** The outcome on a date that may be known only to the month or quarter. */
export type OutcomeOverDate =
  | { readonly known: true; readonly outcome: Status['outcome'] }
  /** The outcome hangs on which of its days the date was: `among` are those it could be, in order of time. */
  | { readonly known: false; readonly date: Dated; readonly among: readonly Status['outcome'][] }

/**
 * The outcome of a chip at a destination on a date as it is known (EDTF). A date within which the outcome changes
 * gives no outcome: it is undetermined, as known only to so much. Null for an unknown chip or a text that is no date.
 */
export function outcomeOverDate(
  index: ControlsIndex,
  chip: RecordId,
  destination: string,
  date: string,
): OutcomeOverDate | null {
  const entry = index.chips.get(chip)
  const dated = datedOf(date)
  if (entry === undefined || dated === null) return null
  const within = segmentsOf(index, entry, destination).filter(({ from, to }) => from <= dated.last && to > dated.first)
  const among = [...new Set(within.map(({ status }) => status.outcome))]
  const [first] = among
  if (first !== undefined && among.length === 1) return { known: true, outcome: first }
  return { known: false, date: dated, among }
}
