import type { ControlMetric } from '../../domain/model/control-metric'
import type { Names } from '../../domain/model/names'
import type { DateDoubt } from '../../domain/time/date-doubt'

/** Why what is typed cannot be kept. */
export type Fault =
  | { readonly kind: 'required' | 'notNumber' | 'notCode' | 'notUrl' | 'definedTwice' }
  | { readonly kind: 'circle'; readonly metrics: readonly ControlMetric[] }
  | { readonly kind: 'date'; readonly doubt: DateDoubt }
  | { readonly kind: 'refused'; readonly detail: string }

/** The faults of a form by the path they stand at: `date`, `specs[2].value`. */
export type Faults = ReadonlyMap<string, Fault>

/** Both languages or neither; where one is missing, the fault stands at that one. */
export function namesOf(key: string, typed: Names, faults: Map<string, Fault>, required?: true) {
  const [en, zh] = [typed.en.trim(), typed['zh-Hant'].trim()]
  if (en === '' && zh === '' && !required) return undefined
  if (en === '') faults.set(`${key}.en`, { kind: 'required' })
  if (zh === '') faults.set(`${key}.zh-Hant`, { kind: 'required' })
  return { en, 'zh-Hant': zh }
}

/** One text on each line; none at all is no list. */
export function linesOf(typed: string): string[] | undefined {
  const lines = typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  return lines.length === 0 ? undefined : lines
}
