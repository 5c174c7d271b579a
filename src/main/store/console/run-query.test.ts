import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { aChip, named } from '../../../testing/builders'
import { starterRecords } from './console-test-kit'
import { beginFilling } from './console-database'
import { runQuery } from './run-query'

const records = starterRecords()
const filling = beginFilling()
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

it('reads a record as it was typed, whatever is in it', () => {
  const rows = beginFilling()
  rows.add([aChip({ id: 'odd', name: named("O'Neil; DROP TABLE chips; --") })], [0])
  expect(runQuery(rows.close(), 'SELECT name FROM chips', limits)).toMatchObject({
    ok: true,
    value: { rows: [["O'Neil; DROP TABLE chips; --"]] },
  })
})
