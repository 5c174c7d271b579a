/** Where one has been, as in a browser. A value; `at` is -1 while nothing was ever selected. */
export interface Visits {
  readonly records: readonly string[]
  readonly at: number
}

export const NO_VISITS: Visits = { records: [], at: -1 }
const MOST = 100

/** Goes to a record: what lay ahead is dropped; going where one already is changes nothing. */
export function visit(visits: Visits, record: string): Visits {
  if (visits.records[visits.at] === record) return visits
  const records = [...visits.records.slice(0, visits.at + 1), record].slice(-MOST)
  return { records, at: records.length - 1 }
}

/** One step back (-1) or forward (1), passing over records that are gone; `null` if there is none. */
export function stepVisits(visits: Visits, step: 1 | -1, exists: (record: string) => boolean): Visits | null {
  for (let at = visits.at + step; at >= 0 && at < visits.records.length; at += step) {
    const record = visits.records[at]
    if (record !== undefined && exists(record)) return { ...visits, at }
  }
  return null
}
