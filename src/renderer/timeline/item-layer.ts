import type { InParts } from '../../domain/model/in-parts'
import type { LaneBand } from '../../domain/layout/lane-place'
import type { TimeWindow } from '../../domain/model/view'
import { ALL_HEIGHTS, topOf, type Heights } from './in-sight'
import { ItemBox, sortOf } from './item-box'
import type { StagedItem } from './stage'

const BOXES_IN_A_PART = 6

/**
 * Everything on the stage as elements. What stays keeps its element and moves to its new row; what comes takes
 * that of something of the same sort that goes, for a new one costs the browser several times as much. Others
 * are made in parts, out of the page. A frame does no more than put all where they stand.
 */
export class ItemLayer {
  private readonly boxes = new Map<string, ItemBox>()

  private readonly host = document.createElement('div')

  constructor(
    ground: HTMLElement,
    /** Marks selection and hits on a box that is new or looks different. */
    private readonly dress: (box: ItemBox) => void,
  ) {
    this.host.className = 'items'
    ground.append(this.host)
  }

  /** Makes the elements that will be needed in addition to those that become free. `within`: as for `showing`. */
  *preparing(items: readonly StagedItem[], within = ALL_HEIGHTS): InParts<ReadonlyMap<StagedItem, ItemBox>> {
    const free = new Map<string, number>()
    for (const box of this.leaving(items, within)) free.set(box.sort, (free.get(box.sort) ?? 0) + 1)
    const made = new Map<StagedItem, ItemBox>()
    for (const staged of items) {
      const sort = sortOf(staged)
      if (this.boxes.get(staged.key)?.sort === sort) continue
      const left = free.get(sort) ?? 0
      if (left > 0) {
        free.set(sort, left - 1)
        continue
      }
      made.set(staged, new ItemBox(staged, 0))
      if (made.size % BOXES_IN_A_PART === 0) yield
    }
    return made
  }

  /**
   * Shows a stage in parts of so many changes, for the browser has to style and lay out each. `now`: from when what
   * stays moves to its new row; null where all is there at once. `within`: the heights at which nothing else may stand afterwards; what
   * does beyond them is left as it is, for nobody sees it and to remove it costs as much as to draw it.
   */
  *showing(
    items: readonly StagedItem[],
    bands: ReadonlyMap<string, LaneBand>,
    made: ReadonlyMap<StagedItem, ItemBox>,
    now: number | null,
    changesInAPart: () => number,
    within = ALL_HEIGHTS,
  ): InParts<void> {
    const free = bySort(this.leaving(items, within))
    let changes = 0
    for (const staged of items) {
      const top = topOf(staged, bands)
      const kept = this.boxes.get(staged.key)
      if (kept?.sort === sortOf(staged)) {
        if (kept.take(staged, top, now)) changes += 1
        this.dress(kept)
      } else {
        this.add(made.get(staged) ?? this.freed(free, sortOf(staged)) ?? new ItemBox(staged, top), staged, top)
        changes += 1
      }
      if (changes >= changesInAPart()) {
        yield
        changes = 0
      }
    }
    for (const list of free.values())
      for (const box of list) {
        this.remove(box)
        changes += 1
        if (changes < changesInAPart()) continue
        yield
        changes = 0
      }
  }

  /**
   * Puts things where they stand in a window: those between two heights and those that are not in their place at
   * all, or all. Returns whether any is still on its way to another row.
   */
  place({ startDay, endDay }: TimeWindow, widthPx: number, now: number, heights: Heights | null): boolean {
    const pxPerDay = widthPx / (endDay - startDay)
    let moving = false
    for (const box of this.boxes.values()) {
      if (heights !== null && !box.isMisplaced && !box.isBetween(heights)) continue
      moving = box.place(startDay, pxPerDay, widthPx, now, heights === null) || moving
    }
    return moving
  }

  /** Whether something is drawn, or on its way, between two heights. */
  isBetween(key: string, heights: Heights): boolean {
    return this.boxes.get(key)?.isBetween(heights) ?? false
  }

  /** Marks what is drawn between two heights anew. */
  dressBetween(heights: Heights): void {
    for (const box of this.boxes.values()) if (box.isBetween(heights)) this.dress(box)
  }

  private add(box: ItemBox, staged: StagedItem, top: number): void {
    box.become(staged, top)
    this.dress(box)
    if (!box.root.isConnected) this.host.append(box.root)
    this.boxes.set(staged.key, box)
  }

  private remove(box: ItemBox): void {
    box.root.remove()
    this.forget(box)
  }

  /** Its place may have been taken by now, by one of another sort. */
  private forget(box: ItemBox): void {
    if (this.boxes.get(box.key) === box) this.boxes.delete(box.key)
  }

  private freed(free: ReadonlyMap<string, ItemBox[]>, sort: string): ItemBox | undefined {
    const box = free.get(sort)?.pop()
    if (box !== undefined) this.forget(box)
    return box
  }

  /** What is drawn within some heights now and will not be. */
  private leaving(items: readonly StagedItem[], within: Heights): ItemBox[] {
    const staying = new Map(items.map((staged) => [staged.key, sortOf(staged)]))
    return [...this.boxes].flatMap(([key, box]) => {
      const coming = staying.get(key)
      if (coming === box.sort) return []
      return coming !== undefined || box.isBetween(within) ? [box] : []
    })
  }
}

function bySort(boxes: readonly ItemBox[]): Map<string, ItemBox[]> {
  const found = new Map<string, ItemBox[]>()
  for (const box of boxes) {
    const list = found.get(box.sort)
    if (list === undefined) found.set(box.sort, [box])
    else list.push(box)
  }
  return found
}
