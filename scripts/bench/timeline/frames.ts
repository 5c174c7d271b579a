import type { CDPSession, Page } from '@playwright/test'

/** What happened to the picture while something was done to it. */
export interface Frames {
  /** From one animation frame to the next, in ms: what the page itself sees. */
  readonly times: readonly number[]
  /** Frames that Chromium's compositor had to give up, and those that it showed: the page cannot flatter these. */
  readonly dropped: number
  readonly shown: number
}

// As text: it runs where there is a DOM, which scripts do not know.
const START = `
  window.frameTimes = []
  window.countingFrames = true
  requestAnimationFrame(function step(time) {
    window.frameTimes.push(time)
    if (window.countingFrames) requestAnimationFrame(step)
  })`
const STOP = 'window.countingFrames = false; window.frameTimes'

/** The times between the frames of a page while something is done. */
export async function frameTimes(page: Page, act: () => Promise<void>): Promise<number[]> {
  await page.evaluate(START)
  await act()
  const stamps = await page.evaluate<number[]>(STOP)
  return stamps.slice(1).map((stamp, before) => stamp - (stamps[before] ?? stamp))
}

/** The same, with the compositor's own account of each frame. */
export async function frames(page: Page, act: () => Promise<void>): Promise<Frames> {
  const session = await page.context().newCDPSession(page)
  const end = await traceFrames(session)
  const times = await frameTimes(page, act)
  const states = await end()
  await session.detach()
  const isShown = (found: readonly string[]): boolean => found.some((state) => state.startsWith('STATE_PRESENTED'))
  const all = [...states.values()]
  return {
    times,
    shown: all.filter(isShown).length,
    dropped: all.filter((found) => !isShown(found) && found.includes('STATE_DROPPED')).length,
  }
}

interface TraceEvent {
  readonly name: string
  readonly pid: number
  readonly args?: { readonly chrome_frame_reporter?: { readonly state?: string; readonly frame_sequence?: number } }
}

/**
 * Starts to listen to the compositor; what is given back ends that, and tells what became of each frame. One frame
 * may be told of twice: the picture of the compositor, and that of the page which came too late for it.
 */
async function traceFrames(session: CDPSession): Promise<() => Promise<Map<string, string[]>>> {
  const states = new Map<string, string[]>()
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const { name, pid, args } of value as unknown as TraceEvent[]) {
      const report = name === 'PipelineReporter' ? args?.chrome_frame_reporter : undefined
      if (report?.state === undefined) continue
      const frame = `${String(pid)} ${String(report.frame_sequence)}`
      states.set(frame, [...(states.get(frame) ?? []), report.state])
    }
  })
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    // Of all categories that tell of frames, the one that tells of little else.
    traceConfig: { includedCategories: ['disabled-by-default-devtools.timeline.frame'], excludedCategories: ['*'] },
  })
  return async () => {
    const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve))
    await session.send('Tracing.end')
    await complete
    return states
  }
}

export interface Spread {
  readonly count: number
  readonly median: number
  readonly p95: number
  readonly p99: number
  readonly longest: number
}

/** Not a number where there are no values. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b)
  const part = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN
  return { count: sorted.length, median: part(0.5), p95: part(0.95), p99: part(0.99), longest: part(1) }
}
