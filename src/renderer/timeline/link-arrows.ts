import { arrowRoute, routePath, type Box } from '../../domain/layout/arrow-route'
import type { RecordLinkKind } from '../../domain/layout/record-links'
import { arrowLayerElement, svg } from './arrow-elements'

/** One link as it is drawn: both ends, or the one that shows and a word for the other. */
export interface Arrow {
  readonly key: string
  readonly kind: RecordLinkKind
  readonly from: string
  readonly to: string
  /** The days between, in words; of a stub, what stands at the end that does not show. */
  readonly label: string
  readonly start: Box | null
  readonly end: Box | null
  readonly selected: boolean
  /** Which stub of its end it is, so that several stand under each other. */
  readonly nth: number
}

interface Drawn {
  readonly path: SVGPathElement
  readonly label: SVGTextElement
}

const STUB_PX = 40
const STUB_STEP_PX = 16

/** Arrows between records, over the lanes. An arrow that stays keeps its elements and gets a new way. */
export class LinkArrows {
  private readonly drawn = new Map<string, Drawn>()
  private readonly layer: SVGSVGElement

  constructor(host: HTMLElement) {
    this.layer = arrowLayerElement()
    host.append(this.layer)
  }

  /** Moves the picture of the arrows as it was drawn. */
  shift(dxPx: number): void {
    this.layer.style.transform = `translateX(${String(dxPx)}px)`
  }

  /** Draws those of the arrows that meet an area from `left` to `right`, in px. */
  draw(
    arrows: Iterable<Arrow>,
    {
      left: areaLeft,
      right: areaRight,
      withWords,
      crowded,
    }: { left: number; right: number; withWords: boolean; crowded: boolean },
  ): void {
    this.shift(0)
    this.layer.classList.toggle('arrows-wordless', !withWords)
    this.layer.classList.toggle('arrows-crowded', crowded)
    const gone = new Set(this.drawn.keys())
    for (const arrow of arrows) {
      const { start, end } = arrow
      const [left, right] = [
        Math.min(start?.left ?? Infinity, end?.left ?? Infinity),
        Math.max(start?.right ?? -Infinity, end?.right ?? -Infinity),
      ]
      if (right < areaLeft || left > areaRight) continue
      gone.delete(arrow.key)
      const elements = this.drawn.get(arrow.key) ?? this.make(arrow)
      elements.path.classList.toggle('arrow-selected', arrow.selected)
      elements.label.classList.toggle('arrow-own', arrow.selected)
      if (elements.label.textContent !== arrow.label) elements.label.textContent = arrow.label
      if (start !== null && end !== null) drawWhole(elements, start, end, withWords && (!crowded || arrow.selected))
      else drawStub(elements, arrow)
    }
    for (const key of gone) this.remove(key)
  }

  private make({ key, kind, from, to }: Arrow): Drawn {
    const path = svg('path', { class: `arrow link-${kind}`, 'marker-end': `url(#arrow-${kind})` })
    Object.assign(path.dataset, { from, to, kind })
    const label = svg('text', { class: `arrow-days link-${kind}` })
    this.layer.append(path, label)
    const made = { path, label }
    this.drawn.set(key, made)
    return made
  }

  private remove(key: string): void {
    this.drawn.get(key)?.path.remove()
    this.drawn.get(key)?.label.remove()
    this.drawn.delete(key)
  }
}

function drawWhole({ path, label }: Drawn, start: Box, end: Box, withWords: boolean): void {
  const route = arrowRoute(start, end)
  path.setAttribute('d', routePath(route))
  path.classList.remove('arrow-stub')
  if (!withWords) return
  label.classList.remove('arrow-word')
  label.style.textAnchor = ''
  label.setAttribute('x', String(Math.round(route.middle.x)))
  label.setAttribute('y', String(Math.round(route.middle.y)))
}

/** Out to the right of where a link begins, in from the left where it ends; the word stands at the loose end. */
function drawStub({ path, label }: Drawn, { start, end, nth }: Arrow): void {
  const box = start ?? end
  if (box === null) return
  const leaves = start !== null
  const near = { x: leaves ? box.right : box.left, y: (box.top + box.bottom) / 2 }
  const far = { x: near.x + (leaves ? STUB_PX : -STUB_PX), y: box.bottom + 8 + nth * STUB_STEP_PX }
  const bend = `${String(far.x)} ${String(near.y)}`
  const [from, to] = leaves ? [near, far] : [far, near]
  path.setAttribute('d', `M${String(from.x)} ${String(from.y)} Q${bend} ${String(to.x)} ${String(to.y)}`)
  path.classList.add('arrow-stub')
  label.classList.add('arrow-word')
  label.style.textAnchor = leaves ? 'start' : 'end'
  label.setAttribute('x', String(Math.round(far.x + (leaves ? 6 : -6))))
  label.setAttribute('y', String(Math.round(far.y)))
}
