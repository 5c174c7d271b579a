import { goOn, toTheEnd, type InParts } from '../../domain/model/in-parts'
import type { LaneBand } from '../../domain/layout/lane-place'
import type { Locale } from '../../domain/model/names'
import type { Wanted } from '../../domain/layout/wanted'
import type { TimeWindow } from '../../domain/model/view'
import type { ItemBox } from './item-box'
import { FrameBudget } from './frame-budget'
import { HeldClock } from './held-clock'
import { inWindow, topOf, type Heights } from './in-sight'
import { ItemLayer } from './item-layer'
import { laneBandsOf } from './lane-bands'
import { Sight, type StagePart } from './sight'
import {
  covers,
  isSameInput,
  LEAST_DAY_PX,
  Staging,
  touches,
  type Stage,
  type StagedItem,
  type StageInput,
} from './stage'
import { VisLanes } from './vis-lanes'

/** How long a frame may work on the next stage where somebody waits for it, and nothing moves meanwhile. */
const WAITED_FOR_MS = 16
/** The same where part of what the window shows is not there yet. */
const MISSING_MS = 8
/** What somebody waits for is on the screen sooner where the next frames leave it alone: rows move after so many. */
const HELD_FRAMES = 2

/** A stage, with the elements that it needs in addition to those there are. */
interface Prepared {
  readonly stage: Stage
  readonly part: StagePart
  readonly made: ReadonlyMap<StagedItem, ItemBox>
}

export interface PictureHost {
  now(): number
  reducedMotion(): boolean
  dress(box: ItemBox): void
  /** What can be seen of the lanes. */
  seen(): Heights
}

/**
 * Lanes and what stands in them. Each frame moves what is there; the stage of the next scale or stretch of time
 * is made beside that, a few ms in a frame, and shown when it is whole. A picture that moves faster than that
 * comes in at its edges a few frames later; one that goes elsewhere is made at once. What is out of sight above
 * and below is drawn when the picture has rested for a while, or is scrolled.
 */
export class Picture {
  readonly lanes: VisLanes
  private readonly layer: ItemLayer
  private readonly sight: Sight
  private readonly staging = new Staging()
  private readonly budget = new FrameBudget()
  private current: Stage | null = null
  private bandsNow: ReadonlyMap<string, LaneBand> = new Map()
  private work: InParts<Prepared> | null = null
  private showing: InParts<void> | null = null
  private input: StageInput
  private moving = false
  /** The stage must not be shown any longer. */
  private isStale = false
  /** It may be shown until another is made. */
  private isOutdated = false
  private isWaitedFor = false
  private readonly clock = new HeldClock()
  /** It was made on the way, for another window than the one last drawn. */
  private isBehind = false

  constructor(
    private readonly canvas: HTMLElement,
    locale: Locale,
    input: StageInput,
    private readonly host: PictureHost,
  ) {
    this.input = input
    this.lanes = new VisLanes(canvas, locale)
    this.layer = new ItemLayer(this.lanes.foreground, (box) => {
      host.dress(box)
    })
    this.sight = new Sight(this.layer, () => host.seen())
  }

  get stage(): Stage | null {
    return this.current
  }

  get bands(): ReadonlyMap<string, LaneBand> {
    return this.bandsNow
  }

  /** Whether another frame is needed, though the window stands still. */
  get busy(): boolean {
    return this.work !== null || this.isOutdated || this.isBehind || this.showing !== null || this.moving
  }

  /** What is to be drawn from now on; the next drawing shows it. */
  set(input: StageInput): void {
    this.input = input
    this.work = null
    this.isStale = true
  }

  /** Whether it is this that is drawn, or being made. */
  isOf(input: StageInput): boolean {
    return isSameInput(this.input, input)
  }

  /** What is to be drawn though there be no room for all: it comes with one of the next drawings. */
  want(wanted: Wanted): void {
    this.renew({ ...this.input, wanted })
    this.isWaitedFor = true
  }

  /** What is to be drawn from now on, though nobody asked for it: what is there stands until the next is made. */
  renew(input: StageInput): void {
    this.input = input
    this.work = null
    this.isOutdated = true
  }

  /** Of the first drawing: what can be seen without scrolling or panning, so that it is there soon. */
  drawFirst(window: TimeWindow, widthPx: number): void {
    const stage = this.staging.stage(this.input, window, widthPx)
    const { heights, items } = this.sight.partOf(stage)
    this.showAll(stage, { heights, items: inWindow(items, window) })
    this.placeAll(window, widthPx)
  }

  /** What can be seen by panning as well. */
  drawBeside(window: TimeWindow, widthPx: number): void {
    // What was set meanwhile must not be taken for drawn.
    if (this.isStale || this.isOutdated || this.current === null) this.make(window, widthPx)
    else this.showAll(this.current, this.sight.partOf(this.current))
    this.placeAll(window, widthPx)
  }

