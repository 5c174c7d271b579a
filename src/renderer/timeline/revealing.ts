import type { TimelineItem } from '../../domain/layout/timeline-item'
import type { AnnotationLayer } from './annotation-layer'
import type { Camera } from './camera'
import { broughtIntoView } from './window-math'

export interface RevealingHost {
  item(record: string): TimelineItem | undefined
  /** How far down a record is drawn, in px; null where it is not. */
  topOf(record: string): number | null
  /** Whether more is about to be drawn. */
  busy(): boolean
  isCountedOnly(record: string): boolean
  /** Draws a record before all others. */
  pin(record: string): void
}

const ROW_MARGIN_PX = 40
const NOTE_MARGIN_PX = 40

/** Goes to what one wants to see: along the axis first, then up or down, for the heights of the lanes hang on the scale. */
export class Revealing {
  private wantedRecord: string | null = null
  private wantedNote: { readonly id: string; readonly moved: boolean } | null = null

  constructor(
    private readonly camera: Camera,
    private readonly scroller: HTMLElement,
    private readonly notes: AnnotationLayer,
    private readonly host: RevealingHost,
  ) {}

  /**
   * Brings a record or note into view. A record that had no room and was only counted is pinned: from then on
   * it is drawn before all others, as what the user asked to see.
   */
  reveal(record: string): void {
    const item = this.host.item(record)
    if (item === undefined) {
      this.wantedNote = { id: record, moved: false }
      this.drawn()
      return
    }
    const moved = broughtIntoView(this.camera.destination, item)
    if (moved !== null) this.camera.moveTo(moved)
    if (this.host.isCountedOnly(record)) this.host.pin(record)
    this.wantedRecord = record
    this.drawn()
  }

  /** After each drawing: what is wanted may be there now. */
  drawn(): void {
    this.scrollToRecord()
    this.seekNote()
  }

  private scrollToRecord(): void {
    if (this.wantedRecord === null || this.camera.moving) return
    const top = this.host.topOf(this.wantedRecord)
    // It may yet come with the next stage; what never comes must not scroll the lanes at some later time.
    if (top !== null || !this.host.busy()) this.wantedRecord = null
    if (top === null) return
    const { scroller } = this
    if (top < scroller.scrollTop) scroller.scrollTop = top - ROW_MARGIN_PX
    else if (top + ROW_MARGIN_PX > scroller.scrollTop + scroller.clientHeight)
      scroller.scrollTop = top + 2 * ROW_MARGIN_PX - scroller.clientHeight
  }

  private seekNote(): void {
    const wanted = this.wantedNote
    if (wanted === null || this.camera.moving || !this.notes.has(wanted.id)) return
    const window = wanted.moved ? null : this.notes.windowFor(wanted.id, this.camera.destination)
    this.wantedNote = window === null ? null : { ...wanted, moved: true }
    if (window !== null) {
      this.camera.moveTo(window)
      return
    }
    const top = this.notes.topOf(wanted.id)
    if (top === null) return
    const { scroller } = this
    if (top < scroller.scrollTop + NOTE_MARGIN_PX / 4) scroller.scrollTop = top - NOTE_MARGIN_PX
    else if (top > scroller.scrollTop + scroller.clientHeight - NOTE_MARGIN_PX)
      scroller.scrollTop = top - scroller.clientHeight + 2 * NOTE_MARGIN_PX
  }
}
