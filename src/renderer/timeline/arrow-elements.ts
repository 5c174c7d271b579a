import { RECORD_LINK_KINDS } from '../../domain/layout/record-links'

const SVG = 'http://www.w3.org/2000/svg'

export function svg<K extends keyof SVGElementTagNameMap>(
  name: K,
  attributes: Record<string, string>,
): SVGElementTagNameMap[K] {
  const made = document.createElementNS(SVG, name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  return made
}

/** The layer that arrows are drawn into, with a head for each kind of link. */
export function arrowLayerElement(): SVGSVGElement {
  const layer = svg('svg', { class: 'arrows', 'aria-hidden': 'true' })
  const defs = svg('defs', {})
  for (const kind of RECORD_LINK_KINDS) {
    const marker = svg('marker', {
      id: `arrow-${kind}`,
      class: `arrow-head link-${kind}`,
      viewBox: '0 0 8 8',
      refX: '7',
      refY: '4',
      markerWidth: '8',
      markerHeight: '8',
      markerUnits: 'userSpaceOnUse',
      orient: 'auto',
    })
    marker.append(svg('path', { d: 'M0 0.5 8 4 0 7.5Z' }))
    defs.append(marker)
  }
  layer.append(defs)
  return layer
}
