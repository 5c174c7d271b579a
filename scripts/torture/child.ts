import { writeSync } from 'node:fs'
import { Versions } from '../../src/main/store/backups/versions'
import type { DocumentStore } from '../../src/main/store/document-store'
import { writeWholeFile } from '../../src/main/store/whole-file'
import { exported, exportFile, typed } from './expected-texts'
import { Model } from './model'
import { randomOf } from './random'
import { FIRST_RECORDS, nextStep, organisation, take, takeInModel } from './steps'
import { LATER_MIGRATIONS } from './later-migrations'
import { openOrFail } from './workbench'

/** Works on a file until it is stopped, and says on standard output, at once, what was acknowledged. */
const [file = '', seedText = '', work = ''] = process.argv.slice(2)
const seed = Number(seedText)

/** Waits where the parent is busy and does not read: its end of the pipe takes a few hundred lines. */
function say(line: string): void {
  for (;;)
    try {
      writeSync(1, `${line}\n`)
      return
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1)
    }
}

async function edit(after: (acknowledged: number) => Promise<void> | void): Promise<never> {
  const random = randomOf(seed)
  const model = new Model(FIRST_RECORDS)
  for (let n = 1; ; n += 1) {
    const step = nextStep(model, random)
    if (take(store, step) !== takeInModel(model, step)) throw new Error(`step ${String(n)} was answered wrongly`)
    say(String(n))
    await after(n)
  }
}

function migrate(): void {
  say('0')
  openOrFail(file, { migrations: LATER_MIGRATIONS })
  say('1')
  setInterval(() => undefined, 1000)
}

/** Writes one image over the last one, as an export does. */
function exportOver(): never {
  for (let n = 1; ; n += 1) {
    writeWholeFile(exportFile(file), exported(seed, n))
    say(String(n))
  }
}

/** Types into one place, without a pause and without saving. */
function type(): never {
  for (let n = 1; ; n += 1) {
    const reply = store.writeDraft({ key: 'create:event#torture', body: typed(seed, n) })
    if (!reply.ok) throw new Error(reply.error.message)
    say(String(n))
  }
}

/** Makes one record after the other, whatever the file held before. */
function create(): void {
  for (let n = 1; ; n += 1) {
    const to = organisation(`new-${String(n)}`, 'x'.repeat(n % 900))
    const reply = store.commit({
      label: { action: 'create', subject: to.name },
      edits: { [to.id]: { from: null, to } },
    })
    // The file was replaced underneath: nothing more is saved, and the program goes on.
    if (!reply.ok) break
    say(String(n))
  }
  setInterval(() => undefined, 1000)
}

/** A file of version 1 is brought up to today's. */
function upgrade(): void {
  say('0')
  openOrFail(file)
  say('1')
  setInterval(() => undefined, 1000)
}

function backUp(): Promise<never> {
  let now = 0
  const versions = new Versions(store, () => (now += 1000))
  return edit(async (n) => {
    if (n % 3 !== 0) return
    const made = await versions.create(n % 2 === 0 ? 'named' : 'automatic', n % 2 === 0 ? `Version ${String(n)}` : null)
    if (!made.ok) throw new Error(made.error.message)
    say(`version ${made.value.id}`)
  })
}

function checkpoint(): Promise<never> {
  return edit((n) => {
    // Closing writes the whole log back into the file.
    if (n % 4 !== 0) return
    store.close()
    store = openOrFail(file)
  })
}

let store: DocumentStore
if (work === 'migrate') migrate()
else if (work === 'upgrade') upgrade()
else {
  store = openOrFail(file)
  say('0')
  if (work === 'checkpoint') await checkpoint()
  else if (work === 'backup') await backUp()
  else if (work === 'export') exportOver()
  else if (work === 'draft') type()
  else if (work === 'create') create()
  else await edit(() => undefined)
}
