import {
  closeSync,
  copyFileSync,
  existsSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { Versions } from '../../src/main/store/backups/versions'
import { openWorkspaceFile } from '../../src/main/store/open-workspace-file'
import { Model, textOf } from './model'
import { randomOf } from './random'
import { Trials, type Figures } from './report'
import { FIRST_RECORDS, nextStep, organisation, take, takeInModel } from './steps'
import { sleep, startChild } from './watch-child'
import { checkAfterFault, expectSame, fillWithSteps, inFolder, makeFile, openOrFail } from './workbench'

const edit = (id: string) => ({
  label: { action: 'create', subject: organisation('x', 'X').name },
  edits: { [id]: { from: null, to: organisation(id, id) } },
})

/** The open file is deleted or replaced: the next save must say so, and the other file stays as it is. */
export async function replacedUnderneath(): Promise<Figures> {
  const trials = new Trials('file deleted or replaced while open')
  for (const what of ['deleted', 'replaced by a foreign file', 'replaced by an older copy'] as const)
    await trials.run(what, () =>
      inFolder(async (folder) => {
        const file = makeFile(folder)
        const other = join(folder, 'other')
        if (what === 'replaced by an older copy') copyFileSync(file, other)
        else writeFileSync(other, 'somebody else’s file')
        const bytes = readFileSync(other)
        const heard: string[] = []
        const store = openOrFail(file, { onTrouble: ({ code }) => heard.push(code) })
        if (!store.commit(edit('one')).ok) throw new Error('a good save was refused')
        if (what === 'deleted') rmSync(file)
        else renameSync(other, file)
        if (store.commit(edit('two')).ok) throw new Error('was called saved')
        if (heard[0] !== 'changed-on-disk') throw new Error('the user was not told')
        // What is in memory can still be rescued.
        if (!(await new Versions(store, () => 0).create('named', 'rescue')).ok) throw new Error('no rescue copy')
        store.close()
        if (what !== 'deleted' && !readFileSync(file).equals(bytes)) {
          trials.overwritten += 1
          throw new Error('the other file was written to')
        }
      }),
    )
  return trials.figures()
}

/**
 * An older copy, or a version, takes the place of the open file, and then the program is killed: its log lies beside
 * a file that it is not of. That file must open as it is, and the user be told.
 */
export async function replacedAndKilled(count: number, seed: number): Promise<Figures> {
  const trials = new Trials('older copy in place of the open file, then SIGKILL')
  let logs = 0
  for (let trialSeed = seed; trialSeed < seed + count; trialSeed += 1)
    await trials.run(`seed ${String(trialSeed)}`, () =>
      inFolder(async (folder) => {
        const random = randomOf(trialSeed)
        const file = makeFile(folder)
        const before = openOrFail(file)
        fillWithSteps(before, 5 + random.below(40))
        const other = join(folder, 'other')
        const expected = textOf(before.records().records)
        if (random.next() < 0.5 && !before.copyTo(other).ok) throw new Error('no copy was made')
        before.close()
        if (!existsSync(other)) copyFileSync(file, other)
        const bytes = readFileSync(other)
        const child = startChild(file, trialSeed, 'create')
        await child.reached(0)
        await sleep(random.next() * 150)
        renameSync(other, file)
        await sleep(random.next() * 20)
        child.process.kill('SIGKILL')
        await child.ended
        if (!readFileSync(file).equals(bytes)) {
          trials.overwritten += 1
          throw new Error('the other file was written to')
        }
        const hadLog = (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0
        logs += hadLog ? 1 : 0
        const opened = openWorkspaceFile(file, { clock: () => 0, onTrouble: () => undefined })
        if (opened.kind !== 'open') throw new Error(`the other file does not open: ${JSON.stringify(opened)}`)
        const { records, problems } = opened.store.records()
        opened.store.close()
        if (problems.length > 0 || textOf(records) !== expected) {
          trials.overwritten += 1
          throw new Error('the log was written into the other file')
        }
        if (hadLog && opened.notice?.code !== 'log-of-another-file') throw new Error('the user was not told')
      }),
    )
  return trials.figures({ note: `${String(logs)} with a log beside it` })
}

/** A second program opens the file that a first one edits. */
export async function twoProcesses(count: number, seed: number): Promise<Figures> {
  const trials = new Trials('two processes on one file')
  for (let trialSeed = seed; trialSeed < seed + count; trialSeed += 1)
    await trials.run(`seed ${String(trialSeed)}`, () =>
      inFolder(async (folder) => {
        const file = makeFile(folder)
        const child = startChild(file, trialSeed, 'edit')
        try {
          await child.reached(3)
          const opened = openWorkspaceFile(file, { clock: () => 0, onTrouble: () => undefined })
          if (opened.kind !== 'refused' || opened.notice.code !== 'locked')
            throw new Error(
              `the second one got in: ${opened.kind === 'refused' ? `${opened.notice.code}, ${opened.notice.detail}` : opened.kind}`,
            )
          await child.reached(child.acknowledged() + 5)
        } finally {
          child.process.kill('SIGKILL')
          await child.ended
        }
        const lost = checkAfterFault(file, trialSeed, child.acknowledged())
        trials.lost += lost
        if (lost > 0) throw new Error(`${String(lost)} acknowledged saves are lost`)
      }),
    )
  return trials.figures()
}

/** The clock jumps about while the user edits and makes versions: order is by number, and nothing expires. */
export async function clockSetBack(seed: number): Promise<Figures> {
  const trials = new Trials('clock set back and ahead')
  await trials.run(`seed ${String(seed)}`, () =>
    inFolder(async (folder) => {
      const random = randomOf(seed)
      const model = new Model(FIRST_RECORDS)
      const file = makeFile(folder)
      let now = Date.parse('2026-11-25T08:00:00Z')
      const store = openOrFail(file, { clock: () => now })
      const versions = new Versions(store, () => now)
      for (const moment of [
        '2026-11-25T09:00:00Z',
        '2001-01-01T00:00:00Z',
        '2099-01-01T00:00:00Z',
        '2026-11-25T08:30:00Z',
      ]) {
        const before = versions.list().length
        now = Date.parse(moment)
        for (let n = 0; n < 20; n += 1) {
          // Whether two edits merge hangs on the clock, which the model does not have.
          const step = nextStep(model, random)
          const plain = step.kind === 'commit' ? { ...step, change: { ...step.change, mergeKey: undefined } } : step
          take(store, plain)
          takeInModel(model, plain)
        }
        if (!(await versions.create('automatic')).ok || versions.list().length !== before + 1)
          throw new Error(`at ${moment}`)
      }
      store.close()
      const again = openOrFail(file)
      expectSame(again, model, 'differs after the restart')
      while (model.undo()) again.undo()
      expectSame(again, model, 'steps come back in another order')
      again.close()
    }),
  )
  return trials.figures()
}

/** Pages of the open file go bad, then a backup is due: it is refused, and the good one stays. */
export async function damagedWhileBackingUp(count: number, seed: number): Promise<Figures> {
  const trials = new Trials('damaged live store while the backup runs')
  let refused = 0
  for (let trialSeed = seed; trialSeed < seed + count; trialSeed += 1)
    await trials.run(`seed ${String(trialSeed)}`, () =>
      inFolder(async (folder) => {
        const random = randomOf(trialSeed)
        const file = makeFile(folder)
        const many = Array.from({ length: 2500 }, (_, n) => organisation(`many-${String(n)}`, 'x'.repeat(1500)))
        const first = openOrFail(file)
        const edits = Object.fromEntries(many.map((record) => [record.id, { from: null, to: record }]))
        if (!first.commit({ ...edit('x'), edits }).ok) throw new Error('a good save was refused')
        first.close()
        const store = openOrFail(file)
        const versions = new Versions(store, () => trialSeed)
        const good = await versions.create('automatic')
        if (!good.ok) throw new Error(good.error.message)
        const descriptor = openSync(file, 'r+')
        writeSync(descriptor, Buffer.alloc(4096 * 2, 0xa5), 0, 4096 * 2, 4096 * (6 + random.below(200)))
        closeSync(descriptor)
        const bad = await versions.create('automatic')
        if (!bad.ok) refused += 1
        store.close()
        // Where the copy was refused the earlier one is left; where SQLite still had the good page, it is good too.
        const left = openOrFailVersion(folder, good.value.id)
        if (left !== many.length + FIRST_RECORDS.length) {
          trials.overwritten += 1
          throw new Error('the good backup is not what it was')
        }
        if (bad.ok && openOrFailVersion(folder, bad.value.id) !== left) throw new Error('a bad backup was called good')
      }),
    )
  return trials.figures({ note: `${String(refused)} backups refused` })
}

function openOrFailVersion(folder: string, id: string): number {
  const store = openOrFail(join(folder, 'backups', 'work', `${id}.tapeline`))
  const { records } = store.records()
  store.close()
  return records.length
}
