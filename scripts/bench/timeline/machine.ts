import os from 'node:os'
import type { Running } from './contenders'

/** What the figures were taken on, as lines of a list. */
export async function machineLines({ app, page }: Running, loadBefore: number): Promise<string[]> {
  const versions = await app.evaluate(() => process.versions)
  const drawing = await app.evaluate(({ app: running }) => running.getGPUFeatureStatus().gpu_compositing)
  const view = await page.evaluate<string>(
    '`${innerWidth} × ${innerHeight} px at ${devicePixelRatio}, on a screen of ${screen.width} × ${screen.height}`',
  )
  const gib = (os.totalmem() / 2 ** 30).toFixed(0)
  return [
    `Date: ${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC`,
    `Machine: ${os.cpus()[0]?.model.trim() ?? 'unknown'}, ${String(os.cpus().length)} cores, ${gib} GiB; ${os.type()} ${os.release()}, ${os.arch()}`,
    `Load of the machine, of the last minute: ${loadBefore.toFixed(1)} before, ${(os.loadavg()[0] ?? 0).toFixed(1)} after`,
    `Electron ${versions['electron']}, Chromium ${versions['chrome']}, Node ${versions.node}`,
    `Drawing: ${drawing.startsWith('enabled') ? 'by the graphics card' : 'in software, without a graphics card'}; window ${view}`,
  ]
}
