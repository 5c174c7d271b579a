import { meetsWindow } from '../in-window'
import type { RowSpace } from '../row-space'
import type { RowPacking } from '../seat-in-row'
import { emptyRows, seatWanted, type WantedItems } from '../seat-wanted'
import type { CountMark, PlacedItem, TimelineItem, WindowedLane } from '../timeline-item'
import type { TimeWindow } from '../../model/view'
import type { LaneIndex } from './lane-index'
import { binMarks, passingMark } from './marks'
import { beginOf } from './octave'
import { packedLane, type PackedLane } from './packed-lane'
import { BEFORE_PX, BIN_PX, keyOf, parentOf, type TileAddress, type TileGrid } from './tile-grid'

/** A tile with what is wanted in it. */
interface SeatedTile {
  readonly placed: readonly PlacedItem[]
  /** What guests take within it; null where there are none. */
  readonly seats: readonly RowSpace[] | null
}

export interface DenseWindow {
  readonly items: readonly PlacedItem[]
  readonly marks: readonly CountMark[]
}

const NOTHING: WantedItems = { must: [], also: [] }

/**
 * One lane of very many items at one scale, and what is wanted in it. Tiles are worked out when they are first looked
 * at, each after those around it, so a window costs what it shows and not what there is; and since a tile never asks
 * for the window, panning moves nothing to another row.
 */
export class DenseLane implements WindowedLane {
  private readonly packed: PackedLane
  private readonly grid: TileGrid
  private readonly tiles = new Map<string, SeatedTile>()
  private readonly first: SeatedTile
  private readonly isFirst: ReadonlySet<TimelineItem>
  private readonly wantedIn = new Map<string, { readonly must: TimelineItem[]; readonly also: TimelineItem[] }>()

  /**
   * `wanted`: takes the seats of others in its own tile, where it would be counted. `first`: takes those of all
   * others, wherever one looks.
   */
  constructor(
    private readonly index: LaneIndex,
    private readonly packing: RowPacking,
    wanted: WantedItems = NOTHING,
    first: readonly TimelineItem[] = [],
  ) {
    this.packed = packedLane(index, packing)
    this.grid = this.packed.scale.grid
    this.isFirst = new Set(first)
    const rows = emptyRows(packing.maxRows)
    const { placed, seats } = seatWanted([], { must: first, also: [] }, rows, rows, packing)
    this.first = { placed, seats: first.length === 0 ? null : seats }
    for (const part of ['must', 'also'] as const)
      for (const item of wanted[part]) {
        if (this.isFirst.has(item)) continue
        const key = keyOf(this.grid.addressOf(item.extent))
        const here = this.wantedIn.get(key) ?? { must: [], also: [] }
        here[part].push(item)
        this.wantedIn.set(key, here)
      }
  }

  /** What is drawn in the window, and marks that count the rest: nothing that meets it is left out of both. */
  layout(window: TimeWindow): DenseWindow {
    const { pxPerDay } = this.packing
    const items = new Map<string, PlacedItem>()
    const marks: CountMark[] = []
    // What is counted where it begins may reach one bin further.
    const reachDays = (BIN_PX + BEFORE_PX) / pxPerDay
    const from = this.grid.numberAt((Math.max(window.startDay, this.index.firstDay) - reachDays) * pxPerDay)
    const to = this.grid.numberAt(Math.min(window.endDay, this.index.lastDay) * pxPerDay)
    for (let number = from; number <= to; number += 1) {
      const around = this.around({ level: 0, number })
      for (const placed of around) if (meetsWindow(placed.item.extent, window)) items.set(placed.key, placed)
      marks.push(...this.marksOf(number, around))
    }
    return {
      items: [...items.values()],
      marks: marks.filter((mark) => mark.startDay < window.endDay && mark.endDay + reachDays > window.startDay),
    }
  }

  find(record: string): { readonly item: PlacedItem } | { readonly mark: CountMark } | null {
    const item = this.index.find(record)
    if (item === undefined) return null
    const { placed } = this.isFirst.has(item) ? this.first : this.tile(this.grid.addressOf(item.extent))
    const drawn = placed.find((one) => one.item === item)
    if (drawn !== undefined) return { item: drawn }
    const number = this.grid.numberAt(beginOf(item) * this.packing.pxPerDay)
    // A neighbour, too, where the first day lies on the very line between two tiles.
    for (const at of [number, number - 1, number + 1]) {
      const mark = this.marksOf(at, this.around({ level: 0, number: at })).find(({ records }) =>
        records.includes(record),
      )
      if (mark !== undefined) return { mark }
    }
    throw new Error(`${record} is neither drawn nor counted`)
  }

  private marksOf(number: number, around: readonly PlacedItem[]): CountMark[] {
    const { laneId, maxRows } = this.packing
    const tile = { key: `+${laneId}#${String(number)}`, row: maxRows, ...this.packed.scale.stretchOf(number) }
    const drawn = new Set(around.map(({ item }) => item))
    const passing = passingMark(this.index, tile, this.packed.scale.passing(number), drawn)
    return [
      ...binMarks(this.index, tile, this.packed.scale.beginning(number), drawn),
      ...(passing === null ? [] : [passing]),
    ]
  }

  /** All that is placed in a tile and in those around it. */
  private around(address: TileAddress): PlacedItem[] {
    const found = [...this.first.placed]
    for (let at = address; ; at = parentOf(at)) {
      found.push(...this.tile(at).placed)
      if (at.level >= this.packed.top.level) return found
    }
  }

  private tile(address: TileAddress): SeatedTile {
    const key = keyOf(address)
    const known = this.tiles.get(key)
    if (known !== undefined) return known
    const tile = this.seat(address, this.wantedIn.get(key))
    this.tiles.set(key, tile)
    return tile
  }

  private seat(address: TileAddress, wanted: WantedItems | undefined): SeatedTile {
    const { placed } = this.packed.tile(address)
    const outer = address.level >= this.packed.top.level ? this.first : this.tile(parentOf(address))
    if (wanted === undefined && outer.seats === null) return { placed, seats: null }
    const { leftPx, rightPx } = this.grid.stretchOf(address)
    const taken = outer.seats?.map((row) => row.within(leftPx, rightPx)) ?? emptyRows(this.packing.maxRows)
    const others = placed.filter(({ item }) => !this.isFirst.has(item))
    const around = this.packed.around(address).rows
    const seated = seatWanted(others, wanted ?? NOTHING, around, taken, this.packing)
    return { placed: seated.placed, seats: outer.seats === null && seated.guests.length === 0 ? null : seated.seats }
  }
}
