import type { FontSpec } from '../layout/timeline-item'
import type { Page } from './page'
import type { TextRole, TextShape } from './scene'
import { placeRuns } from './text-runs'

export interface TextPlace {
  readonly role: TextRole
  readonly text: string
  readonly font: FontSpec
  readonly colour: string
  readonly xPx: number
  readonly baselinePx: number
  readonly halo?: string | undefined
  /** Where `xPx` lies on the text; `start` unless said. */
  readonly anchor?: 'start' | 'middle' | 'end'
}

const ANCHOR_SHARE = { start: 0, middle: 0.5, end: 1 } as const

/** A line of text at its place, measured and cut into runs. */
export function textShape(page: Page, place: TextPlace): TextShape {
  const { role, text, font, colour, baselinePx, halo } = place
  const widthPx = page.measurer.widthPx(text, font)
  const xPx = place.xPx - widthPx * ANCHOR_SHARE[place.anchor ?? 'start']
  const runs = placeRuns(text, xPx, font, page.measurer)
  return {
    shape: 'text',
    role,
    xPx,
    baselinePx,
    widthPx,
    font,
    colour,
    runs,
    ...(halo === undefined ? {} : { halo }),
  }
}

/** The baseline of text centred on a line, for fonts whose capitals are about 0.72 em high. */
export function baselineAt(centreYPx: number, font: FontSpec): number {
  return centreYPx + font.sizePx * 0.36
}
