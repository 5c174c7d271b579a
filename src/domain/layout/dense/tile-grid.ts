import { footprintOf, ITEM_GAP_PX } from '../footprint'
import { MAX_LABEL_PX } from '../label-text'
import type { Extent } from '../timeline-item'

/** The width of the smallest tiles in px: wider than any label, so that most items lie within one. */
export const TILE_PX = 1024
/** The glyph of an item may stand this far before its first day. */
export const BEFORE_PX = 8
/** How far past its last day an item may reach, with the longest of labels. */
export const PAST_PX = MAX_LABEL_PX + 64

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

export const parentOf = ({ level, number }: TileAddress): TileAddress => ({
  level: level + 1,
  number: Math.floor(number / 2),
})

export const isSameTile = (a: TileAddress, b: TileAddress): boolean => a.level === b.level && a.number === b.number
