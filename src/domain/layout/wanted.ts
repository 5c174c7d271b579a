import type { RecordId } from '../model/ids'

/**
 * Records that are to be drawn as themselves even where there is no room for all: what the user selected or
 * searched for. They take the seats of others only where they would be counted; nobody else moves.
 */
export interface Wanted {
  /** Drawn before all others, wherever one looks: a few. */
  readonly must: readonly RecordId[]
  /** Drawn where there is any room in its place; the first are wanted most. Some hundreds at the most. */
  readonly also: readonly RecordId[]
}

export const NOTHING_WANTED: Wanted = { must: [], also: [] }

export const isSameWanted = (a: Wanted, b: Wanted): boolean => isSame(a.must, b.must) && isSame(a.also, b.also)

const isSame = (a: readonly RecordId[], b: readonly RecordId[]): boolean =>
  a.length === b.length && a.every((record, place) => record === b[place])
