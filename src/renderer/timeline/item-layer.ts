import type { InParts } from '../../domain/layout/in-parts'
import type { LaneBand } from '../../domain/layout/lane-place'
import type { TimeWindow } from '../../domain/model/view'
import { ItemBox } from './item-box'
import { LANE_PADDING_PX, ROW_PX } from './measures'
import type { StagedItem } from './stage'

const BOXES_IN_A_PART = 6

/** A stage for which all elements are made. */
export interface PreparedItems {
  readonly items: readonly StagedItem[]
  readonly bands: ReadonlyMap<string, LaneBand>
  readonly made: ReadonlyMap<string, ItemBox>
}

/**
 * Everything on the stage as elements. New ones are made in parts, out of the page, and come into it together;
 * what stays keeps its element and moves to its new row. A frame does no more than put all where they stand.
 */
export class ItemLayer {
  private boxes: ReadonlyMap<string, ItemBox> = new Map()

  constructor(
    private readonly host: HTMLElement,
    /** Marks selection and hits on a box that is new or looks different. */
    private readonly dress: (box: ItemBox) => void,
  ) {
    host.classList.add('items')
  }

  *preparing(items: readonly StagedItem[], bands: ReadonlyMap<string, LaneBand>): InParts<PreparedItems> {
    const made = new Map<string, ItemBox>()
    for (const staged of items) {
      if (this.boxes.get(staged.key)?.fits(staged) === true) continue
      made.set(staged.key, new ItemBox(staged, topOf(staged, bands)))
      if (made.size % BOXES_IN_A_PART === 0) yield
    }
    return { items, bands, made }
  }

  /** `now`: from when things move to their new rows; null where they are there at once. */
  show({ items, bands, made }: PreparedItems, now: number | null): void {
    const boxes = new Map<string, ItemBox>()
    const added = document.createDocumentFragment()
    for (const staged of items) {
      const top = topOf(staged, bands)
      const kept = this.boxes.get(staged.key)
      if (kept?.fits(staged) === true) {
        if (kept.take(staged, top, now)) this.dress(kept)
        boxes.set(staged.key, kept)
        continue
      }
      const box = made.get(staged.key) ?? new ItemBox(staged, top)
      this.dress(box)
      added.append(box.root)
      boxes.set(staged.key, box)
    }
    for (const [key, box] of this.boxes) if (boxes.get(key) !== box) box.root.remove()
    this.host.append(added)
    this.boxes = boxes
  }

  /** Puts all where they stand in a window. Returns whether any is still on its way to another row. */
  place({ startDay, endDay }: TimeWindow, widthPx: number, now: number): boolean {
    const pxPerDay = widthPx / (endDay - startDay)
    let moving = false
    for (const box of this.boxes.values()) moving = box.place(startDay, pxPerDay, now) || moving
    return moving
  }

  /** How far down a record is drawn; null where it is not. */
  topOf(record: string): number | null {
    for (const box of this.boxes.values()) if (box.record === record) return box.topPx
    return null
  }

  each(visit: (box: ItemBox) => void): void {
    this.boxes.forEach(visit)
  }
}

const topOf = ({ lane, row }: StagedItem, bands: ReadonlyMap<string, LaneBand>): number =>
  (bands.get(lane)?.top ?? 0) + LANE_PADDING_PX + row * ROW_PX
