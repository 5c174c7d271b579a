import { describe, expect, it } from 'vitest'
import { answer, isChannel, type Handlers } from './answer'
import { CHANNELS, EVENTS } from './channels'
import { CONTRACT } from './contract'
import { EVENT_PAYLOADS } from './contract/events'

/** Handlers of which one is told what to do; any other that is reached fails the test. */
function only(handlers: Partial<Handlers>): Handlers {
  return new Proxy(handlers as Handlers, {
    get: (target, name): unknown =>
      (Reflect.get(target, name) as unknown) ?? (() => Promise.reject(new Error(`${String(name)} was reached`))),
  })
}

const never = (error: unknown) => {
  throw error
}

describe('answering a call', () => {
  it('gives the handler the parsed input and passes its reply on', async () => {
    const heard: unknown[] = []
    const handlers = only({
      'link:open'(input) {
        heard.push(input)
        return { ok: true, value: { opened: true } }
      },
    })
    expect(await answer(handlers, 'link:open', { url: 'https://a.b/' }, never)).toEqual({
      ok: true,
      value: { opened: true },
    })
    expect(heard).toEqual([{ url: 'https://a.b/' }])
  })

  it.each<[string, unknown, unknown, string | undefined]>([
    ['a channel that is none', 'workspace:drop', {}, undefined],
    ['a name of every object', 'constructor', {}, undefined],
    ['no channel', undefined, {}, undefined],
    ['no input', 'app:quit', undefined, undefined],
    ['a list', 'app:quit', [], undefined],
    ['a date', 'app:quit', new Date(0), undefined],
    ['a map', 'app:quit', new Map(), undefined],
    ['a field too many', 'app:quit', { really: true }, 'really'],
    ['a field of the wrong kind', 'link:open', { url: 5 }, 'url'],
    [
      'a wrong value deep inside',
      'settings:write',
      { filters: { kinds: ['spy'], vendors: [], jurisdictions: [], confidences: [] } },
      'filters.kinds.0',
    ],
    [
      'a change without edits',
      'workspace:commit',
      { change: { label: { action: 'edit', subject: { en: 'a', 'zh-Hant': 'a' } }, edits: {} } },
      'change',
    ],
  ])('refuses %s as invalid and reaches no handler', async (_what, channel, input, path) => {
    const reply = await answer(only({}), channel, input, never)
    expect(reply).toMatchObject({ ok: false, error: { code: 'invalid' } })
    if (!reply.ok) expect(reply.error.path).toBe(path)
  })

  it('turns what a handler throws into a value, and reports it', async () => {
    const reported: unknown[] = []
    const fault = new Error('broken')
    const handlers = only({
      'app:quit'() {
        throw fault
      },
    })
    const reply = await answer(handlers, 'app:quit', {}, (error) => reported.push(error))
    expect(reply).toEqual({ ok: false, error: { code: 'internal', message: 'broken' } })
    expect(reported).toEqual([fault])
  })
})

it('the names that the preload holds are those of the contract', () => {
  expect(Object.keys(CONTRACT).sort()).toEqual([...CHANNELS].sort())
  expect(Object.keys(EVENT_PAYLOADS).sort()).toEqual([...EVENTS].sort())
  expect(CHANNELS.every(isChannel)).toBe(true)
})
