import type { Room } from './page-room'

/** What stands on a sheet beside its lanes; where the lanes would have too little, the next that has less. */
export interface Frame {
  readonly sources: boolean
  readonly notes: boolean
  readonly legend: boolean
  readonly subtitle: boolean
  readonly titleLines: number
  /** On the smallest sheets the lines at the foot are cut, and notes have no strip. */
  readonly isTiny: boolean
}

export const FRAMES: readonly [Frame, ...Frame[]] = [
  { sources: true, notes: true, legend: true, subtitle: true, titleLines: 3, isTiny: false },
  { sources: false, notes: true, legend: true, subtitle: true, titleLines: 3, isTiny: false },
  { sources: false, notes: false, legend: true, subtitle: true, titleLines: 2, isTiny: false },
  { sources: false, notes: false, legend: false, subtitle: true, titleLines: 2, isTiny: false },
  { sources: false, notes: false, legend: false, subtitle: false, titleLines: 1, isTiny: true },
]

/** How many lines each line at the foot may take; as many as it needs where undefined. */
export const footLines = ({ isTiny }: Frame): number | undefined => (isTiny ? 1 : undefined)

/** What floating point may take from a height that is shared out. */
const ROUNDING_PX = 0.01

/** The first frame in which the lanes have room enough. The list of sources goes as well where a part would be missing whole. */
export function frameFor(
  least: number,
  roomOf: (frame: Frame) => Room,
): { readonly frame: Frame; readonly room: Room } {
  let lacking: { readonly frame: Frame; readonly room: Room } | null = null
  for (const frame of FRAMES) {
    const room = roomOf(frame)
    if (room.lanesPx < least - ROUNDING_PX && frame !== FRAMES.at(-1)) continue
    if (room.parts.partsLacking === 0) return { frame, room }
    // Without the list of sources it may have room; nothing else goes for it.
    if (lacking === null && frame.sources) lacking = { frame, room }
    else
      return lacking !== null && lacking.room.parts.partsLacking <= room.parts.partsLacking ? lacking : { frame, room }
  }
  throw new Error('the last frame is taken as it is')
}
