import type { ProvisionEntry } from '../../domain/controls/rulebook'
import type { Status } from '../../domain/controls/status'

/** A paragraph that says something beside the outcome: not yet law, for some alone, or a price. */
export interface Beside {
  readonly kind: 'pending' | 'for-some' | 'charge'
  readonly provision: ProvisionEntry
}

/** What is said beside the outcome of a chip; nothing of one that is not there. */
export function besideOf({ outcome, pending, forSome, charges }: Status): Beside[] {
  if (outcome === 'not-announced' || outcome === 'withdrawn') return []
  const all = (kind: Beside['kind'], list: readonly ProvisionEntry[]): Beside[] =>
    list.map((provision) => ({ kind, provision }))
  return [...all('pending', pending), ...all('for-some', forSome), ...all('charge', charges)]
}

/** What is said beside the outcome of every one of them, so that it can be said once. */
export function sharedBeside(statuses: readonly Status[]): Beside[] {
  const [first, ...others] = statuses.map(besideOf)
  return (first ?? []).filter((each) => others.every((list) => list.some((other) => isSame(each, other))))
}

/** A paragraph that is said once for several chips, which bear its letter. */
export interface Marked {
  readonly letter: string
  readonly beside: Beside
}

/**
 * What is said beside the outcome of several of them, but not of all, each once and with a letter. What is said of one
 * chip alone stands with it.
 */
export function markedBeside(statuses: readonly Status[]): Marked[] {
  const shared = sharedBeside(statuses)
  const all = statuses.flatMap(besideOf).filter((each) => !shared.some((other) => isSame(each, other)))
  const several = all.filter(
    (each, at) =>
      all.findIndex((other) => isSame(each, other)) === at && all.filter((other) => isSame(each, other)).length > 1,
  )
  return several.map((beside, at) => ({ letter: letterOf(at), beside }))
}

/** `a` to `z`, then `a2`. */
const letterOf = (at: number): string => {
  const turn = Math.floor(at / 26)
  return String.fromCharCode(97 + (at % 26)) + (turn === 0 ? '' : String(turn + 1))
}

export const isSame = (a: Beside, b: Beside): boolean => a.kind === b.kind && a.provision === b.provision
