import { spawn } from 'node:child_process'

export interface Started {
  readonly name: string
  readonly args: readonly string[]
  /** The line on standard output that is waited for. */
  readonly line: RegExp
  readonly giveUpMs: number
  /** How long it lives on, once the line was read. */
  readonly lingerMs: number
}

/** What has no line in time. */
export class GaveUp extends Error {}

/**
 * From starting a process of the Electron runtime to reading its line, in ms, so that nobody measures himself. It is
 * ended afterwards. Throws `GaveUp` if the line does not come in time.
 */
export async function timeUntilLine({ name, args, line, giveUpMs, lingerMs }: Started): Promise<number> {
  const startedMs = performance.now()
  const child = spawn(process.env['TAPELINE_ELECTRON'] ?? '', args, {
    env: { ...process.env, TAPELINE_BENCH: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  let output = ''
  const seenMs = await new Promise<number>((resolve, reject) => {
    const giveUp = setTimeout(() => reject(new GaveUp(`${name}: no line in time\n${output}`)), giveUpMs)
    child.stderr.on('data', (data) => (output += String(data)))
    child.stdout.on('data', (data) => {
      output += String(data)
      if (!line.test(output)) return
      clearTimeout(giveUp)
      resolve(performance.now())
    })
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`${name}: ended early with ${String(code)}\n${output}`)))
  }).catch((error: unknown) => {
    child.kill()
    throw error
  })
  await new Promise((resolve) => setTimeout(resolve, lingerMs))
  child.kill()
  await ended
  return seenMs - startedMs
}
