import type { Change } from '../../src/domain/change/change'
import type { TapelineRecord } from '../../src/domain/model/record'

type Rows = ReadonlyMap<string, TapelineRecord>

interface Step {
  readonly before: Rows
  readonly after: Rows
  readonly key: string | undefined
}

/** As many steps as the store keeps. */
const MOST_STEPS = 1000

/**
 * What a workspace should be, as plainly as it can be said: whole documents on two stacks. It shares
 * no code with the store.
 */
export class Model {
  rows: Rows
  revision = 0
  #past: Step[] = []
  #future: Step[] = []

  constructor(records: readonly TapelineRecord[]) {
    this.rows = new Map(records.map((record) => [record.id, record]))
  }

  commit({ edits, mergeKey }: Change): true {
    const before = this.rows
    const after = new Map(before)
    for (const [id, { to }] of Object.entries(edits)) {
      if (to === null) after.delete(id)
      else after.set(id, to)
    }
    const last = this.#past.at(-1)
    const joins = this.#future.length === 0 && mergeKey !== undefined && last?.key === mergeKey
    const start = joins ? last.before : before
    if (joins) this.#past.pop()
    if (!joins || textOf(start.values()) !== textOf(after.values()))
      this.#past.push({ before: start, after, key: mergeKey })
    this.#past = this.#past.slice(-MOST_STEPS)
    this.#future = []
    return this.#become(after)
  }

  /** False when there is nothing to undo. */
  undo(): boolean {
    const step = this.#past.pop()
    if (step === undefined) return false
    this.#future.push(step)
    return this.#become(step.before)
  }

  redo(): boolean {
    const step = this.#future.pop()
    if (step === undefined) return false
    this.#past.push(step)
    return this.#become(step.after)
  }

  #become(rows: Rows): true {
    this.rows = rows
    this.revision += 1
    return true
  }
}

/** One text for the same records, in whatever order they and their fields come. */
export function textOf(records: Iterable<TapelineRecord>): string {
  return Array.from(records, (record) => JSON.stringify(sorted(record)))
    .sort()
    .join('\n')
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => [key, sorted(item)]),
  )
}
