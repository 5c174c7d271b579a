import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { READY_QUERIES } from '../../../domain/console/ready-queries'
import { documentOf, recordOfType, recordsOfType } from '../../../domain/model/document'
import { parseEdtf } from '../../../domain/time/edtf'
import { LOCALES } from '../../../domain/model/names'
import { aChip, named } from '../../../testing/builders'
import { readStarterData } from '../../workspace/starter-data'
import { beginFilling } from './console-database'
import { MOST_BYTES } from './console-test-kit'
import { runQuery } from './run-query'

const { records } = readStarterData(join(import.meta.dirname, '../../../../data'))
const document = documentOf(records)
const filling = beginFilling(MOST_BYTES)
filling.add(
  records,
  records.map((_, at) => at),
)
const db = filling.close()
const limits = { rows: 10_000, characters: 1_000_000, cellCharacters: 1_000 }
const run = (sql: string, over = {}) => runQuery(db, sql, { ...limits, ...over })
const rowsOf = (sql: string) => {
  const reply = run(sql)
  if (!reply.ok) throw new Error(`${reply.failure.reason}: ${reply.failure.message}\n${sql}`)
  const names = reply.value.columns.map(({ name }) => name)
  return reply.value.rows.map((row) => Object.fromEntries(row.map((cell, at) => [names[at] ?? '', cell])))
}
const failureOf = (sql: string) => {
  const reply = run(sql)
  return reply.ok ? null : reply.failure
}

describe('it can only read', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tapeline-console-'))
  const file = join(folder, 'out.db')
  afterAll(() => {
    rmSync(folder, { recursive: true })
  })

  it.each([
    "INSERT INTO chips (id) VALUES ('x')",
    "UPDATE chips SET name = 'x'",
    'DELETE FROM chips',
    'DROP TABLE chips',
    'ALTER TABLE chips ADD COLUMN x',
    'CREATE TABLE x (y)',
    'CREATE TEMP TABLE x (y)',
    'CREATE INDEX x ON chips (name)',
    'CREATE VIEW x AS SELECT 1',
    'CREATE TRIGGER x AFTER INSERT ON chips BEGIN SELECT 1; END',
    'CREATE VIRTUAL TABLE x USING fts5(y)',
    `ATTACH '${file}' AS other`,
    'DETACH main',
    `VACUUM INTO '${file}'`,
    'VACUUM',
    'PRAGMA query_only = OFF',
    'PRAGMA writable_schema = ON',
    'PRAGMA table_info(chips)',
    "SELECT * FROM pragma_table_info('chips')",
    'BEGIN',
    'COMMIT',
    'SAVEPOINT x',
    'REINDEX',
    'ANALYZE',
    "SELECT load_extension('x')",
    "SELECT fts3_tokenizer('simple')",
    "WITH x AS (SELECT 1) INSERT INTO chips (id) SELECT 'x' FROM x RETURNING id",
    "UPDATE sqlite_schema SET sql = ''",
    'EXPLAIN DELETE FROM chips',
  ])('%s', (sql) => {
    const before = rowsOf('SELECT count(*) AS n FROM chips')
    expect(failureOf(sql)?.reason).toBe('read-only')
    expect(rowsOf('SELECT count(*) AS n FROM chips')).toEqual(before)
    expect(existsSync(file)).toBe(false)
    expect(readdirSync(folder)).toEqual([])
  })

  it('takes one statement, and says where the second begins', () => {
    expect(failureOf('SELECT 1; DELETE FROM chips')).toMatchObject({ reason: 'several', place: { from: 10, to: 27 } })
    expect(failureOf('SELECT 1; x')?.reason).toBe('several')
    expect(failureOf("SELECT ';' ; -- a; b\n /* ; */ ;;")).toBe(null)
    expect(failureOf('-- one; two\nSELECT 1')).toBe(null)
    expect(failureOf('')?.reason).toBe('empty')
    expect(failureOf(' ;; -- nothing')?.reason).toBe('empty')
    expect(failureOf('SELECT 1\0; DELETE FROM chips')?.reason).toBe('sql')
  })

  it('takes no parameters, for nobody could fill them in', () => {
    for (const sql of ['SELECT ?', 'SELECT :a', 'SELECT @a', 'SELECT $a', "SELECT ?1; SELECT '?'"])
      expect(failureOf(sql), sql).not.toBe(null)
    expect(rowsOf("SELECT '?' AS a, ':b' AS b")).toEqual([{ a: '?', b: ':b' }])
  })
})

