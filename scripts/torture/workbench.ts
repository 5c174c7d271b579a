import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createWorkspaceFile } from '../../src/main/store/create-workspace-file'
import type { DocumentStore } from '../../src/main/store/document-store'
import { openWorkspaceFile, type OpenOptions } from '../../src/main/store/open-workspace-file'
import { Model, textOf } from './model'
import { FIRST_RECORDS, nextStep, take, takeInModel } from './steps'
import { randomOf } from './random'

export async function inFolder<T>(work: (folder: string) => Promise<T> | T): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'tapeline-torture-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export function makeFile(folder: string, name = 'work.tapeline'): string {
  const file = join(folder, name)
  createWorkspaceFile(file, FIRST_RECORDS)
  return file
}

/** Throws unless it opens for writing. */
export function openOrFail(file: string, options: Partial<OpenOptions> = {}): DocumentStore {
  const opened = openWorkspaceFile(file, { clock: () => 0, onTrouble: () => undefined, ...options })
  if (opened.kind === 'open' && opened.notice !== null) opened.store.close()
  if (opened.kind !== 'open' || opened.notice !== null)
    throw new Error(`does not open: ${JSON.stringify(opened.kind === 'missing' ? opened.kind : opened.notice)}`)
  return opened.store
}

/** The same edits, undos and redos of the first records each time. */
export function fillWithSteps(store: DocumentStore, count: number): void {
  const random = randomOf(7)
  const model = new Model(FIRST_RECORDS)
  for (let n = 0; n < count; n += 1) {
    const step = nextStep(model, random)
    take(store, step)
    takeInModel(model, step)
  }
}

/** The model after so many steps of a seed: what a child with that seed has done by then. */
export function modelAfter(seed: number, steps: number): Model {
  const random = randomOf(seed)
  const model = new Model(FIRST_RECORDS)
  for (let n = 0; n < steps; n += 1) takeInModel(model, nextStep(model, random))
  return model
}

/**
 * How many acknowledged saves the file has lost. Throws when it holds anything but the state after the
 * last acknowledged step or after the one in flight, or when its log does not lead back to the start.
 */
export function checkAfterFault(file: string, seed: number, acknowledged: number): number {
  const store = openOrFail(file)
  try {
    const { revision } = store.history()
    const model = [acknowledged, acknowledged + 1]
      .map((steps) => modelAfter(seed, steps))
      .find((one) => one.revision === revision)
    if (model === undefined) {
      const expected = modelAfter(seed, acknowledged).revision
      if (revision < expected) return expected - revision
      throw new Error(`holds revision ${String(revision)}, not ${String(expected)}`)
    }
    expectSame(store, model, 'half a change')
    while (model.undo()) store.undo()
    expectSame(store, model, 'the log does not lead back')
    return 0
  } finally {
    store.close()
  }
}

export function expectSame(store: DocumentStore, model: Model, otherwise: string): void {
  const { records, problems } = store.records()
  if (problems.length > 0) throw new Error(`${String(problems.length)} records cannot be read`)
  if (textOf(records) !== textOf(model.rows.values())) throw new Error(otherwise)
}
