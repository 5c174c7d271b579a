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
 * element alone; what stands in it is made anew where it shows other days, or where a phase gets or loses its room.
 */
export class LifeView {
  readonly root = document.createElement('div')
  private life: RuleLife = { phases: [], dates: [] }
  private shown: ShownDays = { from: 0, to: 0 }
  private drawn: readonly LifePhase[] | null = null
  private step = NaN
  private widthPx = NaN

  /** `shown`: the part of it that lies on the stage. */
  dress(life: RuleLife, { openEnd, latest }: Extent, shown: ShownDays): void {
    this.root.className = openEnd && shown.to === latest ? 'life life-open' : 'life'
    this.life = life
    this.shown = shown
    this.drawn = null
  }

  place(widthPx: number, pxPerDay: number): void {
    if (widthPx !== this.widthPx) this.root.style.width = `${String(widthPx)}px`
    this.widthPx = widthPx
    const step = Math.round(Math.log2(pxPerDay) * STEPS)
    if (this.drawn !== null && step === this.step) return
    this.step = step
    const drawn = drawnPhases(this.life, 2 ** (step / STEPS))
    if (this.drawn !== null && sameKinds(this.drawn, drawn)) return
    this.drawn = drawn
    const phases = drawn.flatMap((phase) => phaseElement(phase, this.shown))
    const dates = this.life.dates.flatMap((date) => dateElement(date, this.shown))
    this.root.replaceChildren(...phases, ...dates)
  }
}

const sameKinds = (a: readonly LifePhase[], b: readonly LifePhase[]): boolean =>
  a.length === b.length && a.every(({ kind }, at) => kind === b[at]?.kind)

function element(className: string, from: number, to: number, shown: ShownDays): HTMLElement {
  const made = document.createElement('div')
  const days = Math.max(shown.to - shown.from, Number.EPSILON)
  made.className = className
  made.style.left = percent((from - shown.from) / days)
  made.style.width = percent((to - from) / days)
  return made
}

/** Fades over the days on which it is only possible. */
function phaseElement({ kind, from, solidFrom, solidTo, to }: LifePhase, shown: ShownDays): HTMLElement[] {
  const [left, right] = [Math.max(from, shown.from), Math.min(to, shown.to)]
  if (left >= right) return []
  const made = element(`phase phase-${kind}`, left, right, shown)
  made.dataset['phase'] = kind
  if (solidFrom > left || solidTo < right) {
    const at = (day: number): string => percent((day - left) / (right - left))
    made.style.maskImage = `linear-gradient(to right, transparent ${at(from)}, #000 ${at(solidFrom)}, #000 ${at(solidTo)}, transparent ${at(to)})`
  }
  return [made]
}

/** A tick at a known day; a strip over all the days that another date can mean. */
function dateElement({ field, first, certain }: LifeDate, shown: ShownDays): HTMLElement[] {
  const [left, right] = [Math.max(first, shown.from), Math.min(certain, shown.to)]
  if (left > right) return []
  const made = element(first === certain ? 'life-date life-day' : 'life-date life-days', left, right, shown)
  made.dataset['date'] = field
  return [made]
}
