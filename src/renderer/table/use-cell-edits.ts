import { shallowRef, type ComputedRef } from 'vue'
import { fail, succeed } from '../../domain/model/problem'
import type { Column, TableContext } from '../../domain/table/column'
import { pasteCells, writeCell, type Pasted } from '../../domain/table/write-cells'
import { useDocumentStore, type Outcome } from '../document/document-store'

/** A block of texts and where its upper left cell goes. */
export interface Block {
  readonly rows: readonly string[]
  readonly columns: readonly Column[]
  readonly texts: readonly (readonly string[])[]
}

export interface PasteReport extends Pasted {
  readonly block: Block
}

/** Writes cells and blocks of them; a block that fails in part waits for the user's word. */
export function useCellEdits(context: ComputedRef<TableContext>) {
  const documents = useDocumentStore()
  const report = shallowRef<PasteReport | null>(null)

  const write = (record: string, column: Column, text: string): Promise<Outcome> =>
    documents.dispatch((document) => writeCell({ record, column, text }, { ...context.value, document }))

  /** One Change, made anew from the document as it is when its turn comes. */
  function commit({ rows, columns, texts }: Block): Promise<Outcome> {
    return documents.dispatch((document) => {
      const { change } = pasteCells(rows, columns, texts, { ...context.value, document })
      return change === null ? fail({ code: 'no-change', detail: 'nothing is different' }) : succeed(change)
    })
  }

  async function paste(block: Block): Promise<Outcome | null> {
    const pasted = pasteCells(block.rows, block.columns, block.texts, context.value)
    if (pasted.failures.length === 0) return commit(block)
    report.value = { ...pasted, block }
    return null
  }

  async function pasteTheRest(): Promise<Outcome | null> {
    const waiting = report.value
    report.value = null
    return waiting === null ? null : commit(waiting.block)
  }

  return { report, write, paste, pasteTheRest }
}
