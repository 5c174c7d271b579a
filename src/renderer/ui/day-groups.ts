import type { Locale } from '../../domain/model/names'
import { clockLocale } from '../language/clock-locale'

export interface DayGroup<T> {
  readonly day: string
  readonly entries: readonly T[]
}

/**
 * What has a moment (ms since 1970 in UTC) under the day of it, on the user's own wall and in their
 * language. The order is kept: after a clock was set back, a day may stand in the list twice.
 */
export function dayGroups<T>(
  entries: readonly T[],
  momentOf: (entry: T) => number,
  locale: Locale,
  timeZone?: string,
): DayGroup<T>[] {
  const form = new Intl.DateTimeFormat(clockLocale(locale), {
    dateStyle: 'full',
    ...(timeZone === undefined ? {} : { timeZone }),
  })
  const groups: { day: string; entries: T[] }[] = []
  for (const entry of entries) {
    const day = form.format(momentOf(entry))
    const last = groups.at(-1)
    if (last?.day === day) last.entries.push(entry)
    else groups.push({ day, entries: [entry] })
  }
  return groups
}

/** To the minute by the 24 hours: the Chinese form of the library would say 清晨 and 晚上. */
export function timeOfDay(madeAt: number, locale: Locale, timeZone?: string): string {
  return new Intl.DateTimeFormat(clockLocale(locale), {
    timeStyle: 'short',
    hourCycle: 'h23',
    ...(timeZone === undefined ? {} : { timeZone }),
  }).format(madeAt)
}
