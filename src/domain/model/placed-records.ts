import { buildingDocument, type Document } from './document'
import { MANY_IN_A_PART, toTheEnd, type InParts } from './in-parts'
import type { TapelineRecord } from './record'

/** Some records of a document, each with its place among all. Places are whole numbers that no two records share. */
export interface PlacedRecords {
  readonly places: readonly number[]
  readonly records: readonly TapelineRecord[]
}

/**
 * The document of some parts, in the order of places, in whatever order the parts came. The records are the very
 * objects that were given, so what was known of them before holds on. Throws where a part has not a place for each
 * record, and on a place or an id used twice: two readings would have been mixed.
 */
export const documentOfParts = (parts: readonly PlacedRecords[]): Document => toTheEnd(makingDocument(parts))

/** The same, some thousand records at a time. */
export function* makingDocument(parts: readonly PlacedRecords[]): InParts<Document> {
  const all: { readonly place: number; readonly record: TapelineRecord }[] = []
  for (const { places, records } of parts) {
    if (places.length !== records.length)
      throw new Error(`${String(records.length)} records have ${String(places.length)} places`)
    for (const [at, record] of records.entries()) {
      all.push({ place: places[at] ?? Number.NaN, record })
      if (all.length % MANY_IN_A_PART === 0) yield
    }
  }
  // Each part is sorted, so few runs are joined.
  all.sort((a, b) => a.place - b.place)
  const twice = all.find(({ place }, at) => place === all[at - 1]?.place)
  if (twice !== undefined) throw new Error(`place ${String(twice.place)} used twice: ${twice.record.id}`)
  return yield* buildingDocument(all.map(({ record }) => record))
}
