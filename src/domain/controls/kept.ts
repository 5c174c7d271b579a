import type { ChipEntry, ControlsIndex } from './controls-index'
import type { Rulebook } from './rulebook'

/** What is worked out once for a chip at a destination under a rulebook; it goes when either goes. */
export class Kept<T> {
  private readonly known = new WeakMap<Rulebook, WeakMap<ChipEntry, Map<string, T>>>()

  of({ rulebook }: ControlsIndex, entry: ChipEntry, destination: string, make: () => T): T {
    const underRules = this.known.get(rulebook) ?? new WeakMap<ChipEntry, Map<string, T>>()
    this.known.set(rulebook, underRules)
    const ofChip = underRules.get(entry) ?? new Map<string, T>()
    underRules.set(entry, ofChip)
    const found = ofChip.get(destination)
    if (found !== undefined) return found
    const made = make()
    ofChip.set(destination, made)
    return made
  }
}
