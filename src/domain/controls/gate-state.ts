import type { DayNumber } from '../time/day-number'
import type { LadderStep } from './ladder'
import type { Segment } from './segments'
import type { Status } from './status'

export type Gate = 'export' | 'import'
export const GATES: readonly Gate[] = ['export', 'import']

/**
 * What one gate says of a chip: a step of the ladder, `undetermined`, that there is no chip to sell, or that it is sold
 * where it is made and passes no border.
 */
export type GateState = LadderStep | 'undetermined' | 'not-announced' | 'withdrawn' | 'at-home'

/** In which order states are told: the strictest first, then what is open, then what is no question of rules. */
export const GATE_STATES = [
  'prohibited',
  'presumption-of-denial',
  'case-by-case',
  'licence-required',
  'discouraged',
  'notified',
  'undetermined',
  'no-licence',
  'at-home',
  'withdrawn',
  'not-announced',
] as const satisfies readonly GateState[]

/** The state at one gate. `at-home` only where nothing is held against the chip all the same. */
export function gateStateOf(status: Status, gate: Gate): GateState {
  if (status.outcome === 'not-announced' || status.outcome === 'withdrawn') return status.outcome
  if (status.stage === 'undetermined') return 'undetermined'
  const { outcome } = status.gates[gate]
  return status.atHome && outcome === 'no-licence' ? 'at-home' : outcome
}

/** Days on which the state at one gate is the same: `from` to the day before `to`. */
export interface GateStretch {
  readonly from: DayNumber
  readonly to: DayNumber
  readonly state: GateState
}

/** The states at one gate along all time; neighbours always differ. */
export function gateStretches(segments: readonly Segment[], gate: Gate): GateStretch[] {
  const stretches: GateStretch[] = []
  for (const { from, to, status } of segments) {
    const state = gateStateOf(status, gate)
    const before = stretches.at(-1)
    if (before?.state === state) stretches[stretches.length - 1] = { ...before, to }
    else stretches.push({ from, to, state })
  }
  return stretches
}
