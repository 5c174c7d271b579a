import type { RecordId } from '../../../domain/model/ids'

const NEW = 'row:'

/** How a paragraph that has no id yet is spoken of inside its form. */
export const nameOfRow = (row: string): string => `${NEW}${row}`

/** The ids of named paragraphs, by what the new ones of the form have become; those that are gone are left out. */
export function idsOf(names: readonly string[], byRow: ReadonlyMap<string, RecordId>): RecordId[] {
  return names.flatMap((name) => (name.startsWith(NEW) ? (byRow.get(name.slice(NEW.length)) ?? []) : [name]))
}
