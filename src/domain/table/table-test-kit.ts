import type { Document } from '../model/document'
import type { Locale } from '../model/names'
import type { RecordType } from '../model/record'
import type { Column, TableContext } from './column'
import { columnsOf } from './columns'

/** Codes are their own words in these tests, in capitals. */
export const contextOf = (document: Document, locale: Locale = 'en'): TableContext => ({
  document,
  locale,
  words: {
    word: (_group, code) => code.toUpperCase(),
    code: (_group, text, codes) => codes.find((code) => code.toUpperCase() === text.toUpperCase()),
  },
})

export function columnNamed(type: RecordType, id: string): Column {
  const column = columnsOf(type, 'en').find((candidate) => candidate.id === id)
  if (column === undefined) throw new Error(`no column ${id}`)
  return column
}
