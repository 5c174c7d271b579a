import { fork } from 'node:child_process'
import { join } from 'node:path'
import type { StartProcess } from './console-engine'
import { consoleJobs, type ConsoleJob } from './console-jobs'

/** The process as the app has it, but started by Node from the source. */
export const startInNode: StartProcess = ({ onMessage, onExit }) => {
  const child = fork(join(import.meta.dirname, 'console-process.ts'), [], {
    execArgv: ['--import', 'tsx'],
    serialization: 'advanced',
  })
  child.on('message', onMessage)
  child.on('exit', onExit)
  return {
    send: (message) => child.send(message as object),
    kill: () => child.kill('SIGKILL'),
  }
}

/** The jobs without a process, for tests that need none. */
export const startHere: StartProcess = ({ onMessage, onExit }) => {
  const doJob = consoleJobs()
  return {
    send(message) {
      const { number, job } = message as { number: number; job: ConsoleJob }
      queueMicrotask(() => {
        onMessage({ number, ok: true, value: doJob(job) })
      })
    },
    kill: onExit,
  }
}

/** More than any test needs. The limit holds for all of a process, so it is the same in all tests. */
export const MOST_BYTES = 2 * 1024 ** 3
