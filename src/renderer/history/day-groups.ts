import type { Locale } from '../../domain/model/names'
import type { HistoryStep } from '../../ipc/contract'

export interface DayGroup {
  readonly day: string
  readonly steps: readonly HistoryStep[]
}

/**
 * Steps under the day they were made on, on the user's own wall and in their language. The order of
 * the log is kept: after a clock was set back, a day may stand in the list twice.
 */
export function dayGroups(steps: readonly HistoryStep[], locale: Locale, timeZone?: string): DayGroup[] {
  const form = new Intl.DateTimeFormat(locale, { dateStyle: 'full', ...(timeZone === undefined ? {} : { timeZone }) })
  const groups: { day: string; steps: HistoryStep[] }[] = []
  for (const step of steps) {
    const day = form.format(step.madeAt)
    const last = groups.at(-1)
    if (last?.day === day) last.steps.push(step)
    else groups.push({ day, steps: [step] })
  }
  return groups
}

/** To the minute by the 24 hours: the Chinese form of the library would say 清晨 and 晚上. */
export function timeOfDay(madeAt: number, locale: Locale, timeZone?: string): string {
  return new Intl.DateTimeFormat(locale, {
    timeStyle: 'short',
    hourCycle: 'h23',
    ...(timeZone === undefined ? {} : { timeZone }),
  }).format(madeAt)
}
