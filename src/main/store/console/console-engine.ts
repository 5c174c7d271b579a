import type { ConsoleAnswers, ConsoleJob } from './console-jobs'

/**
 * A process that does the jobs. A port, because only main knows Electron: it is started there as a
 * utility process, and in tests by Node.
 */
export interface ConsoleProcess {
  send(message: unknown): void
  /** At once, whatever it is doing. */
  kill(): void
}

export interface ProcessEars {
  readonly onMessage: (message: unknown) => void
  readonly onExit: () => void
}

export type StartProcess = (ears: ProcessEars) => ConsoleProcess

/** Why a job has no answer. */
export class ProcessEnded extends Error {}

interface Waiting {
  readonly resolve: (value: never) => void
  readonly reject: (error: Error) => void
}

/** Jobs for one process, each with its answer. */
export class ConsoleEngine {
  readonly #process: ConsoleProcess
  readonly #waiting = new Map<number, Waiting>()
  #count = 0
  #isUp = true

  constructor(start: StartProcess) {
    this.#process = start({
      onMessage: (message) => {
        this.#settle(message as { number: number; ok: boolean; value?: never; message?: string })
      },
      onExit: () => {
        this.#end()
      },
    })
  }

  get isUp(): boolean {
    return this.#isUp
  }

  /** Rejects with `ProcessEnded` if the process ends first, and with an error if the job broke. */
  do<J extends ConsoleJob>(job: J): Promise<ConsoleAnswers[J['job']]> {
    if (!this.#isUp) return Promise.reject(new ProcessEnded())
    this.#count += 1
    const number = this.#count
    return new Promise((resolve, reject) => {
      this.#waiting.set(number, { resolve, reject })
      this.#process.send({ number, job })
    })
  }

  kill(): void {
    this.#process.kill()
    this.#end()
  }

  #settle({ number, ok, value, message }: { number: number; ok: boolean; value?: never; message?: string }): void {
    const waiting = this.#waiting.get(number)
    this.#waiting.delete(number)
    if (ok) waiting?.resolve(value as never)
    else waiting?.reject(new Error(message ?? 'unknown'))
  }

  #end(): void {
    this.#isUp = false
    for (const { reject } of this.#waiting.values()) reject(new ProcessEnded())
    this.#waiting.clear()
  }
}
