import { footprintOf, ITEM_GAP_PX } from '../footprint'
import { MAX_LABEL_PX } from '../label-text'
import type { Extent } from '../timeline-item'

/** The width of the smallest tiles in px: wider than any label, so that most items lie within one. */
export const TILE_PX = 1024
/** Points nearer than this are counted together, in px. */
export const BIN_PX = 64
/** The glyph of an item may stand this far before its first day. */
export const BEFORE_PX = 8
/** How far past its last day an item may reach, with the longest of labels. */
export const PAST_PX = MAX_LABEL_PX + 64
/**
 * What begins `PAST_PX` before a line and is shorter than this does not reach it, even with the longest of labels:
 * that begins at the end of the lead, which may be nearly all of its length, and half a glyph and a gap further on.
 */
export const REACHING_PX = 32

/** Far before anything one could want to draw, so that a tile's number is never below zero. */
const ORIGIN_DAY = -1_000_000
const TOP_LEVEL = 48

/** A stretch of the axis, `TILE_PX * 2 ** level` px wide at its scale. */
export interface TileAddress {
  readonly level: number
  readonly number: number
}

/** The tiles of one scale: each of a level is halved by two of the level below, down to level 0. */
export class TileGrid {
  constructor(readonly pxPerDay: number) {}

  /**
   * Where an item belongs: the smallest tile that holds it whole, with room for the longest label. So whether
   * it may be drawn hangs on that tile and on those around it alone, never on the whole lane.
   */
  addressOf(extent: Extent): TileAddress {
    const bare = footprintOf(extent, this.pxPerDay, 0)
    const rightPx = Math.max(bare.rightPx, bare.labelLeftPx + MAX_LABEL_PX + ITEM_GAP_PX)
    return this.smallestAround(bare.leftPx, rightPx)
  }

  /** Of px from day 0. */
  smallestAround(leftPx: number, rightPx: number): TileAddress {
    let left = this.numberAt(leftPx)
    let right = this.numberAt(rightPx)
    let level = 0
    for (; left !== right && level < TOP_LEVEL; level += 1) {
      left = Math.floor(left / 2)
      right = Math.floor(right / 2)
    }
    return { level, number: level === TOP_LEVEL ? 0 : left }
  }

  /** The number of the level-0 tile at a place, in px from day 0. */
  numberAt(px: number): number {
    return Math.floor((px - ORIGIN_DAY * this.pxPerDay) / TILE_PX)
  }

  /** From and to, in px from day 0. */
  stretchOf({ level, number }: TileAddress): { readonly leftPx: number; readonly rightPx: number } {
    const widthPx = TILE_PX * 2 ** level
    const leftPx = ORIGIN_DAY * this.pxPerDay + number * widthPx
    return { leftPx, rightPx: leftPx + widthPx }
  }
}

/** A part of a tile in which items begin; `reachesBack`: also those that begin before it, as far as they are long. */
export interface Segment {
  readonly fromPx: number
  readonly toPx: number
  readonly reachesBack: boolean
}

/**
 * Where the items of a tile begin, in bins. At level 0 that is all of it, but for the end, from where even the
 * shortest item reaches past it with its label. Above, it is what lies before the line between the two halves,
 * for what does not cross that belongs to one of them.
 */
export function segmentsOf({ level }: TileAddress, leftPx: number, rightPx: number): Segment[] {
  const middlePx = (leftPx + rightPx) / 2
  const [fromPx, toPx] = level === 0 ? [leftPx, rightPx - MAX_LABEL_PX] : [middlePx - PAST_PX, middlePx + BEFORE_PX]
  const segments: Segment[] = level === 0 ? [] : [{ fromPx, toPx: fromPx, reachesBack: true }]
  for (let px = fromPx; px < toPx; px += BIN_PX)
    segments.push({ fromPx: px, toPx: Math.min(px + BIN_PX, toPx), reachesBack: false })
  return segments
}

export const keyOf = ({ level, number }: TileAddress): string => `${String(level)}:${String(number)}`

export const parentOf = ({ level, number }: TileAddress): TileAddress => ({
  level: level + 1,
  number: Math.floor(number / 2),
})

export const isSameTile = (a: TileAddress, b: TileAddress): boolean => a.level === b.level && a.number === b.number
