import type { ItemKind } from '../model/view'
import { GLYPH_BOX, GLYPH_OF_KIND } from './kind-marks'
import type { GlyphShape, PathSegment } from './scene'

/** How far the handles of a quarter of a circle stand out, for a radius of 1. */
const KAPPA = 0.5522847498307936

const known = new Map<ItemKind, readonly PathSegment[]>()

/**
 * The mark of a kind as lines and curves where it stands on the page, in px: so that a painter needs
 * no transformation of its own. A stroke of 1.5 units of the mark's box is `strokePx` wide there.
 */
export function placedGlyph({ kind, centreXPx, centreYPx, sizePx }: GlyphShape): {
  readonly isFilled: boolean
  readonly segments: readonly PathSegment[]
  readonly strokePx: number
} {
  const scale = sizePx / GLYPH_BOX
  const [left, top] = [centreXPx - sizePx / 2, centreYPx - sizePx / 2]
  const segments = glyphSegments(kind).map((segment) => moved(segment, left, top, scale))
  return { isFilled: GLYPH_OF_KIND[kind].filled, segments, strokePx: 1.5 * scale }
}

function moved(segment: PathSegment, left: number, top: number, scale: number): PathSegment {
  if (segment.to === 'close') return segment
  const end = { x: left + segment.x * scale, y: top + segment.y * scale }
  if (segment.to !== 'curve') return { to: segment.to, ...end }
  return {
    to: 'curve',
    x1: left + segment.x1 * scale,
    y1: top + segment.y1 * scale,
    x2: left + segment.x2 * scale,
    y2: top + segment.y2 * scale,
    ...end,
  }
}

function glyphSegments(kind: ItemKind): readonly PathSegment[] {
  const before = known.get(kind)
  if (before !== undefined) return before
  const segments = segmentsOf(GLYPH_OF_KIND[kind].path)
  known.set(kind, segments)
  return segments
}

/**
 * Lines and curves of the path data that the marks are written in: `M`, `L`, `h`, `v`, `H`, `V`, `z`
 * and `A` for the half of a circle. Throws on any other.
 */
export function segmentsOf(path: string): PathSegment[] {
  const words = path.match(/[a-zA-Z]|-?(?:\d+\.?\d*|\.\d+)/g) ?? []
  const segments: PathSegment[] = []
  let at = 0
  let command = ''
  let [x, y] = [0, 0]
  const next = (): number => Number(words[at++])
  const goTo = (to: 'move' | 'line', toX: number, toY: number): void => {
    ;[x, y] = [toX, toY]
    segments.push({ to, x, y })
  }
  while (at < words.length) {
    const word = words[at] ?? ''
    if (/[a-zA-Z]/.test(word)) {
      command = word
      at += 1
    }
    if (command === 'z') segments.push({ to: 'close' })
    else if (command === 'M' || command === 'L') {
      goTo(command === 'M' ? 'move' : 'line', next(), next())
      command = 'L'
    } else if (command === 'H') goTo('line', next(), y)
    else if (command === 'h') goTo('line', x + next(), y)
    else if (command === 'V') goTo('line', x, next())
    else if (command === 'v') goTo('line', x, y + next())
    else if (command === 'A') {
      at += 5
      const [toX, toY] = [next(), next()]
      segments.push(...halfCircle(x, y, toX, toY))
      ;[x, y] = [toX, toY]
    } else throw new Error(`no mark is drawn with "${word}"`)
  }
  return segments
}

/** Clockwise on the page, from one end of a diameter to the other. */
function halfCircle(fromX: number, fromY: number, toX: number, toY: number): PathSegment[] {
  const [centreX, centreY] = [(fromX + toX) / 2, (fromY + toY) / 2]
  const [alongX, alongY] = [fromX - centreX, fromY - centreY]
  const [acrossX, acrossY] = [-alongY, alongX]
  const at = (along: number, across: number): { x: number; y: number } => ({
    x: centreX + along * alongX + across * acrossX,
    y: centreY + along * alongY + across * acrossY,
  })
  const curve = (one: { x: number; y: number }, two: { x: number; y: number }, end: { x: number; y: number }) =>
    ({ to: 'curve', x1: one.x, y1: one.y, x2: two.x, y2: two.y, ...end }) as const
  return [curve(at(1, KAPPA), at(KAPPA, 1), at(0, 1)), curve(at(-KAPPA, 1), at(-1, KAPPA), { x: toX, y: toY })]
}