describe('mistakes are told, and where they stand', () => {
  const words = (sql: string): string | null => {
    const place = failureOf(sql)?.place
    return place ? sql.slice(place.from, place.to) : null
  }
  it.each([
    ['SELECT * FORM chips', 'FORM', 'near "FORM": syntax error'],
    ["SELECT ',' , , 2", ',', 'near ",": syntax error'],
    ['SELECT FROM FROM chips', 'FROM', 'near "FROM": syntax error'],
    ['SELECT nowhere FROM chips', 'nowhere', 'no such column: nowhere'],
    ['SELECT 1 FROM 晶片', '晶片', 'no such table: 晶片'],
    ['SELECT nix(1)', 'nix', 'no such function: nix'],
    ["SELECT 'a", "'a", 'unrecognized token: "\'a"'],
    ['SELECT 1 +', '', 'incomplete input'],
  ])('%s', (sql, word, message) => {
    expect(failureOf(sql)).toMatchObject({ reason: 'sql', message })
    expect(words(sql)).toBe(word)
  })
  it('names the right one of two alike', () => {
    expect(failureOf("SELECT ',' , , 2")?.place?.from).toBe("SELECT ',' , ".length)
    // Which of the two it is, the message does not say.
    expect(failureOf('SELECT no, no FROM chips')?.place).toBe(null)
  })
  it('also those of the run', () => {
    expect(failureOf("SELECT json('{')")).toMatchObject({ reason: 'sql', message: 'malformed JSON' })
  })
})

describe('limits', () => {
  const numbers = (count: number) =>
    `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT ${String(count)}) SELECT i FROM n`
  it('of rows, told when more were left', () => {
    expect(run(numbers(10), { rows: 10 })).toMatchObject({ ok: true, value: { cut: null } })
    const cut = run(numbers(11), { rows: 10 })
    expect(cut).toMatchObject({ ok: true, value: { cut: 'rows' } })
    expect(cut.ok && cut.value.rows.length).toBe(10)
  })
  it('of size, and of one text', () => {
    expect(run('SELECT name, summary FROM chips', { characters: 500 })).toMatchObject({
      ok: true,
      value: { cut: 'size' },
    })
    expect(run("SELECT printf('%.*c', 30, 'a')", { cellCharacters: 10 })).toMatchObject({
      ok: true,
      value: { rows: [[`${'a'.repeat(10)}…`]], cut: null },
    })
  })
  it('of what one text may be at all', () => {
    expect(failureOf('SELECT zeroblob(60000000)')).toMatchObject({ reason: 'sql', message: 'string or blob too big' })
  })
})

it('keeps values as they are', () => {
  const [row] = rowsOf(
    "SELECT 1 AS i, 1.5 AS r, NULL AS n, 9007199254740993 AS big, 1e999 AS inf, x'00ff' AS b, '中' AS t",
  )
  expect(row).toEqual({
    i: 1,
    r: 1.5,
    n: null,
    big: { number: '9007199254740993' },
    inf: { number: 'Infinity' },
    b: { bytes: "x'00ff'" },
    t: '中',
  })
})

it('tells which columns hold ids of records, through joins and subqueries', () => {
  const reply = run(
    `SELECT c.id, c.name, q.vendor, upper(c.id) AS shout, s.chip AS of_chip
     FROM chips c JOIN (SELECT id, vendor FROM chips) q USING (id) JOIN chip_specs s ON s.chip = c.id`,
  )
  expect(reply.ok && reply.value.columns.map(({ isRecord }) => isRecord)).toEqual([true, false, true, null, true])
})

