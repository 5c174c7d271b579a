import { fork } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readDataSet } from '../../../domain/formats/read-data-set'
import type { TapelineRecord } from '../../../domain/model/record'
import type { StartProcess } from './console-engine'
import { MOST_BYTES } from './memory-watch'
import { consoleJobs, type ConsoleJob } from './console-jobs'

/** The process as the app has it, but started by Node from the source. */
export const startInNode: StartProcess = (ears) => startInNodeWith()(ears)

export const startInNodeWith =
  (mostBytes?: number): StartProcess =>
  ({ onMessage, onExit }) => {
    const child = fork(join(import.meta.dirname, 'console-process.ts'), [], {
      execArgv: ['--import', 'tsx'],
      env: { ...process.env, ...(mostBytes === undefined ? {} : { [MOST_BYTES]: String(mostBytes) }) },
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

export function starterRecords(): readonly TapelineRecord[] {
  const folder = join(import.meta.dirname, '../../../../data')
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'))
  return readDataSet(names.map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))).records
}
