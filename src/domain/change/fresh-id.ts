import type { RecordId } from '../model/ids'

/** What ids can be told apart by: a map of records, or a set of ids. */
export interface TakenIds {
  has(id: RecordId): boolean
}

const LONGEST = 80
/** Slugs that `RecordId` refuses; a number makes them harmless. */
const RESERVED: readonly string[] = ['constructor', 'prototype']

/**
 * A readable id for a new record, made from its English name: `H200 may go to China` is
 * `h200-may-go-to-china`, and with that taken `h200-may-go-to-china-2`. Accents are dropped; a name
 * with no Latin letter or digit becomes `record`. Always a valid `RecordId`, never one that is taken.
 */
export function freshId(name: string, taken: TakenIds): RecordId {
  const slug = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, '')
  return numbered(slug === '' ? 'record' : slug, taken)
}

/** The id itself where it is free, else the first free one with a number behind it, from 2 on. */
export function numbered(id: RecordId, taken: TakenIds): RecordId {
  if (!taken.has(id) && !RESERVED.includes(id)) return id
  for (let number = 2; ; number += 1) if (!taken.has(`${id}-${number}`)) return `${id}-${number}`
}
