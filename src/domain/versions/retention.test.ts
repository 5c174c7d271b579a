import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expiredCopies, outlook, type KeptCopy } from './retention'
import { DEFAULT_VERSION_RULE, RULE_LIMITS } from './version-rule'

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
const keptOf = (copies: readonly KeptCopy[], now = NOW, rule = DEFAULT_VERSION_RULE) => {
  const expired = new Set(expiredCopies(copies, now, rule))
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
    expect(keptOf(kept, NOW + 3000 * DAY).length).toBeGreaterThanOrEqual(kept.length - DEFAULT_VERSION_RULE.today)
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

const upTo = ({ least, most }: { least: number; most: number }) => fc.integer({ min: least, max: most })
const anyRule = fc.record({
  everyMinutes: upTo(RULE_LIMITS.everyMinutes),
  today: upTo(RULE_LIMITS.today),
  days: upTo(RULE_LIMITS.days),
  weeks: upTo(RULE_LIMITS.weeks),
  months: upTo(RULE_LIMITS.months),
})

describe('a rule of the user', () => {
  it('keeps as many as it says of copies of every half hour', () => {
    const copies = Array.from({ length: 48 * 100 }, (_, n) => copy(NOW - (n * HOUR) / 2))
    const rule = { everyMinutes: 30, today: 5, days: 2, weeks: 0, months: 0 }
    expect(keptOf(copies, NOW, rule).map(({ madeAt }) => (NOW - madeAt) / HOUR)).toEqual([
      0, 0.5, 1, 1.5, 2, 12.5, 36.5,
    ])
    expect(keptOf(copies, NOW, { ...rule, today: 1, days: 0 }).length).toBe(1)
  })

  it('never loses a named one or the newest, and a wider one keeps all that a narrower one does', () => {
    fc.assert(
      fc.property(anyCopies, anyRule, anyRule, (copies, one, other) => {
        const wide = {
          everyMinutes: 30,
          today: Math.max(one.today, other.today),
          days: Math.max(one.days, other.days),
          weeks: Math.max(one.weeks, other.weeks),
          months: Math.max(one.months, other.months),
        }
        const kept = keptOf(copies, NOW, one)
        const byWide = new Set(keptOf(copies, NOW, wide))
        for (const each of kept) expect(byWide).toContain(each)
        for (const each of copies) if (each.named) expect(kept).toContain(each)
        const last = Math.max(...copies.map(({ madeAt }) => madeAt))
        if (copies.length > 0) expect(kept.some(({ madeAt }) => madeAt === last)).toBe(true)
      }),
    )
  })
})

describe('outlook', () => {
  it('counts what goes when the next copy takes its place', () => {
    const today = [0, 1, 2].map((hours) => copy(NOW - (hours + 1) * HOUR))
    const named = copy(NOW - 40 * DAY, 1, true)
    expect(expiredCopies(today, NOW)).toEqual([])
    expect(outlook([...today, named], NOW, DEFAULT_VERSION_RULE)).toEqual({ named: 1, unnamed: 3, kept: 2, going: 1 })
    expect(outlook([], NOW, DEFAULT_VERSION_RULE)).toEqual({ named: 0, unnamed: 0, kept: 0, going: 0 })
  })

  it('is what happens then, under any rule', () => {
    fc.assert(
      fc.property(anyCopies, anyRule, (copies, rule) => {
        const { named, unnamed, kept, going } = outlook(copies, NOW, rule)
        expect([named + unnamed, kept + going]).toEqual([copies.length, unnamed])
        const revision = Math.max(0, ...copies.map((each) => each.revision)) + 1
        const made = copy(NOW, revision)
        const left = keptOf([...copies, { ...made, id: 'next' }], NOW, rule)
        expect(left.filter((each) => !each.named && each.id !== 'next').length).toBe(kept)
      }),
    )
  })
})
