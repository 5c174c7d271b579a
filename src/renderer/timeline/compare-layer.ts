import type { CompareKind, CompareMark } from '../../domain/layout/compare-on-timeline'
import type { PlacedItem } from '../../domain/layout/timeline-item'
import type { RecordId } from '../../domain/model/ids'
import type { TimeWindow } from '../../domain/model/view'
import { ComparePart, makeArrow, makeArrows, makeGhost, makeSign } from './compare-elements'
import { arrowPath, ghostStyle, signStyle, type DrawnWindow } from './compare-geometry'
import { differingOn, type CompareMarks, type Marked } from './compare-on-stage'
import type { Stage } from './stage'

export interface Compared {
  /** Of what stands in the lanes. */
  readonly marks: CompareMarks
  /** Of every record that differs, notes too. */
  readonly kinds: ReadonlyMap<RecordId, CompareKind>
}

const NOTHING: CompareMarks = new Map()

/** What is drawn of one that differs. */
interface Parts {
  readonly sign: ComparePart
  /** Of what moved. */
  readonly ghost: ComparePart | null
  readonly arrow: ComparePart | null
}

/**
 * What differs between two states, over the lanes: a sign on each item that does, the old place of
 * what moved as a ghost with an arrow from it. What was removed is an item of its own, which is drawn
 * here as gone. Everything hangs on the layout, so it holds in every zoom and grouping.
 *
 * What stands where is found once for a stage. A frame of a moving picture only moves what is there.
 */
export class CompareLayer {
  private readonly arrows = makeArrows()
  private readonly signs = document.createElement('div')
  private readonly ghosts = document.createElement('div')
  private compared: Compared | null = null
  private shows = false
  private stage: Stage | null = null
  private marked: readonly Marked[] = []
  private counted: ReadonlySet<string> = new Set()
  private readonly parts = new Map<string, Parts>()

  constructor(
    private readonly frame: HTMLElement,
    private readonly canvas: HTMLElement,
    under: HTMLElement,
    over: HTMLElement,
  ) {
    // A ghost may lie where a label of today stands, so it lies under it.
    under.append(this.ghosts)
    over.append(this.arrows, this.signs)
  }

  /** Null while nothing is compared. */
  set(compared: Compared | null): void {
    if (this.compared === compared) return
    this.compared = compared
    this.stage = null
    this.keepParts(new Set())
    this.frame.classList.toggle('timeline-comparing', compared !== null)
  }

  draw(stage: Stage | null, window: TimeWindow, widthPx: number): void {
    if (stage === null || (this.compared === null && !this.shows)) return
    this.shows = this.compared !== null
    const marks = this.compared?.marks ?? NOTHING
    if (stage !== this.stage) this.find(stage, marks)
    this.markElements(marks)
    const pxPerDay = widthPx / (window.endDay - window.startDay)
    const drawn: DrawnWindow = { x: (day) => (day - window.startDay) * pxPerDay, widthPx }
    for (const { placed, mark, topPx } of this.marked) {
      const { sign, ghost, arrow } = this.partsOf(placed, mark)
      const { extent } = placed.item
      sign.put(signStyle(extent, topPx, drawn))
      if (mark.was === null) continue
      ghost?.put(ghostStyle(mark.was.extent, extent, topPx, drawn))
      arrow?.put(arrowPath(mark.was.extent, extent, topPx, drawn))
    }
  }

  private find(stage: Stage, marks: CompareMarks): void {
    this.stage = stage
    const { marked, counted } = differingOn(stage, marks)
    this.marked = marked
    this.counted = counted
    this.keepParts(new Set(marked.map(({ placed }) => placed.key)))
  }

  private partsOf({ key, item }: PlacedItem, { kind, was }: CompareMark): Parts {
    const known = this.parts.get(key)
    if (known !== undefined) return known
    const parts = {
      sign: new ComparePart(this.signs, 'style', () => makeSign(kind)),
      ghost: was === null ? null : new ComparePart(this.ghosts, 'style', () => makeGhost(was)),
      arrow: was === null ? null : new ComparePart(this.arrows, 'd', () => makeArrow(item.record)),
    }
    this.parts.set(key, parts)
    return parts
  }

  private keepParts(keys: ReadonlySet<string>): void {
    for (const [key, { sign, ghost, arrow }] of this.parts) {
      if (keys.has(key)) continue
      for (const part of [sign, ghost, arrow]) part?.put(null)
      this.parts.delete(key)
    }
  }

  /** Elements come and are given to other things from frame to frame; written is what is not so yet. */
  private markElements(marks: CompareMarks): void {
    for (const element of this.frame.querySelectorAll<HTMLElement>('[data-annotation]'))
      tell(element, this.compared?.kinds.get(element.dataset['annotation'] ?? ''))
    for (const element of this.canvas.querySelectorAll<HTMLElement>('.item')) {
      const mark = marks.get(element.dataset['record'] ?? '')
      tell(element, mark?.kind)
      setClass(element, 'item-compared', mark !== undefined)
      setClass(element, 'item-gone', mark?.gone === true)
    }
    for (const element of this.canvas.querySelectorAll<HTMLElement>('.mark'))
      setClass(element, 'mark-compared', this.counted.has(element.dataset['mark'] ?? ''))
  }
}

function tell(element: HTMLElement, kind: CompareKind | undefined): void {
  if (element.dataset['compare'] === kind) return
  if (kind === undefined) delete element.dataset['compare']
  else element.dataset['compare'] = kind
}

function setClass(element: HTMLElement, name: string, isSet: boolean): void {
  if (element.classList.contains(name) !== isSet) element.classList.toggle(name, isSet)
}
