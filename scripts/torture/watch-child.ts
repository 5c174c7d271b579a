import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { inProject, projectRoot } from '../project.mjs'

export interface WatchedChild {
  readonly process: ChildProcess
  /** The highest step it acknowledged so far. */
  acknowledged(): number
  /** The ids of the versions it acknowledged. */
  versions(): readonly string[]
  /** Resolves when that step is acknowledged; rejects when the child ends before. */
  reached(step: number): Promise<void>
  readonly ended: Promise<string>
}

export function startChild(file: string, seed: number, work: string): WatchedChild {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', inProject('scripts/torture/child.ts'), file, String(seed), work],
    { cwd: projectRoot, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  let output = ''
  let complaint = ''
  let waiting: (() => void)[] = []
  child.stdout.on('data', (data) => {
    output += String(data)
    for (const look of waiting) look()
  })
  child.stderr.on('data', (data) => (complaint += String(data)))
  // Only whole lines count: a line may be cut where the child was killed.
  const lines = () => output.split('\n').slice(0, -1)
  const acknowledged = () =>
    Math.max(
      -1,
      ...lines()
        .filter((line) => /^\d+$/.test(line))
        .map(Number),
    )
  const ended = new Promise<string>((resolve) => child.once('close', () => resolve(complaint)))
  return {
    process: child,
    acknowledged,
    versions: () =>
      lines()
        .filter((line) => line.startsWith('version '))
        .map((line) => line.slice('version '.length)),
    ended,
    reached: (step) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (acknowledged() < step) return
          waiting = waiting.filter((one) => one !== look)
          resolve()
        }
        waiting.push(look)
        void ended.then((text) => reject(new Error(`the child ended by itself: ${text.slice(-600)}`)))
        look()
      }),
  }
}

/** Stops it between two system calls and waits until the kernel says so. */
export async function freeze({ process: child }: WatchedChild): Promise<void> {
  child.kill('SIGSTOP')
  for (let n = 0; n < 2000; n += 1) {
    const threads = readFileSync(`/proc/${String(child.pid)}/stat`, 'utf8').replace(/^.*\) /s, '')
    if (threads.startsWith('T')) return
    await sleep(1)
  }
  throw new Error('the child does not stop')
}

export const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
