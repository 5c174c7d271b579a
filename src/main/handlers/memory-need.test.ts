import { describe, expect, it } from 'vitest'
import { excess } from './memory-need'

const GB = 1e9
const ROOMY = { totalBytes: 24 * GB, freeBytes: 20 * GB }
const TEXT_PER_RECORD = 270
const of = (rows: number, memory: Parameters<typeof excess>[2]) => excess(rows, rows * TEXT_PER_RECORD, memory)

describe('what is more than the memory takes', () => {
  it('is no million of events on a computer with room', () => {
    expect(of(1_000_000, ROOMY)).toBeNull()
  })

  it('is what a page can hold at the most, however much is free', () => {
    expect(of(5_000_000, ROOMY)).toMatchObject({ limit: 'page', roomBytes: 3.5 * GB })
    expect(of(5_000_000, { totalBytes: 8 * GB, freeBytes: 7 * GB })).toMatchObject({ limit: 'page', roomBytes: 2 * GB })
  })

  it('is what is free, where that is less', () => {
    expect(of(1_000_000, { ...ROOMY, freeBytes: GB })).toMatchObject({ limit: 'free-memory', roomBytes: GB })
  })

  it('says how many would fit, and so many do', () => {
    for (const freeBytes of [0.5 * GB, GB, 3 * GB]) {
      const most = of(9_000_000, { ...ROOMY, freeBytes })?.mostRecords ?? 0
      expect(of(most, { ...ROOMY, freeBytes })).toBeNull()
      expect(of(most + 1000, { ...ROOMY, freeBytes })).not.toBeNull()
    }
    expect(of(9_000_000, { ...ROOMY, freeBytes: 0 })?.mostRecords).toBe(0)
  })
})
