import type { GateState } from '../../controls/gate-state'
import type { Page } from '../page'
import { mixed } from '../palette'
import type { FillPattern, Mark } from '../scene'

/** How the bar of a state is painted: told apart by pattern as well as by colour. */
interface StateLook {
  readonly colour: string
  /** How much of the colour lies under the pattern; 0: none. */
  readonly ground: number
  readonly pattern?: Omit<FillPattern, 'colour'>
  readonly dashed?: boolean
  /** A line along the middle in place of a filled bar. */
  readonly line?: boolean
}

const SOFT = 0.18

function lookOf({ palette }: Page, state: GateState): StateLook {
  const { good, bad, tones, notes, mutedInk } = palette
  switch (state) {
    case 'prohibited':
      return { colour: bad, ground: 1 }
    case 'presumption-of-denial':
      return { colour: bad, ground: SOFT, pattern: { kind: 'cross', spacingPx: 3.5 } }
    case 'case-by-case':
      return { colour: tones.allowed, ground: SOFT, pattern: { kind: 'hatch', spacingPx: 4 } }
    case 'licence-required':
      return { colour: tones.allowed, ground: SOFT, pattern: { kind: 'back-hatch', spacingPx: 2.75 } }
    case 'discouraged':
      return { colour: notes.amber, ground: SOFT, pattern: { kind: 'hatch', spacingPx: 7 } }
    case 'notified':
      return { colour: notes.teal, ground: SOFT, pattern: { kind: 'dots', spacingPx: 3 } }
    case 'undetermined':
      return { colour: mutedInk, ground: 0, pattern: { kind: 'dots', spacingPx: 4 }, dashed: true }
    case 'no-licence':
      return { colour: good, ground: 0.3 }
    case 'at-home':
      return { colour: mutedInk, ground: 0 }
    case 'withdrawn':
    case 'not-announced':
      return { colour: mutedInk, ground: 0, line: true }
  }
}

/** The bar of a state in a box. */
export function stateMarks(
  page: Page,
  state: GateState,
  box: { readonly xPx: number; readonly yPx: number; readonly widthPx: number; readonly heightPx: number },
): Mark[] {
  const { colour, ground, pattern, dashed = false, line = false } = lookOf(page, state)
  const [right, bottom] = [box.xPx + box.widthPx, box.yPx + box.heightPx]
  if (line) {
    const y = (box.yPx + bottom) / 2
    return [{ shape: 'line', x1Px: box.xPx, x2Px: right, y1Px: y, y2Px: y, colour, widthPx: 1, dashPx: [1, 3] }]
  }
  const inset = 0.4
  return [
    {
      shape: 'rect',
      ...box,
      fill: {
        colour: mixed(colour, page.palette.ground, ground),
        ...(pattern === undefined ? {} : { pattern: { ...pattern, colour } }),
      },
    },
    {
      shape: 'path',
      colour,
      widthPx: 0.8,
      ...(dashed ? { dashPx: [2, 1.5] } : {}),
      segments: [
        { to: 'move', x: box.xPx + inset, y: box.yPx + inset },
        { to: 'line', x: Math.max(right - inset, box.xPx + inset), y: box.yPx + inset },
        { to: 'line', x: Math.max(right - inset, box.xPx + inset), y: bottom - inset },
        { to: 'line', x: box.xPx + inset, y: bottom - inset },
        { to: 'close' },
      ],
    },
  ]
}
