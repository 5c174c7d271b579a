import type { Locale } from '../../domain/model/names'
import { clockLocale } from './clock-locale'

/**
 * A moment (ms since 1970 in UTC) by the user's own clock: day and minute, or the minute alone where it is of the same
 * day as `now`. By the 24 hours: the Chinese form of the library would say 清晨 and 晚上.
 */
export function momentInWords(ms: number, locale: Locale, now?: number, timeZone?: string): string {
  const zone = timeZone === undefined ? {} : { timeZone }
  const day = new Intl.DateTimeFormat(clockLocale(locale), { dateStyle: 'medium', ...zone })
  const isToday = now !== undefined && day.format(ms) === day.format(now)
  return new Intl.DateTimeFormat(clockLocale(locale), {
    ...(isToday ? {} : { dateStyle: 'medium' }),
    timeStyle: 'short',
    hourCycle: 'h23',
    ...zone,
  }).format(ms)
}
