import { civilDateOf, dayNumberOf } from '../../../src/domain/time/day-number'
import { edtfOfDay } from '../../../src/domain/time/edtf-of-day'
import type { Random } from '../../torture/random'

const FIRST_DAY = dayNumberOf({ year: 2006, month: 1, day: 1 })
const LAST_DAY = dayNumberOf({ year: 2030, month: 12, day: 31 })

/** Of all days: near a burst, and on one of the days on which everybody acts at once. The rest lies anywhere. */
const NEAR_BURST = 0.5
const PILED_UP = 0.08
const BURSTS = 48
const PILES = 12
const LONGEST_SPAN = 3_000

export interface Calendar {
  /** The date of something that happens at a moment, as well as it is known. */
  moment(): string
  /** The date of something that lasts: two ends, one of which may be open, or known to the month or year only. */
  span(): string
  /** The two ends of something that lasts; the second may be missing. */
  ends(): readonly [string, string | undefined]
}

/** Dates in bursts and piles, more of them the later the year. */
export function calendarOf(random: Random): Calendar {
  const next = () => random.next()
  const below = (end: number) => random.below(end)
  const pick = <T>(items: readonly T[]): T => random.pick(items)
  const anyDay = (): number => FIRST_DAY + Math.floor(Math.sqrt(next()) * (LAST_DAY - FIRST_DAY))
  const bursts = Array.from({ length: BURSTS }, anyDay)
  const piles = Array.from({ length: PILES }, anyDay)

  function day(): number {
    const share = next()
    if (share < PILED_UP) return pick(piles)
    if (share < PILED_UP + NEAR_BURST) {
      // Three dice make a hump: most of a burst is within two weeks of its middle.
      const off = below(21) + below(21) + below(21) - 30
      return Math.min(Math.max(pick(bursts) + off, FIRST_DAY), LAST_DAY)
    }
    return anyDay()
  }

  const inexact: readonly ((at: number) => string)[] = [
    (at) => edtfOfDay(at, 'month'),
    (at) => edtfOfDay(at, 'month'),
    (at) => edtfOfDay(at, 'quarter'),
    (at) => edtfOfDay(at, 'year'),
    (at) => `${edtfOfDay(at, 'year')}-${String(21 + below(4))}`,
    (at) => `${edtfOfDay(at, 'year')}-${civilDateOf(at).month <= 6 ? '40' : '41'}`,
    (at) => `${edtfOfDay(at, pick(['year', 'month', 'day']))}~`,
    (at) => `${edtfOfDay(at, pick(['year', 'month', 'day']))}?`,
    (at) => `${edtfOfDay(at, pick(['year', 'month']))}%`,
    (at) => `${edtfOfDay(at, 'year')}-XX`,
    (at) => `${edtfOfDay(at, 'month')}-XX`,
    (at) => `${edtfOfDay(at, 'year').slice(0, 3)}X`,
  ]
  const INEXACT = 5 / 14

  const edge = (at: number, vaguest: 'month' | 'year'): string =>
    edtfOfDay(at, next() < 0.75 ? 'day' : pick(['month', vaguest]))

  /** Most last weeks, some last years. */
  function spanEnds(): readonly [number, number] {
    const from = day()
    return [from, from + 2 + Math.floor(next() ** 3 * LONGEST_SPAN)]
  }

  /** Two edges in order: no vaguer than leaves the one before the other. */
  function dated(): readonly [string, string] {
    const [from, to] = spanEnds()
    if (to - from <= 62) return [edtfOfDay(from, 'day'), edtfOfDay(to, 'day')]
    const vaguest = to - from > 800 ? 'year' : 'month'
    return [edge(from, vaguest), edge(to, vaguest)]
  }

  return {
    moment: () => (next() < INEXACT ? pick(inexact)(day()) : edtfOfDay(day(), 'day')),
    span() {
      const [from, to] = dated()
      const share = next()
      if (share < 0.12) return `${from}/..`
      if (share < 0.16) return `../${to}`
      return `${from}/${to}`
    },
    ends() {
      const [from, to] = dated()
      return next() < 0.3 ? [from, undefined] : [from, to]
    },
  }
}
