import { describe, expect, it } from 'vitest'
import { dayGroups, timeOfDay } from './day-groups'

const step = (seq: number, madeAt: number) => ({ seq, madeAt })
const moment = ({ madeAt }: { madeAt: number }) => madeAt
const EVENING = Date.UTC(2026, 10, 25, 23, 30)

describe('days of a list', () => {
  it('are those of the wall the user sits at', () => {
    const steps = [step(3, EVENING + 3_600_000), step(2, EVENING), step(1, EVENING - 86_400_000)]
    const daysIn = (zone: string) =>
      dayGroups(steps, moment, 'en', zone).map(({ day, entries }) => [day, entries.length])
    expect(daysIn('UTC')).toEqual([
      ['Thursday, 26 November 2026', 1],
      ['Wednesday, 25 November 2026', 1],
      ['Tuesday, 24 November 2026', 1],
    ])
    expect(daysIn('Asia/Taipei')).toEqual([
      ['Thursday, 26 November 2026', 2],
      ['Wednesday, 25 November 2026', 1],
    ])
    expect(timeOfDay(EVENING, 'zh-Hant', 'Asia/Taipei')).toBe('07:30')
  })

  it('keep the order of the log when the clock was set back', () => {
    const steps = [step(3, EVENING), step(2, EVENING - 86_400_000), step(1, EVENING)]
    expect(dayGroups(steps, moment, 'zh-Hant', 'UTC').map(({ entries }) => entries[0]?.seq)).toEqual([3, 2, 1])
  })
})
