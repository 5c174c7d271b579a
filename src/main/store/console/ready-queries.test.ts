import { describe, expect, it } from 'vitest'
import { READY_QUERIES } from '../../../domain/console/ready-queries'
import type { ResultCell } from '../../../domain/console/query-outcome'
import { rulebookOf, standingOn } from '../../../domain/controls/rulebook'
import { documentOf, recordOfType, recordsOfType } from '../../../domain/model/document'
import { LOCALES } from '../../../domain/model/names'
import { parseEdtf } from '../../../domain/time/edtf'
import { beginFilling } from './console-database'
import { starterRecords } from './console-test-kit'
import { runQuery } from './run-query'

const records = starterRecords()
const document = documentOf(records)
const filling = beginFilling()
filling.add(
  records,
  records.map((_, at) => at),
)
const db = filling.close()
const run = (sql: string) => runQuery(db, sql, { rows: 10_000, characters: 1_000_000, cellCharacters: 1_000 })
const rowsOf = (sql: string) => {
  const reply = run(sql)
  if (!reply.ok) throw new Error(`${reply.failure.reason}: ${reply.failure.message}\n${sql}`)
  const names = reply.value.columns.map(({ name }) => name)
  return reply.value.rows.map((row): Record<string, ResultCell> =>
    Object.fromEntries(row.map((cell, at) => [names[at] ?? '', cell])),
  )
}
const text = (cell: ResultCell | undefined): string => (typeof cell === 'string' ? cell : JSON.stringify(cell))

describe('ready queries, on the starter data', () => {
  it.each(READY_QUERIES.flatMap(({ id, sql }) => LOCALES.map((locale) => [id, locale, sql(locale)] as const)))(
    '%s in %s finds something, and records among it',
    (_id, _locale, sql) => {
      const reply = run(sql)
      expect(reply).toMatchObject({ ok: true, value: { cut: null } })
      if (!reply.ok) return
      expect(reply.value.rows.length).toBeGreaterThan(0)
      const at = reply.value.columns.findIndex(({ isRecord }) => isRecord)
      expect(document.records.has(text(reply.value.rows[0]?.[at]))).toBe(true)
    },
  )
  const sqlOf = (id: string): string => READY_QUERIES.find((query) => query.id === id)?.sql('en') ?? ''
  const ready = (id: string) => rowsOf(sqlOf(id))
  const valueOf = (chip: string, metric: string) => {
    const values = recordOfType(document, 'chip', chip)?.specs.filter((spec) => spec.metric === metric) ?? []
    return (values.find(({ preferred }) => preferred) ?? values[0])?.value ?? null
  }

  it('chips with TPP and density are those that have one of them', () => {
    const rows = ready('tpp-and-density')
    for (const { id, tpp, performance_density } of rows)
      expect([tpp, performance_density]).toEqual([valueOf(text(id), 'tpp'), valueOf(text(id), 'performance-density')])
    const wanted = recordsOfType(document, 'chip').filter(
      ({ id }) => valueOf(id, 'tpp') ?? valueOf(id, 'performance-density'),
    )
    expect(rows.length).toBe(wanted.length)
  })

  it.each(['2022-11-01', '2023-11-20', '2025-01-14', '2025-05-14', '2025-12-20', '2026-02-10'])(
    'rules in force on %s are those of the rulebook',
    (day) => {
      const wanted = [...rulebookOf(document).rules.values()].flatMap((entry) => {
        const { state } = standingOn(entry, boundsOf(day).first)
        return state === 'in-force' || state === 'undetermined'
          ? [`${entry.rule.id} ${state === 'in-force' ? 'yes' : 'perhaps'}`]
          : []
      })
      const rows = rowsOf(sqlOf('rules-in-force').replace('2025-12-20', day))
      expect(rows.map((row) => `${text(row['id'])} ${text(row['in_force'])}`).sort()).toEqual(wanted.sort())
      expect(wanted.length).toBeGreaterThan(1)
    },
  )

  it('events of 2025 stand under each of their jurisdictions', () => {
    const wanted = recordsOfType(document, 'event').flatMap(({ id, date, jurisdictions }) => {
      const { first, last } = boundsOf(date)
      const isIn = first <= boundsOf('2025-12-31').first && last >= boundsOf('2025-01-01').first
      return isIn ? jurisdictions.map((jurisdiction) => `${jurisdiction} ${id}`) : []
    })
    expect(
      ready('events-by-jurisdiction')
        .map((row) => `${text(row['jurisdiction'])} ${text(row['id'])}`)
        .sort(),
    ).toEqual(wanted.sort())
  })

  it('values that disagree are all of those that do, dense against dense and sparse against sparse', () => {
    const wanted = recordsOfType(document, 'chip').flatMap(({ specs }) =>
      specs.filter(({ metric, condition }) => {
        const alike = specs.filter((spec) => spec.metric === metric && String(spec.condition) === String(condition))
        return new Set(alike.map(({ value }) => value)).size > 1
      }),
    )
    const others = records.flatMap((record) => ('disagreements' in record ? (record.disagreements ?? []) : []))
    expect(ready('values-that-disagree').length).toBe(wanted.length + others.length)
    expect(wanted.length).toBeGreaterThan(5)
  })

  it('days between announcement and effect are those of the calendar', () => {
    for (const { id, days_at_least, days_at_most } of ready('announcement-to-effect')) {
      const rule = recordOfType(document, 'rule', text(id))
      const [announced, effective] = [boundsOf(rule?.announced ?? ''), boundsOf(rule?.effective ?? '')]
      expect([days_at_least, days_at_most]).toEqual([
        effective.first - announced.last,
        effective.last - announced.first,
      ])
    }
  })

  it('responses are the links from rules to events', () => {
    const wanted = recordsOfType(document, 'link').filter(
      ({ kind, from, to }) =>
        (kind === 'response' || kind === 'cause') &&
        recordOfType(document, 'rule', from) !== undefined &&
        recordOfType(document, 'event', to) !== undefined,
    )
    const rows = ready('rule-to-response')
    expect(rows.map(({ rule, response }) => `${text(rule)} ${text(response)}`).sort()).toEqual(
      wanted.map(({ from, to }) => `${from} ${to}`).sort(),
    )
    expect(rows.some(({ days_at_least }) => Number(days_at_least) > 0)).toBe(true)
  })

  it('a source supports what names it', () => {
    const rows = ready('what-a-source-supports')
    const source = text(rows[0]?.['source'])
    const named = records.filter((record) => JSON.stringify(record).includes(`"${source}"`) && record.id !== source)
    expect(new Set(rows.map(({ id }) => id))).toEqual(new Set(named.map(({ id }) => id)))
  })

  it('the frontier only goes up', () => {
    const figures = ready('frontier').map(({ tpp }) => Number(tpp))
    expect(figures.length).toBeGreaterThan(3)
    expect(figures).toEqual([...new Set(figures)].sort((a, b) => a - b))
  })
})

function boundsOf(text: string): { first: number; last: number } {
  const parsed = parseEdtf(text)
  return parsed.ok ? { first: parsed.value.earliest, last: parsed.value.latest - 1 } : { first: NaN, last: NaN }
}
