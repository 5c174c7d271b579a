import type { RowSpace } from '../row-space'
import type { RowPacking } from '../seat-in-row'
import { emptyRows } from '../seat-wanted'
import type { PlacedItem } from '../timeline-item'
import { laneAtScale, type LaneAtScale } from './lane-at-scale'
import type { LaneIndex } from './lane-index'
import { BEFORE_PX, keyOf, parentOf, PAST_PX, type TileAddress } from './tile-grid'
import { packTile } from './tile-packing'

interface Tile {
  /** What is taken within it, by what belongs to it and to the tiles around it. */
  readonly rows: readonly RowSpace[]
  readonly placed: readonly PlacedItem[]
}

/**
 * Who stands where in a lane of very many items at one scale when nothing is wanted. Tiles are packed when they are
 * first looked at, each after those around it, and kept: what one selects or searches for asks for them again.
 */
export class PackedLane {
  readonly top: TileAddress
  private readonly tiles = new Map<string, Tile>()
  private readonly noTile: Tile

  constructor(
    readonly index: LaneIndex,
    readonly scale: LaneAtScale,
    readonly packing: RowPacking,
  ) {
    this.noTile = { rows: emptyRows(packing.maxRows), placed: [] }
    const { pxPerDay } = packing
    const [from, to] = [index.firstDay * pxPerDay - BEFORE_PX, index.lastDay * pxPerDay + PAST_PX]
    this.top = scale.grid.smallestAround(from, to)
  }

  tile(address: TileAddress): Tile {
    const key = keyOf(address)
    const known = this.tiles.get(key)
    if (known !== undefined) return known
    const { leftPx, rightPx } = this.scale.grid.stretchOf(address)
    const rows = this.around(address).rows.map((row) => row.within(leftPx, rightPx))
    const tile = { rows, placed: packTile(this.scale.candidates(address), rows, this.packing) }
    this.tiles.set(key, tile)
    return tile
  }

  /** The tile around another; above the top one there is nothing. */
  around(address: TileAddress): Tile {
    return address.level >= this.top.level ? this.noTile : this.tile(parentOf(address))
  }
}

const lanes = new WeakMap<LaneAtScale, PackedLane>()

/** The last packing of a lane at a scale is kept with it. */
export function packedLane(index: LaneIndex, packing: RowPacking): PackedLane {
  const { laneId, pxPerDay, maxRows, locale, measurer } = packing
  const scale = laneAtScale(index, pxPerDay, maxRows)
  const known = lanes.get(scale)
  const before = known?.packing
  if (known !== undefined && before?.laneId === laneId && before.locale === locale && before.measurer === measurer)
    return known
  const lane = new PackedLane(index, scale, packing)
  lanes.set(scale, lane)
  return lane
}
