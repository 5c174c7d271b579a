import type { Queried } from '../../domain/console/query-outcome'
import type { Handlers } from '../../ipc/answer'
import type { Reply } from '../../ipc/reply'
import type { SqlConsole } from '../store/console/sql-console'

export interface ConsolePorts {
  readonly console: () => Promise<Pick<SqlConsole, 'rowCounts' | 'query' | 'csv' | 'cancel'>>
  /** Null when the user cancels. */
  readonly askWhere: () => Promise<string | null>
  /** Whether writing there would harm the workspace or what belongs to it. */
  readonly isOurOwn: (file: string) => boolean
  readonly exists: (file: string) => boolean
  /** Writes the whole file or nothing. Throws what the system throws. */
  readonly write: (file: string, content: string) => void
}

type ConsoleChannel = Extract<keyof Handlers, `console:${string}`>

export function consoleHandlers(ports: ConsolePorts): Pick<Handlers, ConsoleChannel> {
  return {
    async 'console:schema'() {
      return answered(await (await ports.console()).rowCounts(), (rows) => ({ rows }))
    },
    async 'console:run'({ sql }) {
      const reply = await (await ports.console()).query(sql)
      return answered(reply, ({ columns, rows, cut, tookMs }) => ({
        columns: columns.map((column) => ({ ...column })),
        rowsText: JSON.stringify(rows),
        cut,
        tookMs,
      }))
    },
    async 'console:cancel'() {
      ;(await ports.console()).cancel()
      return { ok: true, value: {} }
    },
    async 'console:save-csv'({ sql }) {
      const chosen = await ports.askWhere()
      if (chosen === null) return { ok: true, value: { ok: true, value: { file: null, rows: 0 } } }
      const file = withEnding(chosen, ports.exists)
      if (ports.isOurOwn(chosen) || ports.isOurOwn(file)) return refuse('this file belongs to the workspace', file)
      const csv = await (await ports.console()).csv(sql)
      if (csv.ok)
        try {
          ports.write(file, csv.value.text)
        } catch (error) {
          return refuse(error instanceof Error ? error.message : String(error), file)
        }
      return answered(csv, ({ rows }) => ({ file, rows }))
    },
  }
}

type Failure = Extract<Queried<never>, { ok: false }>
type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: { -readonly [K in keyof Failure['failure']]: Failure['failure'][K] } }

const answered = <T, U>(queried: Queried<T>, of: (value: T) => U): Reply<Answer<U>> => ({
  ok: true,
  value: queried.ok ? { ok: true, value: of(queried.value) } : { ok: false, failure: { ...queried.failure } },
})

const refuse = (message: string, path: string): Reply<never> => ({
  ok: false,
  error: { code: 'storage', message, path },
})

/** The dialog asked before it let a file be replaced, but only for the name as it was typed. */
function withEnding(chosen: string, exists: (file: string) => boolean): string {
  if (/\.csv$/i.test(chosen)) return chosen
  const file = `${chosen}.csv`
  return exists(file) ? chosen : file
}
