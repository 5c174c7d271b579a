import type { Locale } from '../../domain/model/names'
import type { Version } from '../../ipc/values'
import { clockLocale } from '../language/clock-locale'
import { timeOfDay } from '../ui/day-groups'

type Translate = (path: string, values?: Readonly<Record<string, string | number>>) => string

/** What a version is called: by its name, or by its kind and the moment on the user's wall. */
export function nameOfVersion({ name, kind, madeAtMs }: Version, t: Translate, locale: Locale): string {
  if (name !== null) return name
  const day = new Intl.DateTimeFormat(clockLocale(locale), { dateStyle: 'medium' }).format(madeAtMs)
  const comma = locale === 'en' ? ', ' : '，'
  return `${t(`versions.kind.${kind}`)}${comma}${day} ${timeOfDay(madeAtMs, locale)}`
}

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

/** A size to two digits or so: `1.2 MB`. */
export function sizeWords(bytes: number, locale: Locale): string {
  const step = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), UNITS.length - 1)
  const form = { style: 'unit', unit: UNITS[step] ?? 'byte', maximumSignificantDigits: 3 } as const
  return new Intl.NumberFormat(locale, form).format(bytes / 1000 ** step)
}
