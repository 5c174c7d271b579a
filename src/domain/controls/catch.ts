import type { RecordOf } from '../model/record'
import { readCondition, type ConditionReading } from './condition-reading'
import type { Substitute } from './reckon'
import type { ProvisionEntry } from './rulebook'
import type { Truth } from './truth'

/** Whether a paragraph catches a chip, on whatever day its rule is in force. */
export interface Catch {
  readonly caught: Truth
  /** `named`: the rule names the chip, so figures do not matter. */
  readonly by: 'named' | 'figures'
  /** The condition held against the chip, also for a chip that is named; null where there is none. */
  readonly reading: ConditionReading | null
}

/** Holds a paragraph about chips against one chip. A list of names without a condition catches nobody else. */
export function catchOf({ entry, provision }: ProvisionEntry, chip: RecordOf<'chip'>, instead?: Substitute): Catch {
  const reading = provision.when === undefined ? null : readCondition(provision.when, chip, entry.formulas, instead)
  if (provision.chips?.includes(chip.id) === true) return { caught: 'met', by: 'named', reading }
  return { caught: reading?.truth ?? 'not-met', by: 'figures', reading }
}
