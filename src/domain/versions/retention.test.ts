import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expiredCopies, RETENTION, type KeptCopy } from './retention'

const DAY = 86_400_000
const HOUR = DAY / 24
/** Wednesday 2026-11-25, 12:00 UTC. */
const NOW = 20_782 * DAY + 12 * HOUR

const copy = (madeAt: number, revision = madeAt / HOUR, named = false): KeptCopy => ({
  id: `${String(madeAt)}-${String(revision)}-${String(named)}`,
  madeAt,
  revision,
  named,
})
const keptOf = (copies: readonly KeptCopy[], now = NOW) => {
  const expired = new Set(expiredCopies(copies, now))
  return copies.filter(({ id }) => !expired.has(id))
}

const anyCopy = fc
  .record({
    madeAt: fc.integer({ min: NOW - 900 * DAY, max: NOW + 3 * DAY }),
    revision: fc.nat({ max: 5000 }),
    named: fc.boolean(),
  })
  .map(({ madeAt, revision, named }) => copy(madeAt, revision, named))
const anyCopies = fc.uniqueArray(anyCopy, { selector: ({ id }) => id, maxLength: 80 })

describe('expiredCopies', () => {
  it('keeps three of today, seven days, four weeks and twelve months of a copy every half hour', () => {
    const copies = Array.from({ length: 48 * 500 }, (_, n) => copy(NOW - (n * HOUR) / 2))
    const kept = keptOf(copies)
    const days = kept.map(({ madeAt }) => Math.floor((NOW - 12 * HOUR - madeAt) / DAY))
    expect(kept.slice(0, 3).map(({ madeAt }) => (NOW - madeAt) / HOUR)).toEqual([0, 0.5, 1])
    expect(days.slice(3, 10)).toEqual([0, 1, 2, 3, 4, 5, 6])
    // Of the weeks and months, one copy each that is not already kept as a day.
    expect(kept.length).toBeLessThanOrEqual(3 + 7 + 4 + 12)
    expect(NOW - (kept.at(-1)?.madeAt ?? 0)).toBeGreaterThan(300 * DAY)
  })

  it('keeps all that are left after a pause of years', () => {
    const kept = keptOf(Array.from({ length: 4000 }, (_, n) => copy(NOW - n * 6 * HOUR)))
    expect(keptOf(kept, NOW + 3000 * DAY).length).toBeGreaterThanOrEqual(kept.length - RETENTION.today)
  })

  it('deletes nothing from after the clock that was set back', () => {
    const copies = Array.from({ length: 200 }, (_, n) => copy(NOW - n * HOUR))
    expect(expiredCopies(copies, NOW - 9000 * DAY)).toEqual([])
  })

  it('never deletes a named one, one from after now, or the newest by clock or revision', () => {
    fc.assert(
      fc.property(anyCopies, (copies) => {
        const kept = new Set(keptOf(copies))
        for (const one of copies) if (one.named || one.madeAt > NOW) expect(kept).toContain(one)
        const best = Math.max(...copies.map(({ revision }) => revision))
        const last = Math.max(...copies.map(({ madeAt }) => madeAt))
        if (copies.length === 0) return
        expect([...kept].some(({ revision }) => revision === best)).toBe(true)
        expect([...kept].some(({ madeAt }) => madeAt === last)).toBe(true)
      }),
    )
  })

  it('is done after one pass, and bounded', () => {
    fc.assert(
      fc.property(anyCopies, (copies) => {
        const kept = keptOf(copies)
        expect(expiredCopies(kept, NOW)).toEqual([])
        expect(kept.filter((one) => !one.named && one.madeAt <= NOW).length).toBeLessThanOrEqual(3 + 7 + 4 + 12 + 2)
      }),
    )
  })
})
