import { afterEach, describe, expect, it } from 'vitest'
import type { TapelineRecord } from '../../../domain/model/record'
import { MemoryStore } from '../memory-store'
import { organisation, renaming } from '../store-fixtures'
import type { StartProcess } from './console-engine'
import { startHere, startInNode, startInNodeWith } from './console-test-kit'
import { SqlConsole, type ConsoleOptions } from './sql-console'

const NVIDIA = organisation('nvidia', 'NVIDIA')
const ENDLESS = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n'
const NAMES = 'SELECT name FROM organisations ORDER BY id'

let open: SqlConsole | null = null
afterEach(() => {
  open?.close()
})

function setup(start: StartProcess, options: ConsoleOptions = {}, records: TapelineRecord[] = [NVIDIA]) {
  const store = new MemoryStore(records, { clock: () => 0 })
  let started = 0
  const sql = new SqlConsole(
    store,
    (ears) => {
      started += 1
      return start(ears)
    },
    options,
  )
  open = sql
  const names = async () => {
    const reply = await sql.query(NAMES)
    return reply.ok ? reply.value.rows.flat() : reply.failure.reason
  }
  return { store, sql, names, started: () => started }
}

describe('over the document', () => {
  it('is filled once for each state of it', async () => {
    const { store, sql, names, started } = setup(startHere)
    expect(await sql.rowCounts()).toMatchObject({ ok: true, value: { organisations: 1, chips: 0 } })
    expect(await names()).toEqual(['NVIDIA'])
    store.commit(renaming(NVIDIA, 'Nvidia'))
    expect(await names()).toEqual(['Nvidia'])
    store.undo()
    expect(await names()).toEqual(['NVIDIA'])
    expect(started()).toBe(1)
  })

  it('starts anew when the document is edited while it is filled', async () => {
    const many = Array.from({ length: 1_500 }, (_, at) => organisation(`o-${String(at).padStart(4, '0')}`, 'old'))
    let edits = 2
    const { store, names } = setup(
      (ears) => {
        const here = startHere(ears)
        return {
          ...here,
          send(message) {
            const { job } = message as { job: { job: string } }
            edits -= job.job === 'add' && edits > 0 ? 1 : 0
            if (job.job === 'add' && edits === 1) store.commit(renaming(many[1_499] ?? NVIDIA, 'new'))
            here.send(message)
          },
        }
      },
      {},
      many,
    )
    const found = await names()
    expect(found.length).toBe(1_500)
    expect(found.at(-1)).toBe('new')
  })

  it('saves the whole result', async () => {
    const { sql } = setup(startHere)
    expect(await sql.csv(NAMES)).toEqual({ ok: true, value: { text: '\uFEFFname\r\nNVIDIA\r\n', rows: 1 } })
  })
})

describe('in a process of its own', () => {
  it('an endless query leaves this thread free, is cancelled, and the next one runs', async () => {
    const { sql, names, started } = setup(startInNode)
    await sql.rowCounts()
    const endless = sql.query(ENDLESS)
    const timer = new Promise((resolve) => setTimeout(resolve, 100, 'still running'))
    expect(await Promise.race([endless, timer])).toBe('still running')
    sql.cancel()
    expect(await endless).toMatchObject({ ok: false, failure: { reason: 'cancelled' } })
    expect(await names()).toEqual(['NVIDIA'])
    expect(started()).toBe(2)
  })

  it('the next query cancels the one before', async () => {
    const { sql, names } = setup(startInNode)
    await sql.rowCounts()
    const endless = sql.query(ENDLESS)
    const next = names()
    expect(await endless).toMatchObject({ ok: false, failure: { reason: 'cancelled' } })
    expect(await next).toEqual(['NVIDIA'])
  })

  it('the time limit ends a query', async () => {
    const { sql } = setup(startInNode, { timeLimitMs: 150 })
    expect(await sql.query(ENDLESS)).toMatchObject({ ok: false, failure: { reason: 'too-slow' } })
  })

  it('a process that dies is told as such, and the next query has another', async () => {
    let kill = (): void => undefined
    const { sql, names } = setup((ears) => {
      const child = startInNode(ears)
      kill = () => {
        child.kill()
      }
      return child
    })
    await sql.rowCounts()
    const endless = sql.query(ENDLESS)
    await Promise.resolve()
    setTimeout(kill, 50)
    expect(await endless).toMatchObject({ ok: false, failure: { reason: 'broken' } })
    expect(await names()).toEqual(['NVIDIA'])
  })

  it('cancels while it is filled, and a query that has not begun', async () => {
    const { sql, names } = setup(startInNode)
    const counts = sql.rowCounts()
    const waiting = sql.query(NAMES)
    sql.cancel()
    expect(await waiting).toMatchObject({ ok: false, failure: { reason: 'cancelled' } })
    // What was not a query goes on.
    expect(await counts).toMatchObject({ ok: true })
    const filling = sql.query(NAMES)
    sql.cancel()
    expect(await filling).toMatchObject({ ok: false, failure: { reason: 'cancelled' } })
    expect(await names()).toEqual(['NVIDIA'])
  })

  it('memory is limited: the process ends, this one goes on, and the next query has another', async () => {
    const { sql, names, started } = setup(startInNodeWith(300_000_000))
    expect(await names()).toEqual(['NVIDIA'])
    const huge = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 200)
      SELECT randomblob(4000000) AS b FROM n ORDER BY b`
    expect(await sql.query(huge)).toMatchObject({ ok: false, failure: { reason: 'broken' } })
    expect(await names()).toEqual(['NVIDIA'])
    expect(started()).toBe(2)
  })

  it('is let go when nobody asks any more', async () => {
    let ended: () => void = () => undefined
    const exit = new Promise<void>((resolve) => (ended = resolve))
    const { sql } = setup(
      (ears) =>
        startInNode({
          ...ears,
          onExit() {
            ears.onExit()
            ended()
          },
        }),
      { idleMs: 50 },
    )
    await sql.rowCounts()
    await exit
    expect(await sql.query(NAMES)).toMatchObject({ ok: true })
  })

  it('answers nothing after it is closed', async () => {
    const { sql } = setup(startInNode)
    sql.close()
    expect(await sql.query(NAMES)).toMatchObject({ ok: false, failure: { reason: 'cancelled' } })
  })
})
