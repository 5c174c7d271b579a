import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inProject } from '../../project.mjs'
import { mustRun } from '../../run-command.mjs'

/** Times, in ms, in which Chromium makes pixels of a finished SVG; the first round, which warms it, is left out. */
export async function rasterisedMs(
  svg: Uint8Array,
  size: { readonly width: number; readonly height: number },
  rounds: number,
): Promise<number[]> {
  const folder = mkdtempSync(join(tmpdir(), 'tapeline-bench-'))
  try {
    const file = join(folder, 'figure.svg')
    writeFileSync(file, svg)
    const output = await mustRun(process.env['TAPELINE_ELECTRON'] ?? '', [
      // Root cannot have the sandbox.
      ...(process.geteuid?.() === 0 ? ['--no-sandbox'] : []),
      inProject('scripts/bench/figure/rasteriser'),
      `--user-data-dir=${join(folder, 'user')}`,
      `--bench-svg=${file}`,
      `--bench-width=${String(size.width)}`,
      `--bench-height=${String(size.height)}`,
      `--bench-rounds=${String(rounds)}`,
    ])
    const times: unknown = JSON.parse(/^RASTERISED (.*)$/m.exec(output)?.[1] ?? 'null')
    if (!Array.isArray(times)) throw new Error(output)
    return times.map(Number)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
