import { parentPort, workerData } from 'node:worker_threads'
import { doJob, type JobInputs, type JobName } from './version-jobs'

/** The other end of `run-in-thread.ts`: one job, then this thread ends. */
const { name, input } = workerData as { name: JobName; input: JobInputs[JobName] }
parentPort?.postMessage(doJob(name, input))
