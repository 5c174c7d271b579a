import { describe, expect, it } from 'vitest'
import { NO_HIGHLIGHT, wantedBy, type HitSet } from './highlights'

const found = (count: number): HitSet => {
  const records = Array.from({ length: count }, (_, n) => `hit-${String(n)}`)
  return { size: count, has: (record) => records.includes(record), records: () => records }
}

describe('what is to be drawn though there be no room for all', () => {
  it('is what one looks at first, each once, and then the rest of the selection and the best hits', () => {
    const wanted = wantedBy(
      { selected: 'a', selection: new Set(['a', 'b']), hits: found(3), currentHit: 'a' },
      'sought',
    )
    expect(wanted.must).toEqual(['a', 'sought'])
    expect(wanted.also).toEqual(['a', 'b', 'hit-0', 'hit-1', 'hit-2'])
    expect(wantedBy(NO_HIGHLIGHT, null)).toEqual({ must: [], also: [] })
  })

  it('is some hundreds at the most, and no choice among more hits than could be shown', () => {
    const some = wantedBy({ ...NO_HIGHLIGHT, hits: found(290) }, null).also
    expect(some.length).toBeGreaterThan(20)
    expect(some.length).toBeLessThan(200)
    expect(some[0]).toBe('hit-0')
    expect(wantedBy({ ...NO_HIGHLIGHT, hits: found(1_000) }, null).also).toEqual([])
  })
})
