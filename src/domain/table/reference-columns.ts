import type { Document } from '../model/document'
import { fail, succeed, type Result } from '../model/problem'
import type { RecordType, TapelineRecord } from '../model/record'
import { recordName, recordNames } from '../model/record-name'
import { cellProblem, fieldOf, withField, type Column } from './column'

const SEPARATOR = '; '
const namesByDocument = new WeakMap<Document, Map<string, TapelineRecord[]>>()
const folded = (text: string): string => text.trim().toLowerCase()

/** All records by each of their names and by id; made once for a document. */
function byName(document: Document): Map<string, TapelineRecord[]> {
  const known = namesByDocument.get(document)
  if (known !== undefined) return known
  const found = new Map<string, TapelineRecord[]>()
  for (const record of document.records.values()) {
    if (record.type === 'link' || record.type === 'annotation') continue
    const { en, 'zh-Hant': zhHant } = recordNames(record, document)
    for (const key of new Set([folded(en), folded(zhHant)])) found.set(key, [...(found.get(key) ?? []), record])
  }
  namesByDocument.set(document, found)
  return found
}

/**
 * The record meant by an id or by a name in either language. Errors: `missing-reference` where none,
 * or more than one, of those types is called so.
 */
export function resolveReference(document: Document, text: string, types: readonly RecordType[]): Result<string> {
  const typed = text.trim()
  const exact = document.records.get(typed)
  if (exact !== undefined && types.includes(exact.type)) return succeed(exact.id)
  const [first, ...others] = (byName(document).get(folded(typed)) ?? []).filter(({ type }) => types.includes(type))
  if (first === undefined) return fail({ code: 'missing-reference', detail: `no record is called "${typed}"` })
  if (others.length > 0)
    return fail({ code: 'missing-reference', detail: `more than one record is called "${typed}"; give its id` })
  return succeed(first.id)
}

function nameOf(id: unknown, document: Document, locale: 'en' | 'zh-Hant'): string {
  if (typeof id !== 'string') return ''
  const record = document.records.get(id)
  return record === undefined ? id : recordName(record, document, locale)
}

/** One other record, shown by name. */
export function referenceColumn(
  field: string,
  types: readonly RecordType[],
  required: boolean,
  atFirst = true,
  widthPx = 160,
): Column {
  return {
    id: field,
    words: `table.columns.${field}`,
    kind: 'text',
    widthPx,
    atFirst,
    action: 'edit',
    read: (record, { document, locale }) => nameOf(fieldOf(record, field), document, locale),
    write(record, text, { document }) {
      if (text.trim() === '')
        return required
          ? cellProblem(record, field, 'wrong-shape', 'must not be empty')
          : succeed(withField(record, field, undefined))
      const found = resolveReference(document, text, types)
      if (!found.ok) return fail({ ...found.problem, record: record.id, path: field })
      return succeed(withField(record, field, found.value))
    },
  }
}

/** Several other records, by name, with a semicolon between them. */
export function referencesColumn(field: string, types: readonly RecordType[], atFirst = false): Column {
  return {
    id: field,
    words: `table.columns.${field}`,
    kind: 'text',
    widthPx: 220,
    atFirst,
    action: 'edit',
    read: (record, { document, locale }) =>
      (fieldOf(record, field) as readonly string[]).map((id) => nameOf(id, document, locale)).join(SEPARATOR),
    write(record, text, context) {
      // Names may hold a semicolon of their own; what is unchanged is kept without being read.
      if (this.read(record, context) === text) return succeed(record)
      const ids: string[] = []
      for (const part of text.split(/[;；]/)) {
        if (part.trim() === '') continue
        const found = resolveReference(context.document, part, types)
        if (!found.ok) return fail({ ...found.problem, record: record.id, path: field })
        if (!ids.includes(found.value)) ids.push(found.value)
      }
      return succeed(withField(record, field, ids))
    },
  }
}

/** Codes in a row, such as jurisdictions or aliases. */
export function listColumn(field: string, optional: boolean, atFirst = true): Column {
  return {
    id: field,
    words: `table.columns.${field}`,
    kind: 'text',
    widthPx: 110,
    atFirst,
    action: 'edit',
    read: (record) => ((fieldOf(record, field) as readonly string[] | undefined) ?? []).join(SEPARATOR),
    write(record, text) {
      const parts = text
        .split(/[;；]/)
        .map((part) => part.trim())
        .filter((part) => part !== '')
      return succeed(withField(record, field, parts.length === 0 && optional ? undefined : parts))
    },
  }
}
