import { failed, type Queried, type QueryFailure } from '../../../domain/console/query-outcome'
import type { DocumentStore } from '../document-store'
import { ConsoleEngine, ProcessEnded, type StartProcess } from './console-engine'
import type { ConsoleAnswers } from './console-jobs'

/** So many records are read and sent at a time; between two lots main answers others. */
const LOT = 400
/** All that is no event comes first, and nothing here depends on the order. */
const SAMPLE_ROWS = 0

export interface ConsoleOptions {
  readonly timeLimitMs?: number
  /** The process is let go after so long without a query. */
  readonly idleMs?: number
}

/** One thing that was asked for. */
interface Ticket {
  /** What stopped it, if something did. */
  stopped: QueryFailure['reason'] | null
  /** Answers at once, wherever the work is. */
  answer(failure: Queried<never>): void
}

/**
 * SQL over one open workspace. Its records are copied into memory of another process, once for each
 * state of the document that is asked about; the file itself is never opened. One query at a time:
 * the next one cancels the one before.
 */
export class SqlConsole {
  readonly #store: DocumentStore
  readonly #start: StartProcess
  readonly #timeLimitMs: number
  readonly #idleMs: number
  #engine: ConsoleEngine | null = null
  #filledRevision: number | null = null
  #turn: Promise<unknown> = Promise.resolve()
  #running: Ticket | null = null
  readonly #queries = new Set<Ticket>()
  #idle: NodeJS.Timeout | undefined
  #closed = false

  constructor(
    store: DocumentStore,
    start: StartProcess,
    { timeLimitMs = 60_000, idleMs = 300_000 }: ConsoleOptions = {},
  ) {
    this.#store = store
    this.#start = start
    this.#timeLimitMs = timeLimitMs
    this.#idleMs = idleMs
  }

  /** Rows of each table; the tables are filled by this, so that the first query need not wait for it. */
  rowCounts(): Promise<Queried<ConsoleAnswers['count']>> {
    return this.#inTurn(async (engine) => ({ ok: true, value: await engine.do({ job: 'count' }) }))
  }

  query(sql: string): Promise<ConsoleAnswers['query']> {
    this.cancel()
    return this.#inTurn((engine) => engine.do({ job: 'query', sql }), this.#queries)
  }

  /** The whole result as CSV, or a refusal: never a part of it. */
  csv(sql: string): Promise<ConsoleAnswers['csv']> {
    this.cancel()
    return this.#inTurn((engine) => engine.do({ job: 'csv', sql }), this.#queries)
  }

  /** Ends every query, with the filling it began; nothing happens where there is none. */
  cancel(): void {
    for (const ticket of this.#queries) this.#stop(ticket, 'cancelled')
  }

  close(): void {
    this.#closed = true
    clearTimeout(this.#idle)
    this.cancel()
    this.#engine?.kill()
  }

  /** SQLite has no ear while it works, and a thread in it cannot be ended: its process can. */
  #stop(ticket: Ticket, reason: QueryFailure['reason']): void {
    ticket.stopped ??= reason
    if (this.#running === ticket) this.#engine?.kill()
    ticket.answer(failed(ticket.stopped))
  }

  #inTurn<T>(
    work: (engine: ConsoleEngine) => Promise<Queried<T>>,
    tickets: Set<Ticket> = new Set(),
  ): Promise<Queried<T>> {
    return new Promise((resolve, reject) => {
      const ticket: Ticket = { stopped: null, answer: resolve }
      tickets.add(ticket)
      this.#turn = this.#turn
        .then(() => this.#run(ticket, work))
        .then(resolve, reject)
        .finally(() => tickets.delete(ticket))
    })
  }

  async #run<T>(ticket: Ticket, work: (engine: ConsoleEngine) => Promise<Queried<T>>): Promise<Queried<T>> {
    if (this.#closed || ticket.stopped !== null) return failed('cancelled')
    clearTimeout(this.#idle)
    this.#running = ticket
    let timer: NodeJS.Timeout | undefined
    try {
      const engine = await this.#filled()
      // The filling is ours and ends by itself; the limit is the query's.
      timer = setTimeout(() => {
        this.#stop(ticket, 'too-slow')
      }, this.#timeLimitMs)
      return await work(engine)
    } catch (error) {
      if (!(error instanceof ProcessEnded)) throw error
      return failed(reasonOf(ticket))
    } finally {
      clearTimeout(timer)
      this.#running = null
      this.#idle = setTimeout(() => this.#engine?.kill(), this.#idleMs)
      this.#idle.unref()
    }
  }

  /** The engine with the tables as the document is now. */
  async #filled(): Promise<ConsoleEngine> {
    if (this.#engine?.isUp !== true) {
      this.#engine = new ConsoleEngine(this.#start)
      this.#filledRevision = null
    }
    const engine = this.#engine
    for (;;) {
      const { revision } = this.#store.history()
      if (this.#filledRevision === revision) return engine
      this.#filledRevision = null
      if (await this.#fill(engine)) this.#filledRevision = revision
    }
  }

  /** False if the document was edited meanwhile. */
  async #fill(engine: ConsoleEngine): Promise<boolean> {
    const reading = this.#store.reading(SAMPLE_ROWS)
    await engine.do({ job: 'begin' })
    for (let lot = reading.next(LOT); lot !== null; lot = reading.next(LOT)) {
      if (lot === 'changed') return false
      await engine.do({ job: 'add', recordsText: JSON.stringify(lot.records), places: lot.places })
    }
    await engine.do({ job: 'end' })
    return !reading.changed()
  }
}

/** While it waited it may have been stopped, which the compiler does not see. */
const reasonOf = ({ stopped }: Ticket): QueryFailure['reason'] => stopped ?? 'broken'
