import type { Handlers } from '../../ipc/answer'

export interface ClipboardPorts {
  readonly copyTable: (table: { readonly text: string; readonly html: string }) => Promise<void>
}

export function clipboardHandlers({ copyTable }: ClipboardPorts): Pick<Handlers, 'clipboard:copy-table'> {
  return {
    async 'clipboard:copy-table'(table) {
      await copyTable(table)
      return { ok: true, value: {} }
    },
  }
}
