import * as v from 'valibot'
import { CHANNELS, type Channel } from './channels'
import { CONTRACT, type In, type Out } from './contract'
import type { CallError, Reply } from './reply'

type Awaitable<T> = T | Promise<T>

/** One handler for each channel; a forgotten one does not compile. */
export type Handlers = { readonly [C in Channel]: (input: In<C>) => Awaitable<Reply<Out<C>>> }

const refuse = (code: CallError['code'], message: string, path?: string): Reply<never> => ({
  ok: false,
  error: { code, message, ...(path === undefined ? {} : { path }) },
})

export function isChannel(name: unknown): name is Channel {
  return typeof name === 'string' && (CHANNELS as readonly string[]).includes(name)
}

function isPlainObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.prototype.toString.call(value) === '[object Object]'
}

/**
 * Answers one call: parses the raw input against the contract, calls the handler, and returns a
 * value in every case. It never throws, because Electron passes on only the message of an error.
 * `report` hears of what the code did not expect.
 */
export async function answer(
  handlers: Handlers,
  channel: unknown,
  raw: unknown,
  report: (error: unknown) => void,
): Promise<Reply<unknown>> {
  if (!isChannel(channel)) return refuse('invalid', `no such channel: ${String(channel).slice(0, 80)}`)
  // To a schema a list or a date is an object without fields, and would pass for `{}`.
  if (!isPlainObject(raw)) return refuse('invalid', 'the input must be an object')
  const parsed = v.safeParse(CONTRACT[channel].input, raw)
  if (!parsed.success) {
    const issue = parsed.issues[0]
    return refuse('invalid', issue.message, v.getDotPath(issue) ?? undefined)
  }
  try {
    const handler = handlers[channel] as (input: unknown) => Awaitable<Reply<unknown>>
    return await handler(parsed.output)
  } catch (error) {
    report(error)
    return refuse('internal', error instanceof Error ? error.message : String(error))
  }
}
