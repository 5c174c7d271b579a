import { fail, succeed, type Result } from '../model/problem'

/** How much a reader takes in before it refuses a file. */
export interface JsonLimits {
  /** UTF-16 code units of the whole text. */
  readonly maxLength: number
  /** Arrays and objects inside each other. */
  readonly maxDepth: number
}

export const DEFAULT_JSON_LIMITS: JsonLimits = { maxLength: 64 * 1024 * 1024, maxDepth: 48 }

/** Keys that change what an object is when it is copied carelessly; no record has them. */
const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

/** How deep brackets nest, strings left out. Stops counting at `stopAt`. */
function nestingOf(text: string, stopAt: number): number {
  let depth = 0
  let deepest = 0
  let inString = false
  for (let index = 0; index < text.length && deepest < stopAt; index += 1) {
    const char = text[index]
    if (inString) {
      if (char === '\\') index += 1
      else if (char === '"') inString = false
    } else if (char === '"') inString = true
    else if (char === '[' || char === '{') deepest = Math.max(deepest, (depth += 1))
    else if (char === ']' || char === '}') depth -= 1
  }
  return deepest
}

/**
 * Parses JSON of unknown origin: a byte order mark is skipped, text that is too long or nested too
 * deep is refused before it is parsed. Error: `not-json`, saying what is wrong.
 */
export function parseJsonText(text: string, limits: JsonLimits = DEFAULT_JSON_LIMITS): Result<unknown> {
  if (text.length > limits.maxLength) {
    return fail({ code: 'not-json', detail: `is longer than ${limits.maxLength} characters` })
  }
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text
  if (nestingOf(body, limits.maxDepth + 1) > limits.maxDepth) {
    return fail({ code: 'not-json', detail: `is nested more than ${limits.maxDepth} levels deep` })
  }
  try {
    return succeed(JSON.parse(body) as unknown)
  } catch (error) {
    return fail({ code: 'not-json', detail: error instanceof Error ? error.message : String(error) })
  }
}

/** The path of the first key no record may have (`specs[0].__proto__`), or undefined. */
export function forbiddenKeyPath(value: unknown, path = ''): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      const found = forbiddenKeyPath(item, `${path}[${index}]`)
      if (found !== undefined) return found
    }
    return undefined
  }
  for (const [key, item] of Object.entries(value)) {
    const here = path === '' ? key : `${path}.${key}`
    if (FORBIDDEN_KEYS.has(key)) return here
    const found = forbiddenKeyPath(item, here)
    if (found !== undefined) return found
  }
  return undefined
}
