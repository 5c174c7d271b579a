import type { Extent } from '../../layout/timeline-item'
import type { Page } from '../page'
import type { FadeStop, Fill } from '../scene'

/** How far before its end a bar without a stated end begins to fade. */
const OPEN_END_PX = 64

/**
 * How certain it is that the item holds, from the left to the right edge of its visible bar: 0 at
 * the first and last possible day, 1 where it certainly holds, and `least` at the least. A known day is 1 throughout.
 */
export function certainty(
  page: Page,
  { earliest, solidFrom, solidTo, latest, openEnd, openStart }: Omit<Extent, 'approximate' | 'leadFrom'>,
  least: number,
  barLeftPx: number,
  barRightPx: number,
): FadeStop[] {
  const width = barRightPx - barLeftPx
  if (width <= 0) return [{ at: 0, opacity: 1 }]
  const fade = Math.min(OPEN_END_PX, width / 2)
  const softStart = solidFrom > earliest
  const softEnd = latest > solidTo
  const certainFrom = page.xOf(solidFrom)
  const certainTo = page.xOf(solidTo)

  const opacityAt = (x: number): number => {
    const rise = softStart ? (x - page.xOf(earliest)) / Math.max(certainFrom - page.xOf(earliest), 1e-9) : 1
    const fall = softEnd ? (page.xOf(latest) - x) / Math.max(page.xOf(latest) - certainTo, 1e-9) : 1
    const openFall = openEnd ? (barRightPx - x) / fade : 1
    const openRise = openStart ? (x - barLeftPx) / fade : 1
    return Math.max(least, Math.min(1, Math.max(0, Math.min(rise, fall, openFall, openRise))))
  }
  const places = [
    barLeftPx,
    ...(openStart ? [barLeftPx + fade] : []),
    ...(softStart ? [certainFrom] : []),
    ...(softEnd ? [certainTo] : []),
    ...(openEnd ? [barRightPx - fade] : []),
    barRightPx,
  ]
  return places
    .filter((x) => x >= barLeftPx && x <= barRightPx)
    .sort((a, b) => a - b)
    .map((x) => ({ at: (x - barLeftPx) / width, opacity: opacityAt(x) }))
}

/** A tone as strong as the item is certain. */
export function fillOf(colour: string, strength: number, stops: readonly FadeStop[]): Fill {
  if (stops.every(({ opacity }) => opacity === 1)) return { colour, opacity: strength }
  return { colour, fade: stops.map(({ at, opacity }) => ({ at, opacity: opacity * strength })) }
}
