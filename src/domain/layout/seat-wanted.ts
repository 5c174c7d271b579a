import { footprintOf } from './footprint'
import { RowSpace } from './row-space'
import { seatInRow, type OpenRow, type RowPacking } from './seat-in-row'
import type { PlacedItem, TimelineItem } from './timeline-item'

/** What is wanted of one stretch of a lane, the most wanted first. */
export interface WantedItems {
  readonly must: readonly TimelineItem[]
  readonly also: readonly TimelineItem[]
}

export interface Seating {
  /** Those that stay, where they stood, and those that were given a seat. */
  readonly placed: readonly PlacedItem[]
  readonly guests: readonly PlacedItem[]
  readonly displaced: readonly TimelineItem[]
  /** What is taken by guests, those around included. */
  readonly seats: readonly RowSpace[]
}

/**
 * Gives what is wanted and found no room the seats of others: from the lowest row up, beside what is wanted and stands
 * already. Whoever loses a seat is counted from then on, and nobody else moves: rows stand still while one types.
 *
 * `placed`: what stands there. `around`: rows with what must not be moved. `seats`: what guests around have taken;
 * whoever stands in their way is displaced.
 */
export function seatWanted(
  placed: readonly PlacedItem[],
  { must, also }: WantedItems,
  around: readonly RowSpace[],
  seats: readonly RowSpace[],
  packing: RowPacking,
): Seating {
  const { pxPerDay } = packing
  const standing = new Map(placed.map((one) => [one.item, one]))
  const seat = (...groups: readonly (readonly TimelineItem[])[]) => {
    const [kept, taken] = [copyOf(seats), copyOf(seats)]
    const open = around.map((row, place) => openRow(row, kept[place], taken[place])).reverse()
    const guests: PlacedItem[] = []
    const isSeated = new Set<TimelineItem>()
    for (const group of groups) {
      for (const item of group) {
        const stood = standing.get(item)
        if (stood !== undefined && !isSeated.has(item) && takeWhereItStands(stood, kept, pxPerDay)) isSeated.add(item)
      }
      for (const item of group) {
        if (isSeated.has(item)) continue
        const guest = seatInRow(item, open, packing, true)
        if (guest === null) continue
        guests.push({ ...guest, row: open.length - 1 - guest.row })
        isSeated.add(item)
      }
    }
    return { guests, isSeated, taken }
  }
  const together = seat([...must, ...also])
  // What may be drawn can stand in the way of what must be.
  const { guests, taken } = must.every((item) => together.isSeated.has(item)) ? together : seat(must, also)
  const stays = ({ item, row, labelWidthPx }: PlacedItem): boolean => {
    const { leftPx, rightPx } = footprintOf(item.extent, pxPerDay, labelWidthPx)
    return taken[row]?.isFree(leftPx, rightPx) ?? true
  }
  const seated = [...placed.filter(stays), ...guests]
  const isHere = new Set(seated.map(({ item }) => item))
  return {
    placed: seated,
    guests,
    displaced: placed.flatMap(({ item }) => (isHere.has(item) ? [] : [item])),
    seats: taken,
  }
}

const copyOf = (rows: readonly RowSpace[]): RowSpace[] => rows.map((row) => row.within(-Infinity, Infinity))

/** Free where nothing that may not be moved stands; what is taken is a guest's. */
const openRow = (around: RowSpace, kept: RowSpace | undefined, guests: RowSpace | undefined): OpenRow => ({
  isFree: (left, right) => around.isFree(left, right) && (kept?.isFree(left, right) ?? true),
  take: (left, right) => {
    kept?.take(left, right)
    guests?.take(left, right)
  },
})

function takeWhereItStands(
  { item, row, labelWidthPx }: PlacedItem,
  rows: readonly RowSpace[],
  pxPerDay: number,
): boolean {
  const { leftPx, rightPx } = footprintOf(item.extent, pxPerDay, labelWidthPx)
  const space = rows[row]
  if (space?.isFree(leftPx, rightPx) !== true) return false
  space.take(leftPx, rightPx)
  return true
}

export const emptyRows = (count: number): RowSpace[] => Array.from({ length: count }, () => new RowSpace())