  /** `ahead`: the window that the picture is on its way to, where that shows more. */
  draw(window: TimeWindow, ahead: TimeWindow, widthPx: number): void {
    const now = this.host.now()
    this.budget.frame(now)
    this.clock.frame(now)
    if (this.isStale || this.current === null) this.make(ahead, widthPx)
    else if (!touches(this.current, window)) this.fill(window, ahead, widthPx)
    else if (this.showing !== null) this.showMore()
    else if (this.work !== null || this.isOutdated || !this.staging.serves(this.current, ahead, widthPx)) {
      this.work ??= this.making(ahead, widthPx)
      this.isOutdated = false
      const partMs = this.isWaitedFor ? WAITED_FOR_MS : covers(this.current, window) ? this.budget.partMs : MISSING_MS
      const made = goOn(this.work, () => this.host.now() - now < partMs)
      if (made !== undefined) this.begin(made, this.host.reducedMotion() ? null : this.clock.at(now))
    }
    this.isBehind = this.current !== null && !this.staging.serves(this.current, ahead, widthPx)
    this.drawSeen()
    this.moving = this.layer.place(window, widthPx, this.clock.at(now), this.sight.heights)
  }

  /** Also what is out of sight above and below, which the frames of a moving picture leave where it was. */
  placeAll(window: TimeWindow, widthPx: number): void {
    this.drawSeen()
    this.moving = this.layer.place(window, widthPx, this.clock.at(this.host.now()), null)
  }

  /** A little of what is out of sight above and below. Returns whether there is more. */
  drawUnseen(window: TimeWindow, widthPx: number): boolean {
    if (this.current === null || this.busy) return false
    const hasMore = this.sight.drawMore(this.current, this.bandsNow)
    // Each in its place at once: until then it would be seen where it does not belong.
    this.layer.place(window, widthPx, this.clock.at(this.host.now()), hasMore ? this.sight.heights : null)
    return hasMore
  }

  get isWhole(): boolean {
    return !this.busy && this.sight.isWhole
  }

  isCountedOnly(record: string): boolean {
    const lanes = this.staging.place(this.input, this.current?.pxPerDay ?? 1)
    return !lanes.some(({ items, windowed }) =>
      windowed === null ? items.some(({ item }) => item.record === record) : 'item' in (windowed.find(record) ?? {}),
    )
  }

  /** How far down a record stands; null where it does not. */
  topOf(record: string): number | null {
    const staged = this.current?.items.find(({ drawn }) => drawn.kind === 'item' && drawn.placed.item.record === record)
    return staged === undefined ? null : topOf(staged, this.bandsNow)
  }

  /** Marks what is in sight anew, by `host.dress`; the rest when it is drawn. */
  dress(): void {
    this.layer.dressBetween(this.sight.narrow())
  }

  dispose(): void {
    this.lanes.dispose()
  }

  private make(window: TimeWindow, widthPx: number): void {
    const stage = this.staging.stage(this.input, window, widthPx)
    this.showAll(stage, this.sight.partOf(stage))
  }

  /** Nothing of what the window shows is there: what is being made may have it, else all is made now. */
  private fill(window: TimeWindow, ahead: TimeWindow, widthPx: number): void {
    if (this.work !== null) {
      const { stage, part } = toTheEnd(this.work)
      if (covers(stage, window)) {
        this.showAll(stage, part)
        return
      }
    }
    this.make(ahead, widthPx)
  }

  private *making(window: TimeWindow, widthPx: number): InParts<Prepared> {
    const stage = yield* this.staging.staging(this.input, window, widthPx)
    const part = this.sight.partOf(stage)
    return { stage, part, made: yield* this.layer.preparing(part.items, part.heights) }
  }

  private showAll(stage: Stage, part: StagePart): void {
    if (this.showing !== null) toTheEnd(this.showing)
    const made = toTheEnd(this.layer.preparing(part.items, part.heights))
    this.ground(stage, part)
    toTheEnd(this.layer.showing(part.items, this.bandsNow, made, null, () => Infinity, part.heights))
    this.work = this.showing = null
    this.isStale = this.isOutdated = false
  }

  private begin({ stage, part, made }: Prepared, now: number | null): void {
    this.work = null
    this.ground(stage, part)
    this.showing = this.layer.showing(part.items, this.bandsNow, made, now, () => this.budget.changes, part.heights)
    if (this.isWaitedFor) {
      toTheEnd(this.showing)
      this.clock.hold(HELD_FRAMES)
    }
    this.showMore()
    this.isWaitedFor = false
  }

  /** A part for each frame. */
  private showMore(): void {
    if (this.showing?.next().done === true) this.showing = null
  }

  /** What one scrolled to is there at once. */
  private drawSeen(): void {
    if (this.current === null || !this.sight.isMissing(this.current)) return
    if (this.showing !== null) toTheEnd(this.showing)
    this.showing = null
    this.sight.drawAll(this.current, this.bandsNow)
  }

  private ground(stage: Stage, part: StagePart): void {
    this.current = stage
    this.sight.begin(part)
    this.bandsNow = laneBandsOf(stage.lanes)
    this.canvas.classList.toggle('days-narrow', stage.pxPerDay < LEAST_DAY_PX)
    this.lanes.show(stage.lanes, this.input.locale)
  }
}
