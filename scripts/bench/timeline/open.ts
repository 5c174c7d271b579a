import { GaveUp, timeUntilLine } from '../process/until-line'
import type { BenchFiles } from './contenders'
import type { Measured } from './measured'

const LINGER_MS = 2_000

/**
 * Times from starting the process to the first timeline that one can use. The first start of a contender is told
 * apart: it makes what Chromium keeps for the later ones.
 */
export async function openOnce(files: BenchFiles, of: Measured, giveUpMs: number, counts: boolean): Promise<void> {
  if (of.gaveUpS !== null) return
  const line = of.contender.kind === 'stock' ? /^STOCK_USABLE/m : /^TAPELINE_USABLE /m
  try {
    const ms = await timeUntilLine({
      name: of.name,
      args: files.args(of.contender),
      line,
      giveUpMs,
      lingerMs: LINGER_MS,
    })
    if (counts) of.openMs.push(ms)
  } catch (error) {
    if (!(error instanceof GaveUp)) throw error
    of.gaveUpS = giveUpMs / 1_000
  }
}
