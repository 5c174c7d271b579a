/** Work that can be left after each part and taken up again; what it returns is whole. */
export type InParts<T> = Generator<void, T, void>

/** Of a long list so many are looked at in one part: about a millisecond's work. */
export const MANY_IN_A_PART = 4096

/** Does all of it at once. */
export function toTheEnd<T>(work: InParts<T>): T {
  for (;;) {
    const { done, value } = work.next()
    if (done === true) return value
  }
}

/** Goes on with it while `isTime` says so, one part at the least. Undefined as long as it is not done. */
export function goOn<T>(work: InParts<T>, isTime: () => boolean): T | undefined {
  do {
    const { done, value } = work.next()
    if (done === true) return value
  } while (isTime())
  return undefined
}
