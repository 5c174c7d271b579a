import { freshId, numbered, type TakenIds } from '../change/fresh-id'
import type { RecordId } from '../model/ids'

const LONGEST = 120

/**
 * The id of a new paragraph, `rule-2023-10.3a090.b` for `3A090.b`: the id of its rule, a point and its reference. With
 * that taken it has a number behind it. It is kept when the reference is changed; `taken` holds the ids of all
 * paragraphs of the workspace, for one replaces another by its id alone.
 */
export function paragraphId(rule: RecordId, reference: string, taken: TakenIds): RecordId {
  const parts = reference.split('.').map((part) => freshId(part, NONE))
  const slug = /[a-z0-9]/i.test(reference) ? parts.filter((part) => part !== 'record').join('.') : ''
  const id = `${rule}.${slug === '' ? 'paragraph' : slug}`.slice(0, LONGEST - 5).replace(/[-_.]+$/, '')
  return numbered(id, taken)
}

const NONE: TakenIds = { has: () => false }
