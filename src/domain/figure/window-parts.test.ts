import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from './figure-test-kit'
import { windowParts } from './window-parts'

describe('windowParts', () => {
  it('begins its parts with years where these are near', () => {
    const parts = windowParts({ startDay: day(2020, 2), endDay: day(2023, 3) }, 3)
    expect(parts.map(({ startDay }) => startDay)).toEqual([day(2020, 2), day(2021), day(2022)])
  })

  it('begins them with quarters or months in a short window', () => {
    const quarters = windowParts({ startDay: day(2025, 1), endDay: day(2025, 7) }, 2)
    expect(quarters[1]?.startDay).toBe(day(2025, 4))
    const months = windowParts({ startDay: day(2025, 1), endDay: day(2025, 3) }, 2)
    expect(months[1]?.startDay).toBe(day(2025, 2))
  })

  it('covers the window without gap or overlap', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -200_000, max: 200_000 }),
        fc.double({ min: 0.01, max: 50_000, noNaN: true }),
        fc.integer({ min: 1, max: 100 }),
        (startDay, days, count) => {
          const window = { startDay, endDay: startDay + days }
          const parts = windowParts(window, count)
          expect(parts).toHaveLength(count)
          expect(parts[0]?.startDay).toBe(window.startDay)
          expect(parts.at(-1)?.endDay).toBe(window.endDay)
          parts.forEach((part, index) => {
            expect(part.endDay).toBeGreaterThan(part.startDay)
            expect(parts[index + 1]?.startDay ?? window.endDay).toBe(part.endDay)
          })
        },
      ),
    )
  })
})
