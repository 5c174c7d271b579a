/**
 * Runs inside a page: calls one channel with many inputs that are none of its own, and returns what
 * was not refused as it should be. Must not use anything from outside its body.
 */
export async function callWithOddValues([channel, count, seed]: readonly [string, number, number]): Promise<{
  readonly tried: number
  readonly wrong: string[]
}> {
  interface Refusing {
    readonly tapeline: { call(channel: string, input: unknown): Promise<unknown> }
  }
  let state = seed
  const below = (limit: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return (state >>> 8) % limit
  }
  const deep = (levels: number): unknown => {
    let value: unknown = 0
    for (let n = 0; n < levels; n += 1) value = n % 2 === 0 ? [value] : { a: value }
    return value
  }
  const cyclic: Record<string, unknown> = {}
  cyclic['self'] = cyclic
  const leaves: (() => unknown)[] = [
    () => null,
    () => undefined,
    () => below(2) === 0,
    () => [NaN, Infinity, -0, 2 ** 53, -1, 1e308][below(6)],
    () => 12n,
    () =>
      ['', '\0', '\u202e', '\ud800', "'; DROP TABLE record; --", '../../etc/passwd', 'file:///etc/passwd'][below(7)],
    () => 'x'.repeat(below(200_000)),
    () => new Date(NaN),
    () => /x/g,
    () => new Map([['a', 1]]),
    () => new Set([1]),
    () => new ArrayBuffer(below(5000)),
    () => new Error('odd'),
    () => [],
    () => Array.from({ length: below(20_000) }, () => 0),
    () => deep(below(400)),
    () => cyclic,
    () => () => 1,
    () => Symbol('s'),
    () => document.body,
  ]
  const leaf = () => leaves[below(leaves.length)]?.()
  const keys = ['change', 'url', 'theme', 'filters', 'window', 'edits', '__proto__', 'constructor', 'toString', 'x']
  const odd = (): unknown => {
    if (below(3) === 0) {
      const value = leaf()
      // On its way through the bridge an object without fields becomes `{}`, which some channels take.
      const bare =
        typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length === 0
      return bare ? [value] : value
    }
    // A field that no channel has, so that no made-up object is by chance a good one.
    const object: Record<string, unknown> = { odd: leaf() }
    for (let n = below(5); n >= 0; n -= 1)
      Object.defineProperty(object, keys[below(keys.length)] ?? 'x', {
        value: leaf(),
        enumerable: true,
        configurable: true,
      })
    return object
  }
  const wrong: string[] = []
  for (let n = 0; n < count; n += 1) {
    const value = odd()
    try {
      const reply = (await (window as unknown as Refusing).tapeline.call(channel, value)) as {
        ok: boolean
        error?: { code: string }
      }
      if (reply.ok || reply.error?.code !== 'invalid')
        wrong.push(`#${String(n)} ${typeof value}: ${JSON.stringify(reply)}`)
    } catch {
      // What cannot be cloned does not even leave the page.
    }
  }
  return { tried: count, wrong }
}
