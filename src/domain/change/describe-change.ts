import type { TapelineRecord } from '../model/record'
import { sameValue } from './apply'
import type { Change } from './change'
import { alignLists, isPlainObject } from './list-alignment'

/**
 * One step into a record: a field's name, or an element of a list, told by its place on either side.
 * `null` on one side: the element is only on the other.
 */
export type PathStep = string | { readonly fromAt: number | null; readonly toAt: number | null }

/** One value that is not the same on both sides. `undefined`: the field or element is not there. */
export interface FieldDifference {
  readonly path: readonly PathStep[]
  readonly from: unknown
  readonly to: unknown
}

/** What a change did to one record, field by field. */
export interface RecordDifference {
  readonly id: string
  readonly kind: 'created' | 'deleted' | 'changed'
  readonly from: TapelineRecord | null
  readonly to: TapelineRecord | null
  readonly fields: readonly FieldDifference[]
}

/** Every record that a change touches, with all its differences, in the order of the change. */
export function describeChange(change: Change): RecordDifference[] {
  return Object.entries(change.edits).map(([id, { from, to }]) => ({
    id,
    kind: from === null ? 'created' : to === null ? 'deleted' : 'changed',
    from,
    to,
    fields: fieldDifferences(from, to),
  }))
}

/**
 * The differences of two records, smallest first differing part by part; nothing is left out. A
 * missing record counts as one without fields. Elements of a list keep their order; spec values are
 * matched by metric and condition, other objects by their id or by their turn.
 */
export function fieldDifferences(from: TapelineRecord | null, to: TapelineRecord | null): FieldDifference[] {
  const found: FieldDifference[] = []
  compareObjects([], from ?? {}, to ?? {}, found)
  return found
}

function compareObjects(path: readonly PathStep[], from: object, to: object, found: FieldDifference[]): void {
  const left = new Map(Object.entries(from))
  const right = new Map(Object.entries(to))
  for (const key of new Set([...left.keys(), ...right.keys()]))
    compareValues([...path, key], left.get(key), right.get(key), found)
}

function compareValues(path: readonly PathStep[], from: unknown, to: unknown, found: FieldDifference[]): void {
  if (sameValue(from, to)) return
  if (isPlainObject(from) && isPlainObject(to)) compareObjects(path, from, to, found)
  else if (Array.isArray(from) && Array.isArray(to)) compareLists(path, from, to, found)
  else found.push({ path, from, to })
}

function compareLists(
  path: readonly PathStep[],
  from: readonly unknown[],
  to: readonly unknown[],
  found: FieldDifference[],
): void {
  for (const { fromAt, toAt } of alignLists(from, to))
    compareValues(
      [...path, { fromAt, toAt }],
      fromAt === null ? undefined : from[fromAt],
      toAt === null ? undefined : to[toAt],
      found,
    )
}
