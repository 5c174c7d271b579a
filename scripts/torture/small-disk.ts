import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { backupsFolderOf, Versions } from '../../src/main/store/backups/versions'
import { openWorkspaceFile } from '../../src/main/store/open-workspace-file'
import { Model } from './model'
import { randomOf } from './random'
import { notTried, Trials, type Figures } from './report'
import { FIRST_RECORDS, nextStep, StoreRefusal, take, takeInModel } from './steps'
import { inProject } from '../project.mjs'
import { expectSame, inFolder, makeFile, openOrFail } from './workbench'

const whyNot = () =>
  process.platform === 'linux' && process.geteuid?.() === 0 ? null : 'mounting a small disk takes root on Linux'

/** The disk fills while the user edits: the edit is refused, all before it stay, and with room it goes on. */
export async function fullDisk(count: number, seed: number): Promise<Figures> {
  const name = 'full disk'
  const reason = whyNot()
  if (reason !== null) return notTried(name, reason)
  const trials = new Trials(name)
  let refusals = 0
  for (let trialSeed = seed; trialSeed < seed + count; trialSeed += 1)
    await trials.run(`seed ${String(trialSeed)}`, () =>
      onSmallDisk(async (folder) => {
        const random = randomOf(trialSeed)
        const model = new Model(FIRST_RECORDS)
        const file = makeFile(folder)
        const store = openOrFail(file)
        const versions = new Versions(store, () => trialSeed)
        if (!(await versions.create('named', 'before')).ok) throw new Error('no version was made while there was room')
        fill(folder)
        let full = false
        for (let n = 0; n < 400 && !full; n += 1) {
          const step = nextStep(model, random)
          try {
            take(store, step)
            takeInModel(model, step)
          } catch (error) {
            if (!(error instanceof StoreRefusal) || error.code !== 'storage') throw error
            full = true
          }
        }
        if (!full) throw new Error('the disk did not fill')
        refusals += 1
        expectSame(store, model, 'a refused edit left something')
        if ((await versions.create('automatic')).ok) throw new Error('a version was made on a full disk')
        if (readdirSync(backupsFolderOf(file)).length !== 1) throw new Error('a half version was left')
        rmSync(join(folder, 'filler'))
        const step = nextStep(model, random)
        take(store, step)
        takeInModel(model, step)
        store.close()
        const again = openOrFail(file)
        expectSame(again, model, 'differs after the restart')
        again.close()
      }),
    )
  return trials.figures({ note: `${String(refusals)} refusals named as "storage"` })
}

/** A disk that became read-only: the file is shown, takes no edit, and stays as it is. */
export async function readOnlyDisk(): Promise<Figures> {
  const name = 'read-only file and folder'
  const reason = whyNot()
  if (reason !== null) return notTried(name, reason)
  const trials = new Trials(name)
  await trials.run('opened on it', () =>
    onSmallDisk(async (folder, remount) => {
      const file = makeFile(folder)
      remount('ro')
      const opened = openWorkspaceFile(file, { clock: () => 0, onTrouble: () => undefined })
      if (opened.kind !== 'open' || opened.notice?.code !== 'read-only-file') throw new Error('was not said')
      expectSame(opened.store, new Model(FIRST_RECORDS), 'is not shown as it is')
      const versions = new Versions(opened.store, () => 0)
      if ((await versions.create('automatic')).ok) throw new Error('a version was made')
    }),
  )
  await trials.run('file of version 1 on it', () =>
    onSmallDisk((folder, remount) => {
      const file = join(folder, 'v1.tapeline')
      copyFileSync(inProject('src/main/store/fixtures/v1.tapeline'), file)
      remount('ro')
      const opened = openWorkspaceFile(file, { clock: () => 0, onTrouble: () => undefined })
      if (opened.kind !== 'open' || opened.notice?.code !== 'read-only-file') throw new Error('was not said')
      if (opened.store.records().records.length !== 2) throw new Error('is not shown as it is')
    }),
  )
  await trials.run('file without the right to write', () =>
    onSmallDisk((folder) => {
      const file = makeFile(folder)
      // Root may write anyway, unless the file is marked as one that nobody may change; then it is opened read-only.
      execFileSync('mount', ['--bind', file, file])
      execFileSync('mount', ['-o', 'remount,bind,ro', file])
      try {
        const opened = openWorkspaceFile(file, { clock: () => 0, onTrouble: () => undefined })
        if (opened.kind !== 'open' || opened.notice?.code !== 'read-only-file') throw new Error('was not said')
        expectSame(opened.store, new Model(FIRST_RECORDS), 'is not shown as it is')
      } finally {
        execFileSync('umount', [file])
      }
    }),
  )
  return trials.figures()
}

function fill(folder: string): void {
  const free = Number(execFileSync('stat', ['-f', '-c', '%a', folder], { encoding: 'utf8' }))
  // Leaves 96 pages of 4 KB.
  writeFileSync(join(folder, 'filler'), Buffer.alloc(Math.max(0, (free - 96) * 4096)))
}

function onSmallDisk(
  work: (folder: string, remount: (mode: 'ro' | 'rw') => void) => Promise<void> | void,
): Promise<void> {
  return inFolder(async (base) => {
    const folder = join(base, 'small')
    mkdirSync(folder)
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', folder])
    try {
      await work(folder, (mode) => execFileSync('mount', ['-o', `remount,${mode}`, folder]))
    } finally {
      execFileSync('umount', ['-l', folder])
    }
  })
}
