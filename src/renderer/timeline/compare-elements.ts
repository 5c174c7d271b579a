import { TONE_OF_KIND } from '../../domain/figure/kind-marks'
import { COMPARE_SIGNS, type CompareKind } from '../../domain/layout/compare-on-timeline'
import type { TimelineItem } from '../../domain/layout/timeline-item'
import type { RecordId } from '../../domain/model/ids'
import { glyphOf } from './item-view'

const SVG = 'http://www.w3.org/2000/svg'

/** One element that is there while it has a place, and is written only when that is another. */
export class ComparePart {
  private element: Element | null = null
  private place: string | null = null

  /** `attribute`: what its place is written as. */
  constructor(
    private readonly ground: Element,
    private readonly attribute: 'style' | 'd',
    private readonly make: () => HTMLElement | SVGElement,
  ) {}

  put(place: string | null): void {
    if (place === this.place) return
    if (place === null) this.element?.remove()
    else {
      const element = (this.element ??= this.make())
      // By the style itself and not as an attribute, which the content security policy forbids.
      if (this.attribute === 'style' && element instanceof HTMLElement) element.style.cssText = place
      else element.setAttribute(this.attribute, place)
      if (this.place === null) this.ground.append(element)
    }
    this.place = place
  }
}

export function makeSign(kind: CompareKind): HTMLElement {
  const sign = document.createElement('span')
  sign.className = 'compare-sign'
  sign.dataset['compare'] = kind
  sign.textContent = COMPARE_SIGNS[kind]
  return sign
}

export function makeGhost(was: TimelineItem): HTMLElement {
  const ghost = document.createElement('div')
  ghost.className = `compare-ghost tone-${TONE_OF_KIND[was.kind]}`
  ghost.dataset['ghostOf'] = was.record
  ghost.append(glyphOf(was.kind))
  return ghost
}

export function makeArrow(record: RecordId): SVGElement {
  const path = document.createElementNS(SVG, 'path')
  path.setAttribute('class', 'compare-arrow')
  path.setAttribute('marker-end', 'url(#compare-head)')
  path.dataset['arrowOf'] = record
  return path
}

/** What all arrows are drawn in, with the head that they share. */
export function makeArrows(): SVGElement {
  const arrows = document.createElementNS(SVG, 'svg')
  arrows.setAttribute('class', 'compare-arrows')
  const defs = document.createElementNS(SVG, 'defs')
  const marker = document.createElementNS(SVG, 'marker')
  for (const [name, value] of Object.entries({
    id: 'compare-head',
    class: 'compare-head',
    viewBox: '0 0 8 8',
    refX: '7',
    refY: '4',
    markerWidth: '8',
    markerHeight: '8',
    markerUnits: 'userSpaceOnUse',
    orient: 'auto',
  }))
    marker.setAttribute(name, value)
  const path = document.createElementNS(SVG, 'path')
  path.setAttribute('d', 'M0 0.5 8 4 0 7.5Z')
  marker.append(path)
  defs.append(marker)
  arrows.append(defs)
  return arrows
}
