import * as v from 'valibot'
import type { Problem } from '../model/problem'
import { RECORD_SCHEMAS, RECORD_TYPES, type RecordType, type TapelineRecord } from '../model/record'
import { forbiddenKeyPath } from './json-text'

/** A record with thousands of faults has one fault worth telling. */
const MAX_PROBLEMS_PER_RECORD = 20

type Issue = v.BaseIssue<unknown>

type Shape =
  { readonly ok: true; readonly value: TapelineRecord } | { readonly ok: false; readonly problems: readonly Problem[] }

const failAll = (problems: readonly Problem[]): Shape => ({ ok: false, problems })

/** Keys as a reader would write them: `specs[2].sources[0]`. */
function pathText(keys: readonly unknown[]): string {
  return keys.reduce<string>((path, key) => {
    if (typeof key === 'number') return `${path}[${key}]`
    return path === '' ? String(key) : `${path}.${String(key)}`
  }, '')
}

/** A union says only that nothing fitted; the branch that came furthest says what is wrong. */
function furthest(issue: Issue): { keys: readonly unknown[]; message: string } {
  const keys = (issue.path ?? []).map((item) => item.key)
  const inner = (issue.issues ?? []).map(furthest)
  const deepest = inner.reduce<(typeof inner)[number] | undefined>(
    (best, one) => (one.keys.length > (best?.keys.length ?? 0) ? one : best),
    undefined,
  )
  return deepest === undefined
    ? { keys, message: issue.message }
    : { keys: [...keys, ...deepest.keys], message: deepest.message }
}

function isRecordType(value: unknown): value is RecordType {
  return typeof value === 'string' && (RECORD_TYPES as readonly string[]).includes(value)
}

/** The id that a thing claims, for messages, even when it is no record. */
export function claimedId(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, 'id')) return undefined
  const { id } = value as { id: unknown }
  return typeof id === 'string' && id !== '' ? id.slice(0, 120) : undefined
}

/**
 * Reads one parsed JSON value as a record, or says everything that is wrong with it. `expected`
 * narrows it to one type. Problems: `wrong-shape` with the path inside the record, no file.
 */
export function recordShape(value: unknown, expected?: RecordType): Shape {
  const id = claimedId(value)
  const wrong = (detail: string, path?: string): Problem => ({
    code: 'wrong-shape',
    ...(id === undefined ? {} : { record: id }),
    ...(path === undefined || path === '' ? {} : { path }),
    detail,
  })
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return failAll([wrong('must be an object')])
  const forbidden = forbiddenKeyPath(value)
  if (forbidden !== undefined) return failAll([wrong('this key is not allowed', forbidden)])
  const { type } = value as { type?: unknown }
  if (!isRecordType(type)) return failAll([wrong(`must be one of ${RECORD_TYPES.join(', ')}`, 'type')])
  if (expected !== undefined && type !== expected) return failAll([wrong(`must be ${expected} in this file`, 'type')])
  const parsed = v.safeParse(RECORD_SCHEMAS[type], value)
  if (parsed.success) return { ok: true, value: parsed.output }
  return failAll(
    parsed.issues.slice(0, MAX_PROBLEMS_PER_RECORD).map((issue) => {
      const { keys, message } = furthest(issue)
      return wrong(message, pathText(keys))
    }),
  )
}
