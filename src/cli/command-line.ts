import { parseArgs } from 'node:util'
import { UsageError, messageOf } from './outcome'

interface Option {
  readonly type: 'string' | 'boolean'
  readonly multiple?: boolean
}

type Read<O extends Record<string, Option>> = ReturnType<
  typeof parseArgs<{ args: string[]; options: O; allowPositionals: true; allowNegative: true; strict: true }>
>

/** Reads the words of one command. Throws `UsageError` for an option it does not have. */
export function readWords<const O extends Record<string, Option>>(words: readonly string[], options: O): Read<O> {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true, allowNegative: true, strict: true })
  } catch (error) {
    throw new UsageError(messageOf(error).replace(/\. To specify a positional.*$/s, ''))
  }
}

/** One of a list of words. */
export function oneOf<const T extends readonly string[]>(
  option: string,
  value: string | undefined,
  allowed: T,
  otherwise: T[number],
): T[number] {
  if (value === undefined) return otherwise
  const found = allowed.find((word) => word === value)
  if (found === undefined) throw new UsageError(`--${option} must be one of ${allowed.join(', ')}, not "${value}"`)
  return found
}

/** A number between two others. */
export function numberOf(
  option: string,
  value: string | undefined,
  range: { readonly least: number; readonly most: number; readonly otherwise: number; readonly whole?: boolean },
): number {
  if (value === undefined) return range.otherwise
  const number = Number(value)
  const fits = value.trim() !== '' && number >= range.least && number <= range.most
  if (!fits || (range.whole === true && !Number.isInteger(number))) {
    const kind = range.whole === true ? 'a whole number' : 'a number'
    throw new UsageError(`--${option} must be ${kind} from ${range.least} to ${range.most}, not "${value}"`)
  }
  return number
}

/** The one thing a command speaks of. */
export function onlyOne(positionals: readonly string[], what: string): string | undefined {
  if (positionals.length > 1) throw new UsageError(`one ${what} at a time, not ${positionals.join(' and ')}`)
  return positionals[0]
}
