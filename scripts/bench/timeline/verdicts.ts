import { grouped } from './contenders'
import { spreadOf } from './frames'
import { together, type Measured } from './measured'

/** What is asked, by issue and design. Times in ms, memory in MB. */
const ASKED = {
  ofEmptyP95: 1.15,
  longestFrame: 50,
  open: 2_000,
  ofStockOpen: 1 / 30,
  search: 50,
  filter: 100,
  heap: 250,
} as const

export interface Verdict {
  readonly what: string
  readonly count: string
  readonly asked: string
  readonly measured: string
  readonly held: boolean
}

const ms = (value: number): string => `${value.toFixed(value < 100 ? 1 : 0)} ms`

/** Each number that is asked for, beside what was measured. `stock` is stock vis-timeline as it was opened with 5,000. */
export function verdicts(still: Measured, stock: Measured, tapelines: readonly Measured[]): Verdict[] {
  return tapelines.flatMap((of): Verdict[] => {
    if (of.contender.kind !== 'tapeline') return []
    const { count } = of.contender
    const verdict = (what: string, asked: string, measured: string, held: boolean): Verdict => {
      return { what, count: grouped(count), asked, measured, held }
    }
    const atMost = (what: string, value: number, limit: number): Verdict =>
      verdict(what, `≤ ${ms(limit)}`, ms(value), value <= limit)

    const gestures = (['zoom', 'pan'] as const).flatMap((gesture) => {
      const [own, empty] = [of, still].map((one) => spreadOf(together(one[gesture]).times))
      if (own === undefined || empty === undefined) return []
      const limit = empty.p95 * ASKED.ofEmptyP95
      return [
        verdict(`${gesture}, frame time p95`, `≤ 1.15 × ${ms(empty.p95)}`, ms(own.p95), own.p95 <= limit),
        atMost(`${gesture}, longest frame`, own.longest, ASKED.longestFrame),
      ]
    })
    const open = spreadOf(of.openMs).median
    // A stock timeline that was given up on would have taken longer still.
    const stockOpen = stock.gaveUpS === null ? spreadOf(stock.openMs).median : stock.gaveUpS * 1_000
    const heap = spreadOf(of.heapMb).longest
    return [
      ...gestures,
      atMost('open to first usable timeline, median', open, ASKED.open),
      ...(count === 100_000
        ? [
            verdict(
              'the same, beside stock vis-timeline at 5,000',
              `≤ 1/30 of ${stock.gaveUpS === null ? '' : 'over '}${(stockOpen / 1_000).toFixed(1)} s`,
              `1/${(stockOpen / open).toFixed(0)}`,
              open <= stockOpen * ASKED.ofStockOpen,
            ),
          ]
        : []),
      atMost('search keystroke to drawn, p95', spreadOf(of.search).p95, ASKED.search),
      atMost('filter to drawn, p95', spreadOf(of.filter).p95, ASKED.filter),
      atMost('regroup to drawn, p95', spreadOf(of.regroup).p95, ASKED.filter),
      verdict('renderer heap after use', `≤ ${String(ASKED.heap)} MB`, `${heap.toFixed(0)} MB`, heap <= ASKED.heap),
    ]
  })
}
