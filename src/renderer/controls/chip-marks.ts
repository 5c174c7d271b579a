import type { ChipEntry, ControlsIndex } from '../../domain/controls/controls-index'
import { closeCallsOn, doubtsOn, type CloseCall, type Doubt } from '../../domain/controls/grounds'
import type { Status } from '../../domain/controls/status'
import { figureSwings, type Swing } from '../../domain/controls/swings'
import type { DayNumber } from '../../domain/time/day-number'

/** What stands beside a chip in a list: what leaves it open, what it comes near to, what another source would change. */
export interface ChipMarks {
  readonly doubts: readonly Doubt[]
  readonly close: CloseCall | null
  readonly swings: readonly Swing[]
}

export interface MarksQuestion {
  readonly index: ControlsIndex
  readonly entry: ChipEntry
  readonly destination: string
  readonly day: DayNumber
  readonly status: Status
  readonly share: number
}

/** None for a chip that is not there: rules say nothing of it. */
export function chipMarks({ index, entry, destination, day, status, share }: MarksQuestion): ChipMarks {
  if (status.outcome === 'not-announced' || status.outcome === 'withdrawn')
    return { doubts: [], close: null, swings: [] }
  return {
    doubts: doubtsOn(index, entry, destination, day, status),
    close: share === 0 ? null : (closeCallsOn(index, entry, destination, day, share)[0] ?? null),
    swings: figureSwings(index, entry, destination, day),
  }
}
