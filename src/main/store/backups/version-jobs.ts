import type { Change } from '../../../domain/change/change'
import type { Contents } from '../contents'
import { refuse, type CopySource, type StoreReply } from '../document-store'
import { storeErrorOf } from '../sqlite-errors'
import { compareFiles } from './compare-files'
import { copyBytes } from './copy-bytes'
import { publishCopy } from './publish-copy'

/** What takes time with large files, as plain data in and out, so that it can be done on another thread. */
export interface JobInputs {
  readonly copy: CopySource & { readonly to: string }
  readonly publish: { readonly copy: string; readonly file: string; readonly contents: Contents }
  readonly compare: { readonly version: string; readonly now: string }
}

export interface JobResults {
  readonly copy: null
  readonly publish: null
  readonly compare: Change['edits']
}

export type JobName = keyof JobInputs
type Run = <N extends JobName>(name: N, input: JobInputs[N]) => Promise<StoreReply<JobResults[N]>>

const JOBS: { readonly [N in JobName]: (input: JobInputs[N]) => StoreReply<JobResults[N]> } = {
  copy: copyBytes,
  publish: publishCopy,
  compare: compareFiles,
}

/** Does a job on this thread. What the disk or SQLite throws becomes a value, which a thread can hand over. */
export function doJob<N extends JobName>(name: N, input: JobInputs[N]): StoreReply<JobResults[N]> {
  try {
    return JOBS[name](input)
  } catch (error) {
    return { ok: false, error: storeErrorOf(error) ?? { code: 'storage', message: messageOf(error) } }
  }
}

/** Every job waits its turn behind this thread's own work: for tests and scripts. */
export const runHere: Run = (name, input) => Promise.resolve().then(() => doJob(name, input))

/** A thread that died is a refusal like any other. */
export const refuseBroken = (error: unknown): StoreReply<never> => refuse('storage', messageOf(error))

export type { Run as RunJob }

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
