import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { versionHandlers } from '../../src/main/handlers/versions'
import { runInThread } from '../../src/main/store/backups/run-in-thread'
import { Versions } from '../../src/main/store/backups/versions'
import type { DocumentStore } from '../../src/main/store/document-store'
import { inProject } from '../project.mjs'
import type { RecordOf } from '../../src/domain/model/record'
import { openLarge } from './large/workspace'

/** Longest stall of the main thread that is asked for, in milliseconds: three frames. */
const BUDGET_MS = 50
const LOOK_EVERY_MS = 1
const RECORDS = 100_000
const EDITED = 50

const folder = mkdtempSync(join(tmpdir(), 'tapeline-bench-'))
try {
  process.exitCode = await bench()
} finally {
  rmSync(folder, { recursive: true })
}

/** How long making, comparing and restoring a version takes, and how long it keeps the main thread from all else. */
async function bench(): Promise<number> {
  const { store, events } = openLarge(folder, RECORDS, EDITED)
  const versions = new Versions(store, Date.now, { run: runInThread(inProject('out/main/version-thread.cjs')) })
  const handlers = versionHandlers({
    opened: Promise.resolve({ store }),
    versions: Promise.resolve(versions),
    onHistory: () => undefined,
    momentText: String,
    reveal: () => undefined,
  })
  console.log(`workspace of ${String(RECORDS)} events; the main thread is looked at every ${String(LOOK_EVERY_MS)} ms`)

  let id = ''
  const stalls = [
    await watched('make a version', async () => {
      const made = await handlers['versions:create']({ name: 'Bench' })
      if (!made.ok) throw new Error(made.error.message)
      id = made.value.version.id
    }),
    await watched('make one while edits are saved', async () => {
      const making = handlers['versions:create']({ name: 'Edited' })
      const edited = editAll(store, events)
      const made = await making
      if (!made.ok) throw new Error(made.error.message)
      await edited
    }),
    await watched('compare it with now', async () => {
      const found = await handlers['versions:difference']({ id })
      if (!found.ok || Object.keys(found.value.edits).length !== EDITED) throw new Error('it does not differ so')
    }),
    await watched('restore it', async () => {
      const restored = await handlers['versions:restore']({ id })
      if (!restored.ok) throw new Error(restored.error.message)
    }),
  ]
  store.close()
  const good = Math.max(...stalls) <= BUDGET_MS
  console.log(`asked: no stall over ${String(BUDGET_MS)} ms: ${good ? 'kept' : 'NOT KEPT'}`)
  return good ? 0 : 1
}

/** As the handlers of edits do: a copy that is under way is waited for. */
async function editAll(store: DocumentStore, events: readonly RecordOf<'event'>[]): Promise<void> {
  for (const [n, from] of events.entries()) {
    await store.whenCopied()
    const to = { ...from, name: { ...from.name, en: `Renamed ${String(n)}` } }
    const reply = store.commit({ label: { action: 'rename', subject: from.name }, edits: { [from.id]: { from, to } } })
    if (!reply.ok) throw new Error(reply.error.message)
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
}

async function watched(name: string, work: () => Promise<void>): Promise<number> {
  let [last, worst] = [performance.now(), 0]
  const look = () => {
    const now = performance.now()
    worst = Math.max(worst, now - last)
    last = now
  }
  const timer = setInterval(look, LOOK_EVERY_MS)
  const started = performance.now()
  await work()
  const took = performance.now() - started
  look()
  clearInterval(timer)
  console.log(`  ${name.padEnd(32)} took ${took.toFixed(0).padStart(5)} ms   longest stall ${worst.toFixed(1)} ms`)
  return worst
}
