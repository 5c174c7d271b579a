import { LOCALES, type Locale } from '../model/names'
import { succeed } from '../model/problem'
import type { TapelineRecord } from '../model/record'
import { recordName } from '../model/record-name'
import { parseEdtf } from '../time/edtf'
import { goToDate } from '../time/typed-date'
import { cellProblem, fieldOf, withField, type Column } from './column'

type Choice = Pick<Column, 'atFirst'> & { readonly widthPx?: number }
const SHOWN: Choice = { atFirst: true }

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''

/** A name or another text kept in both languages, in one of them. */
export function namesColumn(field: string, locale: Locale, required: boolean, choice: Choice = SHOWN): Column {
  const id = `${field}.${locale}`
  return {
    id,
    words: `table.columns.${field}.${locale}`,
    kind: 'text',
    widthPx: choice.widthPx ?? 260,
    atFirst: choice.atFirst,
    action: field === 'name' ? 'rename' : 'edit',
    read: (record) => textOf((fieldOf(record, field) as Record<string, unknown> | undefined)?.[locale]),
    write(record, text) {
      const old = fieldOf(record, field) as Readonly<Record<Locale, string>> | undefined
      const typed = text.trim()
      if (typed !== '') {
        // The other language is required too; until it is translated, the same words stand there.
        const both = old ?? Object.fromEntries(LOCALES.map((one) => [one, typed]))
        return succeed(withField(record, field, { ...both, [locale]: typed }))
      }
      if (required) return cellProblem(record, id, 'wrong-shape', 'must not be empty')
      return succeed(withField(record, field, undefined))
    },
  }
}

/** A plain text; empty clears it unless it is required. */
export function textColumn(field: string, required = false, choice: Choice = SHOWN): Column {
  return {
    id: field,
    words: `table.columns.${field}`,
    kind: 'text',
    widthPx: choice.widthPx ?? 180,
    atFirst: choice.atFirst,
    action: 'edit',
    read: (record) => textOf(fieldOf(record, field)),
    write(record, text) {
      const typed = text.trim()
      if (typed === '' && required) return cellProblem(record, field, 'wrong-shape', 'must not be empty')
      return succeed(withField(record, field, typed === '' ? undefined : typed))
    },
  }
}

/** A date as EDTF text. The usual written forms are read too; nothing is guessed. */
export function dateColumn(field: string, required = false, choice: Choice = SHOWN): Column {
  return {
    id: field,
    words: `inspector.dateFields.${field}`,
    kind: 'date',
    widthPx: choice.widthPx ?? 130,
    atFirst: choice.atFirst,
    action: 'redate',
    read: (record) => textOf(fieldOf(record, field)),
    write(record, text) {
      const typed = text.trim()
      if (typed === '')
        return required
          ? cellProblem(record, field, 'bad-date', 'needs a date')
          : succeed(withField(record, field, undefined))
      const date = parseEdtf(typed)
      if (date.ok) return succeed(withField(record, field, typed))
      const meant = goToDate(typed)
      if (meant.ok) return succeed(withField(record, field, meant.value.text))
      return cellProblem(record, field, 'bad-date', date.problem.detail)
    },
  }
}

/** One of a few codes, shown and typed in the words of the window's language. */
export function choiceColumn(
  field: string,
  group: string,
  codes: readonly string[],
  required = true,
  choice: Choice = SHOWN,
): Column {
  return {
    id: field,
    words: `table.columns.${field}`,
    kind: 'text',
    widthPx: choice.widthPx ?? 140,
    atFirst: choice.atFirst,
    action: 'edit',
    read(record, { words }) {
      const code = textOf(fieldOf(record, field))
      return code === '' ? '' : words.word(group, code)
    },
    write(record, text, { words }) {
      const typed = text.trim()
      if (typed === '' && !required) return succeed(withField(record, field, undefined))
      const code = codes.includes(typed) ? typed : words.code(group, typed, codes)
      if (code === undefined)
        return cellProblem(
          record,
          field,
          'wrong-shape',
          `must be one of ${codes.map((one) => words.word(group, one)).join(', ')}`,
        )
      return succeed(withField(record, field, code === 'true' ? true : code === 'false' ? false : code))
    },
  }
}

/** What is worked out from a record and cannot be set here. */
export function readOnlyColumn(id: string, read: Column['read'], choice: Choice = SHOWN): Column {
  return {
    id,
    words: `table.columns.${id}`,
    kind: 'text',
    widthPx: choice.widthPx ?? 260,
    atFirst: choice.atFirst,
    action: 'edit',
    read,
  }
}

/** What a record is called, where it has no name of its own. */
export const calledColumn: Column = readOnlyColumn('called', (record: TapelineRecord, { document, locale }) =>
  recordName(record, document, locale),
)
