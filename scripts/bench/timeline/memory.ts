import type { ElectronApplication, Page } from '@playwright/test'

const MB = 1e6

/** What the page's scripts hold in MB, after all that could be let go was let go. */
export async function heapMb(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.enable')
  for (let turn = 0; turn < 2; turn += 1) await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  await session.detach()
  return usedSize / MB
}

/** The memory of each process of an app in MB, by what it is: `Browser` is main, `Tab` the page. */
export function residentMb(app: ElectronApplication): Promise<readonly (readonly [string, number])[]> {
  return app.evaluate(({ app: running }) =>
    running.getAppMetrics().map(({ type, memory }) => [type, memory.workingSetSize / 1_000] as const),
  )
}
