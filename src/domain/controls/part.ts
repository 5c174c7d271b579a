import type { DayNumber } from '../time/day-number'
import { catchOf } from './catch'
import type { ChipEntry } from './controls-index'
import { isLadderStep } from './ladder'
import type { Standing } from './lifecycle'
import { standingOn, type ProvisionEntry } from './rulebook'
import type { Status } from './status'
import type { Truth } from './truth'

/** What becomes of a paragraph on a day. */
export type Part =
  /** In force, and gives the outcome of its gate. */
  | 'decides'
  /** In force and catches the chip, but another paragraph is stricter. */
  | 'also-applies'
  /** In force and catches the chip, but another paragraph stands in its place. */
  | 'replaced'
  /** In force for some buyers or uses alone. */
  | 'for-some'
  /** In force, and puts a price on the shipment. */
  | 'charge'
  /** In force and does not catch the chip, or eases nothing that does. */
  | 'does-not-catch'
  /** Would catch the chip; announced, and not binding on this day. */
  | 'pending'
  /** A date or a figure is not known well enough. */
  | 'undetermined'
  /** Over, or not heard of yet. */
  | 'not-in-force'

interface Circumstances {
  readonly caught: Truth
  readonly standing: Standing
  readonly day: DayNumber
  readonly chip: ChipEntry
  readonly status: Status
  readonly gate: 'export' | 'import' | 'transit'
}

/** The part that a paragraph plays in the outcome of {@link Status}, said of one paragraph at a time. */
export function partOf(each: ProvisionEntry, { caught, standing, day, chip, status, gate }: Circumstances): Part {
  if (standing.state === 'unknown' || standing.state === 'ended') return 'not-in-force'
  if (caught === 'not-met') return standing.state === 'announced' ? 'not-in-force' : 'does-not-catch'
  if (standing.state === 'announced') return 'pending'
  if (standing.state === 'undetermined' || caught === 'undetermined') return 'undetermined'
  const { only, outcome } = each.provision
  if (only !== undefined) return 'for-some'
  if (!isLadderStep(outcome.step)) return 'charge'
  if (isInForce(each.replacedBy, day).length > 0) return 'replaced'
  if (isInForce(each.overriddenBy, day).some((other) => eases(other, chip))) return 'replaced'
  if (each.provision.overrides !== undefined && !status.eased.includes(each)) return 'does-not-catch'
  return gate !== 'transit' && status.gates[gate].outcome === outcome.step ? 'decides' : 'also-applies'
}

const isInForce = (list: readonly ProvisionEntry[], day: DayNumber): ProvisionEntry[] =>
  list.filter(({ entry }) => standingOn(entry, day).state === 'in-force')

const eases = (other: ProvisionEntry, { chip }: ChipEntry): boolean =>
  other.provision.only === undefined && catchOf(other, chip).caught === 'met'
