import { Worker } from 'node:worker_threads'
import type { StoreReply } from '../document-store'
import { refuseBroken, type RunJob } from './version-jobs'

/** Does each job on a thread of its own, from the built script: this one stays free for the window. */
export function runInThread(script: string): RunJob {
  return (name, input) =>
    new Promise((resolve) => {
      // The jobs need nothing of what the program was started with.
      const thread = new Worker(script, { workerData: { name, input }, argv: [], execArgv: [] })
      thread.once('message', (reply: StoreReply<never>) => {
        resolve(reply)
      })
      thread.once('error', (error) => {
        resolve(refuseBroken(error))
      })
      thread.once('exit', (code) => {
        resolve(refuseBroken(`the thread ended with code ${String(code)}`))
      })
    })
}
