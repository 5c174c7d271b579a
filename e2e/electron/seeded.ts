export interface Chance {
  /** A whole number from 0 up to, but not including, the limit. */
  below(limit: number): number
}

/** Chance that can be had again from its seed (mulberry32). */
export function seeded(seed: number): Chance {
  let state = seed >>> 0
  return {
    below(limit) {
      state = (state + 0x6d2b79f5) >>> 0
      let mixed = Math.imul(state ^ (state >>> 15), state | 1)
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
      return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * limit)
    },
  }
}
