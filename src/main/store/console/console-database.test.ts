import fc from 'fast-check'
import { expect, it } from 'vitest'
import { CONSOLE_TABLES } from '../../../domain/console/tables'
import { documentOf } from '../../../domain/model/document'
import type { Condition } from '../../../domain/model/rule'
import type { RecordType, TapelineRecord } from '../../../domain/model/record'
import { METRICS } from '../../../domain/model/spec-value'
import { columnsOf } from '../../../domain/table/columns'
import { civilDateOf } from '../../../domain/time/day-number'
import { parseEdtf } from '../../../domain/time/edtf'
import { arbitraryRecords } from '../../../testing/arbitraries'
import { beginFilling } from './console-database'

function ask(records: readonly TapelineRecord[]) {
  const filling = beginFilling()
  filling.add(
    records,
    records.map((_, at) => at),
  )
  const db = filling.close()
  return (sql: string): unknown[][] => {
    const statement = db.prepare(sql)
    statement.setReturnArrays(true)
    return statement.all() as unknown[][]
  }
}

const some = <T extends RecordType>(records: readonly TapelineRecord[], type: T) =>
  records.filter((record): record is Extract<TapelineRecord, { type: T }> => record.type === type)
const sorted = (rows: readonly unknown[]): string[] => rows.map((row) => JSON.stringify(row)).sort()

/** By hand, with nothing of what the tables are made with. */
const iso = (day: number): string | null => {
  if (!Number.isFinite(day)) return null
  const { year, month, day: dayOfMonth } = civilDateOf(day)
  const four = `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`
  return `${four}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`
}
const leaves = (condition: Condition | undefined): object[] => {
  if (condition === undefined) return []
  if ('all' in condition) return condition.all.flatMap(leaves)
  return 'any' in condition ? condition.any.flatMap(leaves) : [condition]
}
/** Every `sources` list at whatever depth. */
const sourcesIn = (value: unknown): string[] => {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => (key === 'sources' ? (inner as string[]) : sourcesIn(inner)))
}

it('holds what the records hold, for any document', () => {
  fc.assert(
    fc.property(arbitraryRecords, (records) => {
      const all = ask(records)
      const chips = some(records, 'chip')
      expect(all('SELECT id, type FROM records')).toEqual(records.map(({ id, type }) => [id, type]))
      expect(all('SELECT id, name, name_zh, vendor, architecture, variant_of, confidence FROM chips')).toEqual(
        chips.map(({ id, name, vendor, architecture, variantOf, confidence }) => {
          return [id, name.en, name['zh-Hant'], vendor, architecture ?? null, variantOf ?? null, confidence]
        }),
      )
      expect(
        all('SELECT chip, position, metric, coalesce(value_text, value_number), unit, preferred FROM chip_specs'),
      ).toEqual(
        chips.flatMap(({ id, specs }) =>
          specs.map(({ metric, value, unit, preferred }, at) => [
            id,
            at,
            metric,
            value,
            unit ?? null,
            preferred ? 1 : 0,
          ]),
        ),
      )
      expect(all('SELECT id, date, date_from_day, date_to_day, date_from, date_to FROM events')).toEqual(
        some(records, 'event').map(({ id, date }) => {
          const parsed = parseEdtf(date)
          const [first, last] = parsed.ok ? [parsed.value.earliest, parsed.value.latest - 1] : [Infinity, Infinity]
          const day = (number: number) => (Number.isFinite(number) ? number : null)
          return [id, date, day(first), day(last), iso(first), iso(last)]
        }),
      )
      expect(sorted(all('SELECT event, chip FROM event_chips'))).toEqual(
        sorted(some(records, 'event').flatMap(({ id, chips: named }) => named.map((chip) => [id, chip]))),
      )
      expect(
        sorted(
          all(
            'SELECT rule, provision, metric, operator, limit_value, unit FROM provision_conditions WHERE metric IS NOT NULL',
          ),
        ),
      ).toEqual(
        sorted(
          some(records, 'rule').flatMap(({ id, provisions }) =>
            provisions.flatMap((provision) =>
              leaves(provision.when).map((leaf) => {
                const { metric, operator, limit, unit } = leaf as Extract<Condition, { metric: unknown }>
                return [id, provision.id, metric, operator, limit, unit]
              }),
            ),
          ),
        ),
      )
      expect(sorted(all('SELECT record, source FROM record_sources'))).toEqual(
        sorted(records.flatMap((record) => sourcesIn(record).map((source) => [record.id, source]))),
      )
    }),
    { numRuns: 60 },
  )
})

it('chooses for each metric the value that the table shows', () => {
  fc.assert(
    fc.property(arbitraryRecords, (records) => {
      const all = ask(records)
      const words = new Proxy({}, { get: () => (text: string) => text }) as never
      const context = { document: documentOf(records), locale: 'en' as const, words }
      for (const metric of METRICS) {
        const shown = columnsOf('chip', 'en').find(({ id }) => id === `metric.${metric}`)
        expect(
          all(
            `SELECT chip, coalesce(value_text, value_number) FROM chip_specs WHERE metric = '${metric}' AND chosen`,
          ).map(([chip, value]) => [chip, String(value)]),
        ).toEqual(
          some(records, 'chip')
            .map((chip) => [chip.id, shown?.read(chip, context)])
            .filter(([, value]) => value !== ''),
        )
      }
    }),
    { numRuns: 30 },
  )
})

it('gives each condition its parent, so that the tree can be put together again', () => {
  fc.assert(
    fc.property(arbitraryRecords, (records) => {
      const knots = ask(records)('SELECT rule, provision, position, parent, join_of FROM provision_conditions')
      for (const [rule, provision, position, parent] of knots) {
        if (parent === null) expect(position).toBe(0)
        else {
          const holder = knots.find((knot) => knot[0] === rule && knot[1] === provision && knot[2] === parent)
          expect(['all', 'any']).toContain(holder?.[4])
          expect(Number(parent)).toBeLessThan(Number(position))
        }
      }
    }),
    { numRuns: 30 },
  )
})

it('keeps the order of the document, whatever order the records come in', () => {
  const chips = ['c', 'a', 'b'].map((id) => ({
    type: 'chip',
    id,
    name: { en: id, 'zh-Hant': id },
    specs: [],
    sources: [],
  }))
  const filling = beginFilling()
  filling.add(chips as unknown as TapelineRecord[], [2, 0, 1])
  const ids = filling.close().prepare('SELECT id FROM chips').all() as { id: string }[]
  expect(ids.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
})

it('has a meaning in both languages for every table and column, and no name that must be quoted', () => {
  const db = beginFilling().close()
  const names = CONSOLE_TABLES.flatMap(({ name, columns }) => columns.map((column) => `${name}.${column.name}`))
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
  for (const { name, meaning, columns } of CONSOLE_TABLES) {
    db.prepare(`SELECT ${columns.map((column) => column.name).join(', ')} FROM ${name}`)
    for (const one of [{ meaning }, ...columns]) {
      expect(one.meaning.en, name).toMatch(/^\S/)
      expect(one.meaning['zh-Hant'], name).toMatch(/\p{Script=Han}/u)
    }
  }
})
