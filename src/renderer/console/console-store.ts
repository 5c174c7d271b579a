import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { QueryFailure, QueryRows, ResultCell } from '../../domain/console/query-outcome'
import { countsAfter, type RowCounts } from '../../domain/console/row-counts'
import type { Document } from '../../domain/model/document'
import type { CallError } from '../../ipc/reply'
import { client } from '../document/client'
import { useDocumentStore } from '../document/document-store'

/** How many of the last queries are kept, until the window closes. */
const MOST_RECENT = 20

/** What stands under the editor. `asked` is the statement it is of. */
export type Outcome =
  | { readonly state: 'none' }
  | { readonly state: 'running'; readonly asked: string }
  | { readonly state: 'rows'; readonly asked: string; readonly result: QueryRows }
  | { readonly state: 'failed'; readonly asked: string; readonly failure: QueryFailure }
  | { readonly state: 'refused'; readonly asked: string; readonly error: CallError }

export type Saved = { readonly file: string; readonly rows: number } | QueryFailure | CallError | null

/** The statement, its result and the last queries outlive the panel, but not the window. */
export const useConsoleStore = defineStore('console', () => {
  const text = shallowRef('')
  const outcome = shallowRef<Outcome>({ state: 'none' })
  const recent = shallowRef<readonly string[]>([])
  const documents = useDocumentStore()
  const counted = shallowRef<{ readonly of: Document; readonly rows: RowCounts } | null>(null)
  /** Rows of each table; null until they are known. An edit is reckoned in: the tables are filled when they are next asked. */
  const tableRows = computed(() =>
    counted.value === null ? null : countsAfter(counted.value.rows, counted.value.of, documents.document),
  )
  const saving = shallowRef(false)
  /** How wide columns were made by hand. */
  const columnPx = shallowRef<ReadonlyMap<string, number>>(new Map())

  function remember(sql: string): void {
    recent.value = [sql, ...recent.value.filter((one) => one !== sql)].slice(0, MOST_RECENT)
  }

  async function run(): Promise<void> {
    const asked = text.value
    const mine: Outcome = { state: 'running', asked }
    outcome.value = mine
    if (asked.trim() !== '') remember(asked)
    const reply = await client().call('console:run', { sql: asked })
    // Another one was begun meanwhile, and this one cancelled for it.
    if (outcome.value !== mine) return
    if (!reply.ok) outcome.value = { state: 'refused', asked, error: reply.error }
    else if (!reply.value.ok) outcome.value = { state: 'failed', asked, failure: reply.value.failure }
    else {
      const { columns, rowsText, cut, tookMs } = reply.value.value
      const rows = JSON.parse(rowsText) as ResultCell[][]
      outcome.value = { state: 'rows', asked, result: { columns, rows, cut, tookMs } }
    }
  }

  async function cancel(): Promise<void> {
    await client().call('console:cancel', {})
  }

  /** All of what the result is of, also what is not shown. */
  async function save(): Promise<Saved> {
    if (outcome.value.state !== 'rows') return null
    saving.value = true
    const reply = await client().call('console:save-csv', { sql: outcome.value.asked })
    saving.value = false
    if (!reply.ok) return reply.error
    if (!reply.value.ok) return reply.value.failure
    const { file, rows } = reply.value.value
    return file === null ? null : { file, rows }
  }

  async function countRows(): Promise<void> {
    if (counted.value !== null) return
    const of = documents.document
    const reply = await client().call('console:schema', {})
    if (!reply.ok || !reply.value.ok) return
    // Of an edit meanwhile nobody knows whether it is in.
    if (documents.document === of) counted.value = { of, rows: reply.value.value.rows }
    else await countRows()
  }

  return { text, outcome, recent, tableRows, saving, columnPx, run, cancel, save, countRows }
})
