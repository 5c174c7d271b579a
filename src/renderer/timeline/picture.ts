import { goOn, toTheEnd, type InParts } from '../../domain/layout/in-parts'
import type { LaneBand } from '../../domain/layout/lane-place'
import type { Locale } from '../../domain/model/names'
import type { TimeWindow } from '../../domain/model/view'
import type { ItemBox } from './item-box'
import { ItemLayer, type PreparedItems } from './item-layer'
import { laneBandsOf } from './lane-bands'
import { covers, firstScreen, LEAST_DAY_PX, Staging, type Stage, type StageInput } from './stage'
import { VisLanes } from './vis-lanes'

/** How long a frame may work on the next stage; the rest of it is for drawing. */
const PART_MS = 4

interface Prepared {
  readonly stage: Stage
  readonly shown: PreparedItems
}

export interface PictureHost {
  now(): number
  reducedMotion(): boolean
  dress(box: ItemBox): void
}

/**
 * Lanes and what stands in them. Each frame moves what is there; the stage of the next scale or stretch of time
 * is made beside that, a few ms in a frame, and shown when it is whole. What the window shows is never missing:
 * where it would be, the stage is made at once.
 */
export class Picture {
  readonly lanes: VisLanes
  private readonly layer: ItemLayer
  private readonly staging = new Staging()
  private current: Stage | null = null
  private bandsNow: ReadonlyMap<string, LaneBand> = new Map()
  private work: InParts<Prepared> | null = null
  private input: StageInput
  private moving = false

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
  }

  get stage(): Stage | null {
    return this.current
  }

  get bands(): ReadonlyMap<string, LaneBand> {
    return this.bandsNow
  }

  /** Whether another frame is needed, though the window stands still. */
  get busy(): boolean {
    return this.work !== null || this.moving
  }

  /** What is to be drawn from now on; the next drawing shows it. */
  set(input: StageInput): void {
    this.input = input
    this.work = null
    this.current = null
  }

  /** Of the first drawing: what can be seen without scrolling or panning, so that it is there soon. */
  drawFirst(window: TimeWindow, widthPx: number, heightPx: number): void {
    const stage = toTheEnd(this.staging.staging(this.input, window, widthPx))
    this.show(toTheEnd(this.preparing(stage, firstScreen(stage, window, heightPx))), null)
    this.layer.place(window, widthPx, this.host.now())
  }

  /** All of the stage of which `drawFirst` drew a part. */
  drawRest(window: TimeWindow, widthPx: number): void {
    if (this.current === null) return
    this.show(toTheEnd(this.preparing(this.current, this.current)), null)
    this.layer.place(window, widthPx, this.host.now())
  }

  /** `ahead`: the window that the picture is on its way to, where that shows more. */
  draw(window: TimeWindow, ahead: TimeWindow, widthPx: number): void {
    const now = this.host.now()
    const before = this.current
    if (before === null) {
      this.show(toTheEnd(this.making(ahead, widthPx)), null)
    } else {
      if (!this.staging.serves(before, ahead, widthPx)) this.work ??= this.making(ahead, widthPx)
      if (this.work !== null) this.goOn(before, window, ahead, widthPx, now)
    }
    this.moving = this.layer.place(window, widthPx, now)
  }

  isCountedOnly(record: string): boolean {
    const lanes = this.staging.place(this.input, this.current?.pxPerDay ?? 1)
    return !lanes.some(({ items, windowed }) =>
      windowed === null ? items.some(({ item }) => item.record === record) : 'item' in (windowed.find(record) ?? {}),
    )
  }

  topOf(record: string): number | null {
    return this.layer.topOf(record)
  }

  /** Marks all that is drawn anew, by `host.dress`. */
  dress(): void {
    this.layer.each((box) => {
      this.host.dress(box)
    })
  }

  dispose(): void {
    this.lanes.dispose()
  }

  private goOn(before: Stage, window: TimeWindow, ahead: TimeWindow, widthPx: number, now: number): void {
    const { work } = this
    if (work === null) return
    const isThere = covers(before, window)
    let done = isThere ? goOn(work, () => this.host.now() - now < PART_MS) : toTheEnd(work)
    // What was begun for another window may lack this one, too.
    if (!isThere && done !== undefined && !covers(done.stage, window)) done = toTheEnd(this.making(ahead, widthPx))
    if (done === undefined) return
    this.work = null
    this.show(done, this.host.reducedMotion() ? null : now)
  }

  private *making(window: TimeWindow, widthPx: number): InParts<Prepared> {
    const stage = yield* this.staging.staging(this.input, window, widthPx)
    return yield* this.preparing(stage, stage)
  }

  private *preparing(stage: Stage, { items }: Pick<Stage, 'items'>): InParts<Prepared> {
    return { stage, shown: yield* this.layer.preparing(items, laneBandsOf(stage.lanes)) }
  }

  private show({ stage, shown }: Prepared, now: number | null): void {
    this.current = stage
    this.bandsNow = shown.bands
    this.canvas.classList.toggle('days-narrow', stage.pxPerDay < LEAST_DAY_PX)
    this.lanes.show(stage.lanes, this.input.locale)
    this.layer.show(shown, now)
  }
}
