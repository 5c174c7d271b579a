import { isSameCounts } from '../../domain/layout/kind-counts'
import { isRowBetween, type Heights } from './in-sight'
import { daysOf, geometryOf, type ItemDays } from './item-geometry'
import { dressItem, dressMark, makeItem, makeMark, shownPart, type ItemElements } from './item-view'
import { LEAST_DAY_PX, MARK_PX, type StagedItem } from './stage'

const MOVE_MS = 160
/** Out of sight, left or right. */
const BESIDE_PX = 60

const easeOut = (part: number): number => 1 - (1 - part) ** 3
const px = (value: number): number => Math.round(value * 10) / 10

/**
 * The element of one thing on the stage. What is written in a frame is its place, and the rest only where it
 * is another than before: a browser lays nothing out for an element that is moved, but all of it for a width.
 */
export class ItemBox {
  /** Whether its edges can be taken hold of: then the grips have to know where those are. */
  gripped = false
  /** It stands for something else, or elsewhere, than when it was last put in its place. */
  isMisplaced = true
  private readonly elements: ItemElements
  private days: ItemDays
  private isDay = false
  private isBarStill = false
  private isBeside = false
  private topFrom = 0
  private movedAt: number | null = null
  private written = { x: NaN, y: NaN, barLeft: NaN, barWidth: NaN, headLeft: NaN }

  constructor(
    private staged: StagedItem,
    private top: number,
  ) {
    const { drawn } = staged
    this.elements = drawn.kind === 'item' ? makeItem(drawn.placed) : makeMark()
    this.days = daysOf(staged, MARK_PX)
    this.dress(staged)
  }

  get root(): HTMLElement {
    return this.elements.root
  }

  /** Where its row is, in px from the first lane, though it may still be on its way there. */
  get topPx(): number {
    return this.top
  }

  get key(): string {
    return this.staged.key
  }

  get sort(): string {
    return sortOf(this.staged)
  }

  /** Whether it is, or comes from, between two heights. */
  isBetween(heights: Heights): boolean {
    return isRowBetween(this.top, heights) || (this.movedAt !== null && isRowBetween(this.topFrom, heights))
  }

  get record(): string | null {
    const { drawn } = this.staged
    return drawn.kind === 'item' ? drawn.placed.item.record : null
  }

  /** Stands for something else from now on: its elements are of the same sort. */
  become(staged: StagedItem, top: number): void {
    this.isMisplaced = true
    this.isBeside = false
    this.top = this.topFrom = top
    this.movedAt = null
    this.staged = staged
    this.days = daysOf(staged, MARK_PX)
    this.dress(staged)
  }

  /** Shows this from now on; moves to another row in `MOVE_MS` from `at`, or at once where that is null. Returns whether it looks different. */
  take(staged: StagedItem, top: number, at: number | null): boolean {
    this.isMisplaced = true
    if (top !== this.top) {
      this.topFrom = at === null ? top : this.topAt(at)
      this.movedAt = at
      this.top = top
    }
    const before = this.staged
    this.staged = staged
    this.days = daysOf(staged, MARK_PX)
    this.isBeside = false
    if (looksSame(before, staged)) return false
    this.dress(staged)
    return true
  }

  /** Puts it where it stands in a window. Returns whether it is still on its way to another row. */
  place(windowStart: number, pxPerDay: number, widthPx: number, now: number, evenBeside: boolean): boolean {
    const { root, head, bar, lead, life } = this.elements
    const { written } = this
    const at = geometryOf(this.days, windowStart, pxPerDay)
    this.isMisplaced = false
    const isBeside = at.x > widthPx + BESIDE_PX || at.x + at.widthPx < -BESIDE_PX
    // It went out of sight where it was last written; where it is there does not matter while all moves.
    if (isBeside && this.isBeside && !evenBeside) return false
    this.isBeside = isBeside
    const [x, y] = [px(at.x), px(this.topAt(now))]
    if (x !== written.x || y !== written.y) {
      root.style.transform = `translate(${String(x)}px,${String(y)}px)`
      written.x = x
      written.y = y
    }
    const headLeft = px(at.headLeft)
    if (headLeft !== written.headLeft) {
      head.style.transform = headLeft === 0 ? '' : `translateX(${String(headLeft)}px)`
      written.headLeft = headLeft
    }
    if (bar !== null && !this.isBarStill && (!this.isDay || pxPerDay >= LEAST_DAY_PX)) {
      const [barLeft, barWidth] = [px(at.barLeft), px(at.barWidth)]
      if (barLeft !== written.barLeft) {
        bar.style.left = `${String(barLeft)}px`
        if (lead !== null) lead.style.width = `${String(barLeft)}px`
      }
      if (barWidth !== written.barWidth) bar.style.width = `${String(barWidth)}px`
      written.barWidth = barWidth
      written.barLeft = barLeft
    }
    life?.place(px(at.barLeft + at.barWidth), pxPerDay)
    if (this.gripped) {
      root.style.setProperty('--bar-left', `${String(px(at.barLeft))}px`)
      root.style.setProperty('--bar-width', `${String(px(at.barWidth))}px`)
    }
    return this.movedAt !== null
  }

  private topAt(now: number): number {
    if (this.movedAt === null) return this.top
    const part = (now - this.movedAt) / MOVE_MS
    if (part >= 1) {
      this.movedAt = null
      return this.top
    }
    return this.topFrom + (this.top - this.topFrom) * easeOut(Math.max(part, 0))
  }

  private dress(staged: StagedItem): void {
    const { drawn } = staged
    if (drawn.kind === 'mark') {
      this.isBarStill = drawn.mark.counts === 'beginning'
      // The width of its bar is dressed anew.
      this.written.barWidth = NaN
      dressMark(this.elements, staged, drawn.mark, drawn.widthPx)
      return
    }
    const { extent, shape } = drawn.placed.item
    this.isDay = shape === 'point' && extent.solidTo - extent.solidFrom === 1
    dressItem(this.elements, staged, drawn.placed)
  }
}

/** Things of one sort are drawn with the same elements. */
export function sortOf({ drawn }: StagedItem): string {
  if (drawn.kind === 'mark') return 'mark'
  const { kind, extent, life } = drawn.placed.item
  return extent.leadFrom === null || life !== null ? kind : `${kind} with lead`
}

function looksSame(a: StagedItem, b: StagedItem): boolean {
  if (a.drawn.kind === 'mark')
    return (
      b.drawn.kind === 'mark' &&
      a.drawn.widthPx === b.drawn.widthPx &&
      isSameCounts(a.drawn.mark.kinds, b.drawn.mark.kinds)
    )
  if (b.drawn.kind === 'mark') return false
  const [one, other] = [a.drawn.placed, b.drawn.placed]
  if (one.item !== other.item || one.label !== other.label || one.labelInside !== other.labelInside) return false
  // A bar is drawn from the part of it that is on the stage.
  const { earliest, latest, leadFrom } = one.item.extent
  const from = one.item.life === null ? earliest : (leadFrom ?? earliest)
  const [before, after] = [shownPart(a, from, latest), shownPart(b, from, latest)]
  return before[0] === after[0] && before[1] === after[1]
}
