import type { ControlsIndex } from './controls-index'

/** What is worked out once for an index; it goes when its index goes. */
export class Kept<T> {
  private readonly known = new WeakMap<ControlsIndex, Map<string, T>>()

  of(index: ControlsIndex, key: string, make: () => T): T {
    const ofIndex = this.known.get(index) ?? new Map<string, T>()
    this.known.set(index, ofIndex)
    const found = ofIndex.get(key)
    if (found !== undefined) return found
    const made = make()
    ofIndex.set(key, made)
    return made
  }
}
