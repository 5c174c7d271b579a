import { onScopeDispose, shallowRef, type ShallowRef } from 'vue'
import { dayNumberOf, type DayNumber } from '../../domain/time/day-number'

// The only file of the window that looks at the clock. "Today" is the calendar date on the user's
// wall, taken as if it were a UTC date: records know dates, not moments.

export function localToday(now: Date = new Date()): DayNumber {
  return dayNumberOf({ year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() })
}

/** For comparing with the moments of the history and of drafts: ms since 1970 in UTC. */
export const msNow = (): number => Date.now()

/** The moment a note was written, ISO 8601 in UTC. */
export const instantNow = (): string => new Date().toISOString()

/** Milliseconds since 1970 in UTC, to say what a rule would do now. */
export const momentNow = (): number => Date.now()

const LOOK_AGAIN_MS = 60_000

/** Today, kept right past midnight and after the machine slept. */
export function useToday(): Readonly<ShallowRef<DayNumber>> {
  const today = shallowRef(localToday())
  const look = (): void => {
    today.value = localToday()
  }
  const timer = window.setInterval(look, LOOK_AGAIN_MS)
  document.addEventListener('visibilitychange', look)
  onScopeDispose(() => {
    window.clearInterval(timer)
    document.removeEventListener('visibilitychange', look)
  })
  return today
}
