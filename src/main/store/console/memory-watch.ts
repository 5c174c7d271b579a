import { Worker } from 'node:worker_threads'

/** Names the limit in the environment of the process; in bytes. */
export const MOST_BYTES = 'TAPELINE_CONSOLE_MOST_BYTES'
const USUAL = 2 * 1024 ** 3
const EVERY_MS = 50

/** Plain JavaScript, because a thread needs a file of its own or a text. */
const WATCH = `
const { workerData } = require('node:worker_threads')
setInterval(() => {
  if (process.memoryUsage.rss() > workerData.mostBytes) process.kill(process.pid, 'SIGKILL')
}, workerData.everyMs)
`

/**
 * Ends this process when it takes more memory than a query may. SQLite's own limit needs a build that
 * counts what it takes, and the package's does not; and while a query runs no other ear of this thread
 * is open, so a second thread watches.
 */
export function watchMemory(): void {
  const mostBytes = Number(process.env[MOST_BYTES] ?? USUAL)
  new Worker(WATCH, { eval: true, workerData: { mostBytes, everyMs: EVERY_MS }, argv: [], execArgv: [] }).unref()
}
