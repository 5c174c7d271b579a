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

export const isSame = (a: Beside, b: Beside): boolean => a.kind === b.kind && a.provision === b.provision
