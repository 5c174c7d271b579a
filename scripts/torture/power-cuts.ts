import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { backupsFolderOf, Versions } from '../../src/main/store/backups/versions'
import { readVersionFile } from '../../src/main/store/backups/read-version-file'
import { readRecords } from '../../src/main/store/record-rows'
import { writeWholeFile } from '../../src/main/store/whole-file'
import { inProject } from '../project.mjs'
import type { CutDisk } from './cut-disk'
import { exported, exportFile, typed } from './expected-texts'
import { LATER_MIGRATIONS } from './later-migrations'
import { Model } from './model'
import { randomOf } from './random'
import { notTried, Trials, type Figures } from './report'
import { FIRST_RECORDS } from './steps'
import { freeze, sleep, startChild, type WatchedChild } from './watch-child'
import { checkAfterFault, expectSame, makeFile, openOrFail } from './workbench'

type CutWork = 'edit' | 'checkpoint' | 'migrate' | 'upgrade' | 'backup' | 'export' | 'draft'

const LONGEST_MS = {
  edit: 150,
  checkpoint: 200,
  migrate: 60,
  upgrade: 60,
  backup: 250,
  export: 200,
  draft: 150,
} as const

/** The power goes while the store edits, writes its log back, migrates, backs up, exports or keeps unsaved text. */
export async function powerCuts(
  work: CutWork,
  count: number,
  seed: number,
  disk: CutDisk | { readonly cannot: string },
): Promise<Figures> {
  const name = `power cut, ${work}`
  if ('cannot' in disk) return notTried(name, disk.cannot)
  const trials = new Trials(name)
  let acknowledged = 0
  for (let trialSeed = seed; trialSeed < seed + count; trialSeed += 1)
    await trials.run(`seed ${String(trialSeed)}`, async () => {
      const child = await cutDuring(disk, work, trialSeed)
      const file = join(disk.folder, 'work.tapeline')
      if (work === 'migrate') return checkMigration(file, child.acknowledged())
      if (work === 'upgrade') return checkUpgrade(file, child.acknowledged())
      acknowledged += child.acknowledged()
      if (work === 'export') return checkExport(file, trialSeed, child.acknowledged())
      if (work === 'draft') return checkDraft(file, trialSeed, child.acknowledged())
      if (work === 'backup') checkVersions(file, child.versions())
      const lost = checkAfterFault(file, trialSeed, child.acknowledged())
      trials.lost += lost
      if (lost > 0) throw new Error(`${String(lost)} acknowledged saves are lost`)
    })
  return trials.figures(NOTE[work] === null ? {} : { note: `${String(acknowledged)} ${NOTE[work]}` })
}

const NOTE: Readonly<Record<CutWork, string | null>> = {
  edit: 'saves acknowledged',
  checkpoint: 'saves acknowledged',
  migrate: null,
  upgrade: null,
  backup: 'saves acknowledged',
  export: 'exports acknowledged',
  draft: 'drafts acknowledged',
}

/** Leaves the disk mounted as the cut left it. */
async function cutDuring(disk: CutDisk, work: CutWork, seed: number): Promise<WatchedChild> {
  disk.insert()
  const file = work === 'upgrade' ? copyOldFile(disk.folder) : makeFile(disk.folder)
  const child = startChild(file, seed, work)
  try {
    await child.reached(0)
    await sleep(randomOf(seed).next() * LONGEST_MS[work])
    await freeze(child)
    disk.cut()
  } finally {
    child.process.kill('SIGKILL')
    await child.ended
  }
  disk.restart()
  return child
}

/** As version 1 left it. */
function copyOldFile(folder: string): string {
  const file = join(folder, 'work.tapeline')
  writeWholeFile(file, readFileSync(inProject('src/main/store/fixtures/v1.tapeline')))
  return file
}

function checkUpgrade(file: string, acknowledged: number): void {
  const copy = join(file, '..', 'work (before version 2).tapeline')
  if (existsSync(copy)) expectRecords(copy)
  else if (acknowledged >= 1) throw new Error('the copy made before is gone')
  const store = openOrFail(file)
  const { records, problems } = store.records()
  const undone = store.undo()
  store.close()
  if (records.length !== 2 || problems.length > 0 || !undone.ok) throw new Error('something of it is lost')
}

/** What was said to be exported is there and whole, or the one after it. */
function checkExport(file: string, seed: number, acknowledged: number): void {
  const path = exportFile(file)
  if (acknowledged === 0 && !existsSync(path)) return
  const found = readFileSync(path)
  if (![acknowledged, acknowledged + 1].some((n) => n > 0 && found.equals(exported(seed, n))))
    throw new Error(`export ${String(acknowledged)} is not there as it was`)
}

/** What was said to be kept is there, or the text after it. */
export function checkDraft(file: string, seed: number, acknowledged: number): void {
  const store = openOrFail(file)
  const drafts = store.drafts()
  store.close()
  const body = drafts.ok ? (drafts.value[0]?.body ?? '') : ''
  const expected = [acknowledged, acknowledged + 1].map((n) => (n === 0 ? '' : typed(seed, n)))
  if (!expected.includes(body)) throw new Error(`text ${String(acknowledged)} is not kept as it was`)
}

/** The old file or the new one, whole; and whatever stands under the name of the copy is one. */
function checkMigration(file: string, acknowledged: number): void {
  for (const name of readdirSync(join(file, '..')))
    if (/^work \(before version.*\.tapeline$/.test(name)) expectRecords(join(file, '..', name))
  // The new program opens either; when the migration was acknowledged, the old one must not.
  const store = openOrFail(file, { migrations: LATER_MIGRATIONS })
  expectSame(store, new Model(FIRST_RECORDS), 'a record is not what it was')
  store.close()
  const copies = readdirSync(join(file, '..')).filter((name) => name.includes('(before version'))
  if (acknowledged >= 1 && !copies.some((name) => !name.startsWith('.')))
    throw new Error('the copy made before is gone')
}

/** Every acknowledged version is there, and each that has a name is whole. */
function checkVersions(file: string, ids: readonly string[]): void {
  const folder = backupsFolderOf(file)
  // Before the first version is acknowledged the folder itself may be lost.
  const names = existsSync(folder) ? readdirSync(folder).filter((one) => !one.startsWith('.')) : []
  for (const name of names) expectRecords(join(folder, name))
  const store = openOrFail(file)
  const present = new Set(new Versions(store, () => 0).list().map(({ id }) => id))
  store.close()
  const newest = ids.at(-1)
  const missing = ids.filter((id) => !present.has(id) && (id.includes(' = ') || id === newest))
  if (missing.length > 0) throw new Error(`acknowledged versions are gone: ${missing.join('; ')}`)
}

function expectRecords(file: string): void {
  const read = readVersionFile(file, (db) => ({ ok: true, value: readRecords(db, file).problems }))
  if (!read.ok) throw new Error(`${file} is not whole: ${read.error.message}`)
  if (read.value.length > 0) throw new Error(`${file} has ${String(read.value.length)} unreadable records`)
}
