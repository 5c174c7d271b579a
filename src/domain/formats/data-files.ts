import type { RecordType } from '../model/record'

/** The file of each record type in a data folder. Each holds one JSON array of records. */
export const DATA_FILES: Readonly<Record<RecordType, string>> = {
  source: 'sources.json',
  organisation: 'organisations.json',
  architecture: 'architectures.json',
  chip: 'chips.json',
  event: 'events.json',
  rule: 'rules.json',
  link: 'links.json',
  annotation: 'annotations.json',
  view: 'views.json',
  scenario: 'scenarios.json',
}

/**
 * The record type whose file that is, by the last part of the name (`data/chips.json` is `chip`), or
 * undefined for a file that may hold records of any type.
 */
export function recordTypeOfFile(name: string): RecordType | undefined {
  const base = name.split(/[\\/]/).at(-1)
  const entries = Object.entries(DATA_FILES) as [RecordType, string][]
  return entries.find(([, file]) => file === base)?.[0]
}