describe('ready queries, on the starter data', () => {
  it.each(READY_QUERIES.flatMap(({ id, sql }) => LOCALES.map((locale) => [id, locale, sql(locale)] as const)))(
    '%s in %s finds something, and records among it',
    (_id, _locale, sql) => {
      const reply = run(sql)
      expect(reply).toMatchObject({ ok: true, value: { cut: null } })
      if (!reply.ok) return
      expect(reply.value.rows.length).toBeGreaterThan(0)
      const at = reply.value.columns.findIndex(({ isRecord }) => isRecord)
      expect(document.records.has(String(reply.value.rows[0]?.[at]))).toBe(true)
    },
  )
  const ready = (id: string) => rowsOf(READY_QUERIES.find((query) => query.id === id)?.sql('en') ?? '')
  const valueOf = (chip: string, metric: string) => {
    const values = recordOfType(document, 'chip', chip)?.specs.filter((spec) => spec.metric === metric) ?? []
    return (values.find(({ preferred }) => preferred) ?? values[0])?.value ?? null
  }

  it('chips with TPP and density are those that have one of them', () => {
    const rows = ready('tpp-and-density')
    for (const { id, tpp, performance_density } of rows)
      expect([tpp, performance_density]).toEqual([
        valueOf(String(id), 'tpp'),
        valueOf(String(id), 'performance-density'),
      ])
    const wanted = recordsOfType(document, 'chip').filter(
      ({ id }) => valueOf(id, 'tpp') ?? valueOf(id, 'performance-density'),
    )
    expect(rows.length).toBe(wanted.length)
  })

  it('rules in force on 2025-12-20 began by then and had not ended', () => {
    const day = boundsOf('2025-12-20').first
    const wanted = recordsOfType(document, 'rule')
      .filter(({ effective, published, announced, ended }) => {
        const began = effective ?? published ?? announced
        return (
          began !== undefined && boundsOf(began).first <= day && (ended === undefined || boundsOf(ended).last > day)
        )
      })
      .map(({ id }) => id)
    expect(
      ready('rules-in-force')
        .map(({ id }) => id)
        .sort(),
    ).toEqual(wanted.sort())
  })

  it('events of 2025 stand under each of their jurisdictions', () => {
    const wanted = recordsOfType(document, 'event').flatMap(({ id, date, jurisdictions }) => {
      const { first, last } = boundsOf(date)
      const isIn = first <= boundsOf('2025-12-31').first && last >= boundsOf('2025-01-01').first
      return isIn ? jurisdictions.map((jurisdiction) => `${jurisdiction} ${id}`) : []
    })
    expect(
      ready('events-by-jurisdiction')
        .map((row) => `${String(row['jurisdiction'])} ${String(row['id'])}`)
        .sort(),
    ).toEqual(wanted.sort())
  })

  it('values that disagree are all of those that do', () => {
    const wanted = recordsOfType(document, 'chip').flatMap(({ specs }) =>
      specs.filter(
        ({ metric }) => new Set(specs.filter((spec) => spec.metric === metric).map(({ value }) => value)).size > 1,
      ),
    ).length
    const others = records.reduce(
      (sum, record) => sum + ('disagreements' in record ? (record.disagreements?.length ?? 0) : 0),
      0,
    )
    expect(ready('values-that-disagree').length).toBe(wanted + others)
  })

  it('days between announcement and effect are those of the calendar', () => {
    for (const { id, days_at_least, days_at_most } of ready('announcement-to-effect')) {
      const rule = recordOfType(document, 'rule', String(id))
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
    expect(rows.map(({ rule, response }) => `${String(rule)} ${String(response)}`).sort()).toEqual(
      wanted.map(({ from, to }) => `${from} ${to}`).sort(),
    )
    expect(rows.some(({ days_at_least }) => Number(days_at_least) > 0)).toBe(true)
  })

  it('a source supports what names it', () => {
    const rows = ready('what-a-source-supports')
    const source = String(rows[0]?.['source'])
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

it('reads a record as it was typed, whatever is in it', () => {
  const rows = beginFilling(MOST_BYTES)
  rows.add([aChip({ id: 'odd', name: named("O'Neil; DROP TABLE chips; --") })], [0])
  expect(runQuery(rows.close(), 'SELECT name FROM chips', limits)).toMatchObject({
    ok: true,
    value: { rows: [["O'Neil; DROP TABLE chips; --"]] },
  })
})
