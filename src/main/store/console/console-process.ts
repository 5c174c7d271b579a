import { consoleJobs, type ConsoleJob } from './console-jobs'
import { watchMemory } from './memory-watch'

/** The other end of `console-engine.ts`: answers each message with its number, in a process of its own. */
interface Asked {
  readonly number: number
  readonly job: ConsoleJob
}

interface ParentPort {
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void
  postMessage(message: unknown): void
}

watchMemory()
const doJob = consoleJobs()

function reply({ number, job }: Asked): unknown {
  try {
    return { number, ok: true, value: doJob(job) }
  } catch (error) {
    return { number, ok: false, message: error instanceof Error ? error.message : String(error) }
  }
}

// Under Electron a process of this kind has a port; where Node starts it, it has a channel.
const { parentPort } = process as unknown as { readonly parentPort?: ParentPort }
if (parentPort === undefined) {
  process.on('message', (asked) => process.send?.(reply(asked as Asked)))
} else {
  parentPort.on('message', ({ data }) => {
    parentPort.postMessage(reply(data as Asked))
  })
}
