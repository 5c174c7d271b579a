import { afterEach, expect, it } from 'vitest'
import { readCsv } from '../../testing/read-csv'
import { startHere } from '../store/console/console-test-kit'
import { SqlConsole } from '../store/console/sql-console'
import { MemoryStore } from '../store/memory-store'
import { organisation } from '../store/store-fixtures'
import { consoleHandlers, type ConsolePorts } from './console'

let open: SqlConsole | null = null
afterEach(() => {
  open?.close()
})

function make(over: Partial<ConsolePorts> = {}) {
  const store = new MemoryStore([organisation('nvidia', 'NVIDIA'), organisation('amd', '超微')], { clock: () => 0 })
  const sql = new SqlConsole(store, startHere)
  open = sql
  const written: [string, string][] = []
  const handlers = consoleHandlers({
    console: () => Promise.resolve(sql),
    askWhere: () => Promise.resolve('/home/analyst/result'),
    isOurOwn: () => false,
    exists: () => false,
    write: (file, content) => written.push([file, content]),
    ...over,
  })
  return { handlers, written }
}
const NAMES = { sql: 'SELECT id, name FROM organisations ORDER BY id' }

it('schema tells the rows of each table', async () => {
  const { handlers } = make()
  expect(await handlers['console:schema']({})).toMatchObject({
    ok: true,
    value: { ok: true, value: { rows: { organisations: 2, chips: 0 } } },
  })
})

it('run answers with rows as a text, or with what SQLite says', async () => {
  const { handlers } = make()
  expect(await handlers['console:run'](NAMES)).toMatchObject({
    ok: true,
    value: {
      ok: true,
      value: {
        columns: [
          { name: 'id', isRecord: true },
          { name: 'name', isRecord: false },
        ],
        rowsText: '[["amd","超微"],["nvidia","NVIDIA"]]',
        cut: null,
      },
    },
  })
  expect(await handlers['console:run']({ sql: 'SELEC 1' })).toEqual({
    ok: true,
    value: {
      ok: false,
      failure: { reason: 'sql', message: 'near "SELEC": syntax error', place: { from: 0, to: 5 } },
    },
  })
  expect(await handlers['console:cancel']({})).toEqual({ ok: true, value: {} })
})

it('save-csv writes the whole result where the dialog said, with the ending', async () => {
  const { handlers, written } = make()
  expect(await handlers['console:save-csv'](NAMES)).toEqual({
    ok: true,
    value: { ok: true, value: { file: '/home/analyst/result.csv', rows: 2 } },
  })
  expect(written.map(([file]) => file)).toEqual(['/home/analyst/result.csv'])
  expect(readCsv(written[0]?.[1].slice(1) ?? '')).toEqual([
    ['id', 'name'],
    ['amd', '超微'],
    ['nvidia', 'NVIDIA'],
  ])
})

it('save-csv writes nothing when it is cancelled, when SQL fails, and into no file of the workspace', async () => {
  const cancelled = make({ askWhere: () => Promise.resolve(null) })
  expect(await cancelled.handlers['console:save-csv'](NAMES)).toEqual({
    ok: true,
    value: { ok: true, value: { file: null, rows: 0 } },
  })
  const wrong = make()
  expect(await wrong.handlers['console:save-csv']({ sql: 'DELETE FROM chips' })).toMatchObject({
    ok: true,
    value: { ok: false, failure: { reason: 'read-only' } },
  })
  const own = make({ isOurOwn: () => true })
  expect(await own.handlers['console:save-csv'](NAMES)).toMatchObject({ ok: false, error: { code: 'storage' } })
  for (const { written } of [cancelled, wrong, own]) expect(written).toEqual([])
})

it('save-csv tells what the disk says, and keeps a name that is taken as it was typed', async () => {
  const full = make({
    write: () => {
      throw new Error('no space left on device')
    },
    exists: (file) => file.endsWith('.csv'),
  })
  expect(await full.handlers['console:save-csv'](NAMES)).toEqual({
    ok: false,
    error: { code: 'storage', message: 'no space left on device', path: '/home/analyst/result' },
  })
})
