import type { ControlMetric } from '../../domain/model/control-metric'
import type { Names } from '../../domain/model/names'
import type { DateDoubt } from '../../domain/time/date-doubt'
import { readTypedDate } from '../../domain/time/typed-date'

/** Why what is typed cannot be kept. */
export type Fault =
  | { readonly kind: 'required' | 'notNumber' | 'notCode' | 'notUrl' | 'definedTwice' }
  | { readonly kind: 'circle'; readonly metrics: readonly ControlMetric[] }
  | { readonly kind: 'date'; readonly doubt: DateDoubt }
  | { readonly kind: 'refused'; readonly detail: string }

/** The faults of a form by the path they stand at: `date`, `specs[2].value`. */
export type Faults = ReadonlyMap<string, Fault>

export const NO_NAMES: Names = { en: '', 'zh-Hant': '' }

/** Both languages or neither; where one is missing, the fault stands at that one. */
export function namesOf(key: string, typed: Names, faults: Map<string, Fault>, required?: boolean) {
  const [en, zh] = [typed.en.trim(), typed['zh-Hant'].trim()]
  if (en === '' && zh === '' && !required) return undefined
  if (en === '') faults.set(`${key}.en`, { kind: 'required' })
  if (zh === '') faults.set(`${key}.zh-Hant`, { kind: 'required' })
  return { en, 'zh-Hant': zh }
}

/** A date as it is kept; as typed where it does not read as one. */
export function dateOf(key: string, typed: string, faults: Map<string, Fault>): string | undefined {
  if (typed.trim() === '') return undefined
  const date = readTypedDate(typed)
  if (date.ok) return date.value.text
  faults.set(key, { kind: 'date', doubt: date.doubt })
  return typed
}

/** One text on each line; none at all is no list. */
export function linesOf(typed: string): string[] | undefined {
  const lines = typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  return lines.length === 0 ? undefined : lines
}
