import type { PlacedLane } from '../../domain/layout/timeline-item'
import type { Locale } from '../../domain/model/names'
import { HEADING_PX, LANE_PADDING_PX, ROW_PX } from './measures'

/** The height of a lane in px: its rows, or the heading of a parent whose children follow below. */
export function laneHeight({ rows, items, marks, windowed, lane, collapsed }: PlacedLane): number {
  if (lane.children.length > 0 && !collapsed) return HEADING_PX
  if (items.length === 0 && marks.length === 0 && windowed === null) return HEADING_PX
  return Math.max(rows * ROW_PX + 2 * LANE_PADDING_PX, HEADING_PX)
}

export const isHeading = ({ lane, collapsed }: PlacedLane): boolean => lane.children.length > 0 && !collapsed

const counts = new WeakMap<PlacedLane['lane'], number>()

/** Items of a lane or of all lanes below it, each counted once. */
export function itemCount(lane: PlacedLane['lane']): number {
  if (lane.children.length === 0) return lane.items.length
  const known = counts.get(lane)
  if (known !== undefined) return known
  const records = new Set<string>()
  const visit = (inner: PlacedLane['lane']): void => {
    for (const { record } of inner.items) records.add(record)
    inner.children.forEach(visit)
  }
  visit(lane)
  counts.set(lane, records.size)
  return records.size
}

/** The name of a lane in the left column; a parent is a button that folds and unfolds it. */
export function laneView(placed: PlacedLane, locale: Locale): HTMLElement {
  const { lane, depth, collapsed } = placed
  const foldable = lane.children.length > 0
  const view = document.createElement(foldable ? 'button' : 'div')
  view.className = `lane lane-depth-${String(Math.min(depth, 3))}${foldable ? ' lane-parent' : ''}`
  view.style.height = `${String(laneHeight(placed))}px`
  view.dataset['lane'] = lane.id
  if (view instanceof HTMLButtonElement) {
    view.type = 'button'
    view.tabIndex = -1
    view.setAttribute('aria-expanded', String(!collapsed))
    const chevron = document.createElement('span')
    chevron.className = 'lane-chevron'
    chevron.setAttribute('aria-hidden', 'true')
    view.append(chevron)
  }
  const name = document.createElement('span')
  name.className = 'lane-name'
  name.textContent = lane.names[locale]
  const count = document.createElement('span')
  count.className = 'lane-count'
  count.textContent = String(itemCount(lane))
  view.append(name, count)
  return view
}
