import { drawnPhases } from '../../domain/layout/drawn-phases'
import type { Extent, LifeDate, LifePhase, RuleLife } from '../../domain/layout/timeline-item'
import { percent } from './percent'

/** Steps in which the scale is taken for choosing the phases that have room: four to a doubling. */
const STEPS = 4

/** A stretch of days that an element covers from edge to edge. */
export interface ShownDays {
  readonly from: number
  readonly to: number
}

/**
 * The phases of a rule and its dates, in one element from its first day to its last. A frame writes the width of that
 * element alone; what stands in it is written where it shows other days, or where a phase gets or loses its room.
 */
export class LifeView {
  readonly root = document.createElement('div')
  private life: RuleLife = { phases: [], dates: [] }
  private shown: ShownDays = { from: 0, to: 0 }
  private drawn: readonly LifePhase[] | null = null
  private step = NaN
  private widthPx = NaN

  /** `shown`: the part of it that lies on the stage, at whose scale it is written at once, in sight or not. */
  dress(life: RuleLife, { openEnd, latest }: Extent, shown: ShownDays, pxPerDay: number): void {
    this.root.className = openEnd && shown.to === latest ? 'life life-open' : 'life'
    this.life = life
    this.shown = shown
    this.drawn = null
    this.scale(pxPerDay)
  }

  place(widthPx: number, pxPerDay: number): void {
    if (widthPx !== this.widthPx) this.root.style.width = `${String(widthPx)}px`
    this.widthPx = widthPx
    this.scale(pxPerDay)
  }

  private scale(pxPerDay: number): void {
    const step = Math.round(Math.log2(pxPerDay) * STEPS)
    if (this.drawn !== null && step === this.step) return
    this.step = step
    const drawn = drawnPhases(this.life, 2 ** (step / STEPS))
    if (this.drawn !== null && sameKinds(this.drawn, drawn)) return
    this.drawn = drawn
    const { shown } = this
    this.write([
      ...drawn.map((phase) => phasePart(phase, shown)),
      ...this.life.dates.map((date) => datePart(date, shown)),
    ])
  }

  /** What stands there already is only moved: a new element costs the browser several times as much. */
  private write(parts: readonly Part[]): void {
    const { root } = this
    for (const [at, part] of parts.entries()) {
      const there = root.children[at]
      const element = there instanceof HTMLElement ? there : document.createElement('div')
      if (there === undefined) root.append(element)
      if (element.className !== part.className) element.className = part.className
      if (element.hidden !== part.hidden) element.hidden = part.hidden
      if (element.getAttribute(part.name) !== part.is) {
        element.removeAttribute(part.name === DATE ? PHASE : DATE)
        element.setAttribute(part.name, part.is)
      }
      element.style.left = part.left
      element.style.width = part.width
      element.style.maskImage = part.mask
    }
    while (root.children.length > parts.length) root.lastElementChild?.remove()
  }
}

const sameKinds = (a: readonly LifePhase[], b: readonly LifePhase[]): boolean =>
  a.length === b.length && a.every(({ kind }, at) => kind === b[at]?.kind)

const PHASE = 'data-phase'
const DATE = 'data-date'

/** One element within the life: a phase, or the mark of a date. */
interface Part {
  readonly name: typeof PHASE | typeof DATE
  readonly is: string
  /** Nothing of it lies on the stage; it stays, for another stage may show it again. */
  readonly hidden: boolean
  readonly className: string
  readonly left: string
  readonly width: string
  readonly mask: string
}

function placed(from: number, to: number, shown: ShownDays): Pick<Part, 'left' | 'width'> {
  const days = Math.max(shown.to - shown.from, Number.EPSILON)
  return { left: percent((from - shown.from) / days), width: percent((to - from) / days) }
}

/** Fades over the days on which it is only possible. */
function phasePart({ kind, from, solidFrom, solidTo, to }: LifePhase, shown: ShownDays): Part {
  const [left, right] = [Math.max(from, shown.from), Math.min(to, shown.to)]
  const hidden = left >= right
  const at = (day: number): string => percent((day - left) / (right - left))
  const isSoft = !hidden && (solidFrom > left || solidTo < right)
  const mask = isSoft
    ? `linear-gradient(to right, transparent ${at(from)}, #000 ${at(solidFrom)}, #000 ${at(solidTo)}, transparent ${at(to)})`
    : ''
  return { name: PHASE, is: kind, hidden, className: `phase phase-${kind}`, mask, ...placed(left, right, shown) }
}

/** A tick at a known day; a strip over all the days that another date can mean. */
function datePart({ field, first, certain }: LifeDate, shown: ShownDays): Part {
  const [left, right] = [Math.max(first, shown.from), Math.min(certain, shown.to)]
  const className = first === certain ? 'life-date life-day' : 'life-date life-days'
  return { name: DATE, is: field, hidden: left > right, className, mask: '', ...placed(left, right, shown) }
}
