import * as v from 'valibot'
import { RECORD_SCHEMAS, type TapelineRecord } from '../model/record'

const LINE_WIDTH = 120

/** Columns a text takes in an editor: characters of Chinese, Japanese and Korean take two. */
function columns(text: string): number {
  let width = 0
  for (const char of text)
    width += /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]/.test(char)
      ? 2
      : 1
  return width
}

/** JSON laid out as Prettier lays it out: objects open, short lists of plain values on one line. */
function layOut(value: unknown, indent: string, used: number): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const inner = `${indent}  `
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]'
    if (value.every((item) => typeof item !== 'object' || item === null)) {
      const line = `[${value.map((item) => JSON.stringify(item)).join(', ')}]`
      if (used + columns(line) + 1 <= LINE_WIDTH) return line
    }
    return `[\n${value.map((item) => inner + layOut(item, inner, inner.length)).join(',\n')}\n${indent}]`
  }
  const entries = Object.entries(value).filter(([, item]) => item !== undefined)
  if (entries.length === 0) return '{}'
  const lines = entries.map(([key, item]) => {
    const head = `${inner}${JSON.stringify(key)}: `
    return head + layOut(item, inner, columns(head))
  })
  return `{\n${lines.join(',\n')}\n${indent}}`
}

/** Keys in the order the schema declares them, whatever order the record was built in. */
function inSchemaOrder(record: TapelineRecord): unknown {
  const parsed = v.safeParse(RECORD_SCHEMAS[record.type], record)
  if (!parsed.success) throw new Error(`record ${record.id} cannot be written: ${parsed.issues[0].message}`)
  return parsed.output
}

/**
 * Writes records as the text of one JSON file that `readRecords` reads back unchanged. Records keep
 * their order; keys stand in the order of the schema, so equal records give equal text and a change
 * of one field is a change of one line. Ends with a newline. Throws on a record that does not fit
 * its schema, because such a record must never have existed.
 */
export function writeRecords(records: readonly TapelineRecord[]): string {
  return `${layOut(records.map(inSchemaOrder), '', 0)}\n`
}
