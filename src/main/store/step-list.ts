import { invert } from '../../domain/change/apply'
import type { Change, ChangeLabel } from '../../domain/change/change'
import { refuse, type StoreReply } from './document-store'

/** One step of the log as a list shows it, without its records. */
export interface ListedStep {
  /** Its place in the log. The number of a step that was dropped may be given to a later one. */
  readonly seq: number
  /** When it began, ms since 1970 in UTC. */
  readonly madeAt: number
  /** Who made it; null where nobody said. */
  readonly author: string | null
  readonly undone: boolean
  /** Further changes with the same key may have joined it: typing in one field. */
  readonly merges: boolean
  /** Null when the step cannot be read any more: it is there, but undo stops at it. */
  readonly content: { readonly label: ChangeLabel; readonly records: number } | null
}

export interface StepPage {
  /** Counts every commit, undo and redo: a page of another revision is of another log. */
  readonly revision: number
  /** Newest first, by place in the log. */
  readonly steps: readonly ListedStep[]
  /** Whether the log has older steps than these. */
  readonly more: boolean
}

export interface WholeStep {
  readonly seq: number
  readonly madeAt: number
  readonly author: string | null
  readonly undone: boolean
  readonly change: Change
}

/** The way from the present state to the one before or after a step. */
export interface Way {
  readonly revision: number
  /** To be taken back, in this order. Steps ahead of the present stand here turned around. */
  readonly changesBack: readonly Change[]
}

export type Side = 'before' | 'after'

/** What the list needs to read; each call only reads. */
export interface StepRows {
  revision(): number
  /** At most `limit` steps older than `before`, newest first. */
  listSteps(before: number | null, limit: number): ListedStep[]
  /** All steps, newest first. */
  order(): { readonly seq: number; readonly undone: boolean }[]
  step(seq: number): WholeStep | 'unreadable' | null
}

export function pageOf(rows: StepRows, { before, limit }: { before: number | null; limit: number }): StepPage {
  const found = rows.listSteps(before, limit + 1)
  return { revision: rows.revision(), steps: found.slice(0, limit), more: found.length > limit }
}

const unreadable = () => refuse('corrupt', 'this step of the log cannot be read')
const gone = () => refuse('nothing', 'this step is no longer in the log')

export function wholeStep(rows: StepRows, seq: number): StoreReply<WholeStep> {
  const step = rows.step(seq)
  if (step === null) return gone()
  if (step === 'unreadable') return unreadable()
  return { ok: true, value: step }
}

/**
 * What must be taken back to come to the state before or after a step. An unreadable step in between
 * bars the way: nobody knows what it did.
 */
export function wayTo(rows: StepRows, { seq, side }: { seq: number; side: Side }): StoreReply<Way> {
  const order = rows.order()
  const target = order.find((step) => step.seq === seq)
  if (target === undefined) return gone()
  // What is undone is the newest part of the log; where it is not, a row is damaged.
  if (order.some((step, at) => step.undone && at > 0 && order[at - 1]?.undone === false)) return unreadable()
  for (const edge of [order.find((step) => !step.undone), order.findLast((step) => step.undone)])
    if (edge !== undefined && rows.step(edge.seq) === 'unreadable') return unreadable()
  const isIncluded = side === (target.undone ? 'after' : 'before')
  const between = target.undone
    ? order.filter((step) => step.undone && (step.seq < seq || (step.seq === seq && isIncluded)))
    : order.filter((step) => !step.undone && (step.seq > seq || (step.seq === seq && isIncluded)))
  const changesBack: Change[] = []
  for (const { seq: at } of target.undone ? between.toReversed() : between) {
    const step = wholeStep(rows, at)
    if (!step.ok) return step
    changesBack.push(target.undone ? invert(step.value.change) : step.value.change)
  }
  return { ok: true, value: { revision: rows.revision(), changesBack } }
}
