import { DATE_FIELDS } from '../../domain/change/commands'
import type { TapelineRecord } from '../../domain/model/record'

export type DateField = (typeof DATE_FIELDS)[keyof typeof DATE_FIELDS][number]

/** The dates a record of this type has, set or not, in the order of its life. */
export function dateLines(record: TapelineRecord): { field: DateField; text: string | undefined }[] {
  const values = record as Partial<Record<DateField, string>>
  return DATE_FIELDS[record.type].map((field) => ({ field, text: values[field] }))
}
