import { meetsWindow } from '../in-window'
import { RowSpace } from '../row-space'
import type { CountMark, PlacedItem, TimelineItem, WindowedLane } from '../timeline-item'
import type { TimeWindow } from '../../model/view'
import { laneAtScale, type LaneAtScale } from './lane-at-scale'
import type { LaneIndex } from './lane-index'
import { binMarks, passingMark } from './marks'
import { BEFORE_PX, BIN_PX, keyOf, parentOf, PAST_PX, type TileAddress, type TileGrid } from './tile-grid'
import { beginOf } from './octave'
import { packTile, type TilePacking } from './tile-packing'

interface Tile {
  /** What is taken within it, by what belongs to it and to the tiles around it. */
  readonly rows: readonly RowSpace[]
  readonly placed: readonly PlacedItem[]
}

export interface DenseWindow {
  readonly items: readonly PlacedItem[]
  readonly marks: readonly CountMark[]
}

/**
 * One lane of very many items at one scale. Tiles are packed when they are first looked at, each after those
 * around it, so a window costs what it shows and not what there is; and since a tile never asks for the window,
 * panning moves nothing to another row.
 */
export class DenseLane implements WindowedLane {
  private readonly lane: LaneAtScale
  private readonly grid: TileGrid
  private readonly tiles = new Map<string, Tile>()
  private readonly top: TileAddress
  private readonly first: Tile
  private readonly isFirst: ReadonlySet<TimelineItem>
  private readonly wantedIn = new Map<string, TimelineItem[]>()

  /**
   * `first`: placed before all others, wherever one looks. `wanted`: placed before the others of their tile,
   * where they would be counted.
   */
  constructor(
    private readonly index: LaneIndex,
    private readonly packing: TilePacking,
    first: readonly TimelineItem[] = [],
    wanted: readonly TimelineItem[] = [],
  ) {
    this.lane = laneAtScale(index, packing.pxPerDay, packing.maxRows)
    this.grid = this.lane.grid
    const rows = Array.from({ length: packing.maxRows }, () => new RowSpace())
    this.first = { rows, placed: packTile([], rows, packing, first) }
    this.isFirst = new Set(first)
    for (const item of wanted) {
      if (this.isFirst.has(item)) continue
      const key = keyOf(this.grid.addressOf(item.extent))
      const list = this.wantedIn.get(key)
      if (list === undefined) this.wantedIn.set(key, [item])
      else list.push(item)
    }
    const { pxPerDay } = packing
    const [from, to] = [index.firstDay * pxPerDay - BEFORE_PX, index.lastDay * pxPerDay + PAST_PX]
    this.top = this.grid.smallestAround(from, to)
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
    const tile = { key: `+${laneId}#${String(number)}`, row: maxRows, ...this.lane.stretchOf(number) }
    const drawn = new Set(around.map(({ item }) => item))
    const passing = passingMark(this.index, tile, this.lane.passing(number), drawn)
    return [...binMarks(this.index, tile, this.lane.beginning(number), drawn), ...(passing === null ? [] : [passing])]
  }

  /** All that is placed in a tile and in those around it. */
  private around(address: TileAddress): PlacedItem[] {
    const found = [...this.first.placed]
    for (let at = address; ; at = parentOf(at)) {
      found.push(...this.tile(at).placed)
      if (at.level >= this.top.level) return found
    }
  }

  private tile(address: TileAddress): Tile {
    const key = keyOf(address)
    const known = this.tiles.get(key)
    if (known !== undefined) return known
    const outer = address.level >= this.top.level ? this.first : this.tile(parentOf(address))
    const { leftPx, rightPx } = this.grid.stretchOf(address)
    const candidates = this.lane.candidates(address).filter((item) => !this.isFirst.has(item))
    const wanted = this.wantedIn.get(key) ?? []
    const guests: TimelineItem[] = []
    for (;;) {
      const rows = outer.rows.map((row) => row.within(leftPx, rightPx))
      const placed = packTile(candidates, rows, this.packing, guests)
      // A guest may have taken the room of another that is wanted.
      const isPlaced = new Set(wanted.length === 0 ? [] : placed.map(({ item }) => item))
      const missing = wanted.filter((item) => !isPlaced.has(item) && !guests.includes(item))
      if (missing.length === 0) {
        const tile = { rows, placed }
        this.tiles.set(key, tile)
        return tile
      }
      guests.push(...missing)
    }
  }
}
