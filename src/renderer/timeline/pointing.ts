import type { CountMark, PlacedItem } from '../../domain/layout/timeline-item'
import type { Document } from '../../domain/model/document'
import type { Locale } from '../../domain/model/names'
import { Hovering } from './hovering'
import { elementUnder } from './shield'
import type { Stage } from './stage'
import { itemTip, markTip } from './timeline-words'
import { DELAY_MS, type Tip } from './tip'

export interface PointingHost {
  stage(): Stage | null
  document(): Document
  locale(): Locale
  readonly listener: {
    select(record: string | null): void
    toggle(record: string): void
    open(record: string): void
    toggleLane(lane: string): void
  }
  /** The pointer stays on an item, or on none any longer. */
  hover(record: string | null): void
  createAt(event: MouseEvent): void
  zoomTo(mark: CountMark): void
}

/** What is under the pointer: click selects an item, zooms into a count, folds a lane; a double click opens or creates; hovering tells. */
export class Pointing {
  private readonly hovering: Hovering

  constructor(
    private readonly canvas: HTMLElement,
    private readonly tip: Tip,
    private readonly host: PointingHost,
  ) {
    this.hovering = new Hovering(DELAY_MS, (record) => {
      host.hover(record)
    })
    canvas.addEventListener('click', this.click)
    canvas.addEventListener('dblclick', this.doubleClick)
    canvas.addEventListener('pointermove', this.move)
    canvas.addEventListener('pointerleave', this.leave)
  }

  dispose(): void {
    this.hovering.over(null)
    this.canvas.removeEventListener('click', this.click)
    this.canvas.removeEventListener('dblclick', this.doubleClick)
    this.canvas.removeEventListener('pointermove', this.move)
    this.canvas.removeEventListener('pointerleave', this.leave)
  }

  private readonly click = (event: MouseEvent): void => {
    const target = elementUnder(event)
    const lane = target?.closest<HTMLElement>('.lane-parent')?.dataset['lane']
    if (lane !== undefined) {
      this.host.listener.toggleLane(lane)
      return
    }
    const mark = this.markAt(target)
    const record = recordAt(target)
    const more = event.ctrlKey || event.metaKey || event.shiftKey
    if (mark !== undefined) this.host.zoomTo(mark)
    else if (!more) this.host.listener.select(record)
    // A click beside the item that one meant to add must not lose the others.
    else if (record !== null) this.host.listener.toggle(record)
  }

  private readonly doubleClick = (event: MouseEvent): void => {
    const target = elementUnder(event)
    const record = recordAt(target)
    if (record !== null) this.host.listener.open(record)
    else if (target?.closest('.lane, .mark') === null) this.host.createAt(event)
  }

  private readonly leave = (): void => {
    this.hovering.over(null)
    this.tip.hide()
  }

  private readonly move = (event: PointerEvent): void => {
    // Whoever drags shows tips of their own, or none.
    if (event.buttons !== 0) return
    const target = elementUnder(event)
    this.hovering.over(recordAt(target))
    const mark = this.markAt(target)
    if (mark !== undefined) {
      this.tip.over(mark.key, event.clientX, event.clientY, () =>
        markTip(this.host.document(), mark, this.host.locale()),
      )
      return
    }
    const placed = this.itemAt(target)
    if (placed === undefined) {
      this.tip.hide()
      return
    }
    this.tip.over(placed.key, event.clientX, event.clientY, () =>
      itemTip(this.host.document(), placed, this.host.locale()),
    )
  }

  private itemAt(target: Element | null): PlacedItem | undefined {
    const record = recordAt(target)
    if (record === null) return undefined
    const lane = target?.closest<HTMLElement>('.item')?.dataset['lane']
    const staged = this.host.stage()?.items.find(({ key }) => key === `${record}@${lane ?? ''}`)
    return staged?.drawn.kind === 'item' ? staged.drawn.placed : undefined
  }

  private markAt(target: Element | null): CountMark | undefined {
    const key = target?.closest<HTMLElement>('.mark')?.dataset['mark']
    if (key === undefined) return undefined
    const staged = this.host.stage()?.items.find((candidate) => candidate.key === key)
    return staged?.drawn.kind === 'mark' ? staged.drawn.mark : undefined
  }
}

function recordAt(target: Element | null): string | null {
  return target?.closest<HTMLElement>('.item')?.dataset['record'] ?? null
}
