import { assertNever } from '../model/exhaustive'
import type { Problem } from '../model/problem'
import type { TapelineRecord } from '../model/record'
import { parseEdtf } from './edtf'

interface DateField {
  readonly path: string
  readonly text: string
}

function present(fields: Readonly<Record<string, string | undefined>>): DateField[] {
  return Object.entries(fields).flatMap(([path, text]) => (text === undefined ? [] : [{ path, text }]))
}

/** Every EDTF text of a record with the path it stands at. */
function dateFields(record: TapelineRecord): DateField[] {
  switch (record.type) {
    case 'source':
      return present({ date: record.date, retrieved: record.retrieved })
    case 'architecture':
    case 'chip':
      return present({ announced: record.announced, available: record.available, withdrawn: record.withdrawn })
    case 'event':
      return present({ date: record.date })
    case 'rule': {
      const { announced, published, effective, enforced, ended } = record
      return present({ announced, published, effective, enforced, ended })
    }
    case 'annotation': {
      const { target } = record
      if (target.kind === 'date') return present({ 'target.date': target.date })
      return target.kind === 'span' ? present({ 'target.span': target.span }) : []
    }
    case 'scenario':
      return record.assumptions.flatMap((each, index) =>
        each.kind === 'effective' ? [{ path: `assumptions[${index}].date`, text: each.date }] : [],
      )
    case 'organisation':
    case 'link':
    case 'view':
      return []
    default:
      return assertNever(record)
  }
}

/** The dates of a record that are no EDTF dates. Problems: `bad-date` with the path of the field. */
export function dateProblems(record: TapelineRecord): Problem[] {
  return dateFields(record).flatMap(({ path, text }) => {
    const parsed = parseEdtf(text)
    return parsed.ok ? [] : [{ ...parsed.problem, code: 'bad-date', record: record.id, path } as const]
  })
}
