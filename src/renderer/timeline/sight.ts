import { toTheEnd, type InParts } from '../../domain/model/in-parts'
import type { LaneBand } from '../../domain/layout/lane-place'
import { ALL_HEIGHTS, holds, isRowBetween, seenOf, topOf, withRoom, type Heights } from './in-sight'
import type { ItemLayer } from './item-layer'
import { heightOf, laneBandsOf } from './lane-bands'
import type { Stage, StagedItem } from './stage'

/** What is out of sight is drawn so much at a time. */
const CHANGES_AT_REST = 6

/** What is drawn of a stage at once: what stands between two heights. */
export interface StagePart {
  readonly heights: Heights
  readonly items: readonly StagedItem[]
}

/**
 * How much of a stage is drawn. A browser styles, lays out and paints also what is far below the window, so that
 * a stage comes with what is in sight; the rest stays as it was, and is drawn bit by bit while all rests, or at once
 * when one scrolls.
 */
export class Sight {
  private drawn = ALL_HEIGHTS
  private drawingRest: InParts<void> | null = null

  constructor(
    private readonly layer: ItemLayer,
    /** What can be seen of the lanes. */
    private readonly seen: () => Heights,
  ) {}

  /** What can be seen, and some more above and below. */
  get heights(): Heights {
    return withRoom(this.seen())
  }

  /** Also what is in sight now and goes out of it, for it is seen to go. */
  partOf({ lanes, items }: Stage): StagePart {
    const seen = this.seen()
    const heights = withRoom(seenOf(seen, heightOf(lanes)))
    const bands = laneBandsOf(lanes)
    return {
      heights,
      items: items.filter(
        (staged) => isRowBetween(topOf(staged, bands), heights) || this.layer.isBetween(staged.key, seen),
      ),
    }
  }

  /** Another stage stands, of which this is drawn. */
  begin({ heights }: StagePart): void {
    this.drawn = heights
    this.drawingRest = null
  }

  /** What is out of sight is no longer as it should be. Returns what still is. */
  narrow(): Heights {
    if (holds(this.drawn, this.heights)) this.drawn = this.heights
    this.drawingRest = null
    return this.drawn
  }

  /** Whether one has scrolled to where nothing is drawn yet. */
  isMissing({ lanes }: Stage): boolean {
    return !holds(this.drawn, seenOf(this.seen(), heightOf(lanes)))
  }

  get isWhole(): boolean {
    return holds(this.drawn, ALL_HEIGHTS)
  }

  drawAll(stage: Stage, bands: ReadonlyMap<string, LaneBand>): void {
    toTheEnd(this.drawing(stage, bands))
    this.begin({ heights: ALL_HEIGHTS, items: stage.items })
  }

  /** A little of what is out of sight, from where it was left. Returns whether there is more. */
  drawMore(stage: Stage, bands: ReadonlyMap<string, LaneBand>): boolean {
    if (this.isWhole) return false
    this.drawingRest ??= this.drawing(stage, bands)
    if (this.drawingRest.next().done !== true) return true
    this.begin({ heights: ALL_HEIGHTS, items: stage.items })
    return false
  }

  private *drawing({ items }: Stage, bands: ReadonlyMap<string, LaneBand>): InParts<void> {
    const made = yield* this.layer.preparing(items)
    yield* this.layer.showing(items, bands, made, null, () => CHANGES_AT_REST)
  }
}
