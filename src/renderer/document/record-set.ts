/** Some of the records of a document, as far as one asks about them. */
export interface RecordSet {
  has(record: string): boolean
}
