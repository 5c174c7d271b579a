import { nameOf, start, type BenchFiles, type Contender } from './contenders'
import { filterTimes, regroupTimes, searchTimes } from './answers'
import { frames, type Frames } from './frames'
import { panAtScales, zoomThereAndBack } from './gestures'
import { heapMb } from './memory'

/** All that was measured of one contender, of all rounds together. */
export class Measured {
  readonly zoom: Frames[] = []
  readonly pan: Frames[] = []
  readonly search: number[] = []
  readonly filter: number[] = []
  readonly regroup: number[] = []
  readonly heapMb: number[] = []
  readonly openMs: number[] = []
  /** Seconds after which it was no longer waited for. */
  gaveUpS: number | null = null

  constructor(readonly contender: Contender) {}

  get name(): string {
    return nameOf(this.contender)
  }
}

/** Starts a contender, does to it all that one round does, and ends it. */
export async function measureOnce(files: BenchFiles, of: Measured, round: number, rounds: number): Promise<void> {
  const running = await start(files, of.contender)
  const { page } = running
  try {
    of.zoom.push(await frames(page, () => zoomThereAndBack(page)))
    await panAtScales(page, async (act) => {
      of.pan.push(await frames(page, act))
    })
    if (of.contender.kind !== 'tapeline') return
    await page.keyboard.press('0')
    of.search.push(...(await searchTimes(page, round, rounds)))
    of.filter.push(...(await filterTimes(page)))
    of.regroup.push(...(await regroupTimes(page)))
    of.heapMb.push(await heapMb(page))
  } finally {
    await running.close()
  }
}

/** Several stretches of frames as one. */
export function together(stretches: readonly Frames[]): Frames {
  return {
    times: stretches.flatMap(({ times }) => times),
    dropped: stretches.reduce((sum, { dropped }) => sum + dropped, 0),
    shown: stretches.reduce((sum, { shown }) => sum + shown, 0),
  }
}
