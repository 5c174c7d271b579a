import type { ScaleKind } from '../model/lane-kind'

/** Values to heights: 0 at the bottom, 1 at the top of a lane. */
export interface ValueScale {
  readonly kind: ScaleKind
  readonly from: number
  readonly to: number
  at(value: number): number
}

/** A logarithmic axis begins and ends so far beyond the values, as a factor; a linear one by this part of its length. */
const LOG_ROOM = 1.25
const LINEAR_ROOM = 0.08

/**
 * A scale on which all the values have their place. Linear ones begin at zero, so that heights can be compared. A
 * logarithmic one knows no zero and nothing below it: such values stand at the bottom.
 */
export function valueScale(kind: ScaleKind, values: readonly number[]): ValueScale {
  const usable = values.filter((value) => Number.isFinite(value) && (kind === 'linear' || value > 0))
  const least = usable.reduce((a, b) => Math.min(a, b), usable[0] ?? 1)
  const most = usable.reduce((a, b) => Math.max(a, b), usable[0] ?? 1)
  if (kind === 'linear') {
    const from = Math.min(0, least)
    const to = most + (most - from || 1) * LINEAR_ROOM
    return { kind, from, to, at: (value) => (value - from) / (to - from) }
  }
  const [from, to] = [least / LOG_ROOM, most * LOG_ROOM]
  const [low, high] = [Math.log(from), Math.log(to)]
  return { kind, from, to, at: (value) => (value > 0 ? Math.max((Math.log(value) - low) / (high - low), 0) : 0) }
}

/** The steps between ticks of a logarithmic axis within a factor of ten, finest first. */
const LOG_STEPS = [[1, 2, 5], [1, 3], [1]] as const
const ROUND_STEPS = [1, 2, 5] as const

/** Round values on a scale, ascending, at most `most` of them (at least 2): 1, 2 or 5 times a power of ten apart. */
export function valueTicks(scale: ValueScale, most: number): number[] {
  const wanted = Math.max(most, 2)
  return scale.kind === 'log' ? logTicks(scale, wanted) : linearTicks(scale, wanted)
}

function linearTicks({ from, to }: ValueScale, most: number): number[] {
  const rough = (to - from) / most
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = ROUND_STEPS.map((factor) => factor * power).find((each) => each >= rough) ?? 10 * power
  const ticks: number[] = []
  for (let at = Math.ceil(from / step); at * step <= to; at += 1) ticks.push(exact(at * step))
  return ticks
}

function logTicks(scale: ValueScale, most: number): number[] {
  const { from, to } = scale
  const [first, last] = [Math.floor(Math.log10(from)), Math.ceil(Math.log10(to))]
  const within = (factors: readonly number[], every: number): number[] => {
    const ticks: number[] = []
    for (let power = Math.ceil(first / every) * every; power <= last; power += every)
      for (const factor of factors) ticks.push(exact(factor * 10 ** power))
    return ticks.filter((value) => value >= from && value <= to)
  }
  for (const factors of LOG_STEPS) {
    const ticks = within(factors, 1)
    if (ticks.length <= most) return ticks.length < 2 ? linearTicks(scale, most).filter((tick) => tick > 0) : ticks
  }
  for (let every = 2; ; every += 1) {
    const ticks = within([1], every)
    if (ticks.length <= most) return ticks
  }
}

const exact = (value: number): number => Number(value.toPrecision(12))
