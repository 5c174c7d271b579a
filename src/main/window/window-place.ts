import * as v from 'valibot'
import { readJsonFile } from '../settings/json-file'
import { writeWholeFile } from '../store/whole-file'

export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Where the window was when it was not maximised, in device-independent px. */
export interface WindowPlace {
  readonly bounds: Rectangle | null
  readonly maximised: boolean
}

const Px = v.pipe(v.number(), v.integer(), v.minValue(-100_000), v.maxValue(100_000))
const ENTRIES = {
  bounds: v.nullable(v.strictObject({ x: Px, y: Px, width: Px, height: Px })),
  maximised: v.boolean(),
}

export const MIN_SIZE = { width: 720, height: 480 } as const
const DEFAULT_SIZE = { width: 1280, height: 800 } as const

/** So much of the window's top must be on a display, or nobody can take hold of it. */
const GRIP = { width: 160, height: 32 } as const

export function readWindowPlace(file: string): WindowPlace {
  return readJsonFile(file, ENTRIES, { bounds: null, maximised: false })
}

export function writeWindowPlace(file: string, place: WindowPlace): void {
  try {
    writeWholeFile(file, `${JSON.stringify(place)}\n`)
  } catch (error) {
    console.error(`${file} cannot be written:`, error)
  }
}

/** The remembered bounds if they can still be reached; otherwise a size that fits, placed by the system. */
export function boundsFor(place: WindowPlace, workAreas: readonly Rectangle[]): Partial<Rectangle> {
  const { bounds } = place
  if (bounds !== null && workAreas.some((area) => canBeGrasped(bounds, area))) {
    return {
      ...bounds,
      width: Math.max(bounds.width, MIN_SIZE.width),
      height: Math.max(bounds.height, MIN_SIZE.height),
    }
  }
  const area = workAreas[0]
  return {
    width: Math.min(DEFAULT_SIZE.width, area?.width ?? DEFAULT_SIZE.width),
    height: Math.min(DEFAULT_SIZE.height, area?.height ?? DEFAULT_SIZE.height),
  }
}

function canBeGrasped(bounds: Rectangle, area: Rectangle): boolean {
  const across = Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x)
  const topInside = bounds.y >= area.y && bounds.y + GRIP.height <= area.y + area.height
  return across >= GRIP.width && topInside
}
