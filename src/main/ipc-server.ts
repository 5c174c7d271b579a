import { ipcMain, type IpcMainInvokeEvent } from 'electron'
import { CHANNELS, type Channel } from '../ipc/channels'
import type { Reply } from '../ipc/reply'

/** Parses the input, calls the handler and answers with a value in every case. */
export type Ask = (channel: Channel, input: unknown) => Promise<Reply<unknown>>

/** Above an import of 100,000 records as one Change, below the longest text that JavaScript has. */
const MAX_INPUT_CHARACTERS = 256_000_000
const SLOW_MS = 40

/**
 * Registers every channel of the contract; nothing else in this program listens to a window. `askOf`
 * finds what answers the window of a sender, by the id of its contents; a promise, because the page may
 * call before that is loaded.
 */
export function serveContract(
  askOf: (contents: number) => Promise<Ask> | null,
  isOurPage: (url: string) => boolean,
): void {
  for (const channel of CHANNELS)
    ipcMain.handle(channel, async (event, input: unknown): Promise<Reply<unknown>> => {
      // Before any work: the main frame of our own page, and nobody else.
      if (!isTrusted(event, isOurPage)) return refuse('this page may not ask')
      if (!isModest(input)) return refuse('the input is too large')
      const ready = await askOf(event.sender.id)
      if (ready === null) return refuse('this window is closed')
      const started = performance.now()
      const reply = await ready(channel, input)
      const took = performance.now() - started
      if (took > SLOW_MS) console.warn(`${channel} took ${took.toFixed(0)} ms`)
      return reply
    })
}

function isTrusted({ senderFrame }: IpcMainInvokeEvent, isOurPage: (url: string) => boolean): boolean {
  return senderFrame !== null && senderFrame.parent === null && isOurPage(senderFrame.url)
}

function isModest(input: unknown): boolean {
  try {
    return JSON.stringify([input]).length <= MAX_INPUT_CHARACTERS
  } catch {
    return false
  }
}

const refuse = (message: string): Reply<never> => ({ ok: false, error: { code: 'invalid', message } })
