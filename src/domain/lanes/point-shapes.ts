import type { PointShape } from './vendor-signs'

const corners = (count: number, radius: number, turn: number): [number, number][] =>
  Array.from({ length: count }, (_, at) => {
    const angle = turn + (at * 2 * Math.PI) / count
    return [radius * Math.cos(angle), radius * Math.sin(angle)]
  })

const UP = -Math.PI / 2

/** The corners of a shape about the origin, in radii. All look equally large. */
export function pointOutline(shape: PointShape): readonly (readonly [number, number])[] {
  switch (shape) {
    case 'circle':
      return corners(24, 1, 0)
    case 'square':
      return corners(4, 1.2, Math.PI / 4)
    case 'diamond':
      return corners(4, 1.25, 0)
    case 'triangle':
      return corners(3, 1.3, UP)
    case 'down':
      return corners(3, 1.3, -UP)
    case 'hexagon':
      return corners(6, 1.1, 0)
    case 'star':
      return corners(5, 1.4, UP).flatMap((tip, at) => [tip, corners(5, 0.6, UP + Math.PI / 5)[at] ?? tip])
    case 'cross':
      return plus(1.15, 0.42)
  }
}

function plus(long: number, half: number): [number, number][] {
  const arm: [number, number][] = [
    [-half, -long],
    [half, -long],
    [half, -half],
  ]
  return [0, 1, 2, 3].flatMap((turns) =>
    arm.map(([x, y]): [number, number] => {
      const [cos, sin] = [Math.round(Math.cos((turns * Math.PI) / 2)), Math.round(Math.sin((turns * Math.PI) / 2))]
      return [x * cos - y * sin, x * sin + y * cos]
    }),
  )
}

/** A shape about a place, as the path data that both a canvas and SVG read. All look equally large. */
export function shapePath(shape: PointShape, x: number, y: number, radiusPx: number): string {
  const points = pointOutline(shape).map(
    ([dx, dy]) => `${(x + dx * radiusPx).toFixed(2)} ${(y + dy * radiusPx).toFixed(2)}`,
  )
  return `M${points.join('L')}Z`
}
