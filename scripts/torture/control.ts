import { DatabaseSync } from '@photostructure/sqlite'
import { join } from 'node:path'
import type { CutDisk } from './cut-disk'
import { notTried, Trials, type Figures } from './report'
import { sleep } from './watch-child'

/**
 * Does the cut bite at all? The same cut on SQLite as the package sets it up, which flushes at a
 * checkpoint only. If it loses nothing, the cuts above have shown nothing.
 */
export async function control(count: number, disk: CutDisk | { readonly cannot: string }): Promise<Figures> {
  const name = 'control: the same cuts, without a flush for each commit'
  if ('cannot' in disk) return notTried(name, disk.cannot)
  const trials = new Trials(name)
  let [committed, gone] = [0, 0]
  for (let n = 0; n < count; n += 1)
    await trials.run(`trial ${String(n)}`, async () => {
      disk.insert()
      const file = join(disk.folder, 'control.db')
      const db = new DatabaseSync(file)
      db.exec('PRAGMA journal_mode = wal; CREATE TABLE line (id INTEGER PRIMARY KEY); PRAGMA wal_checkpoint(TRUNCATE)')
      for (let line = 0; line < 50; line += 1) db.exec('INSERT INTO line DEFAULT VALUES')
      await sleep(1)
      disk.cut()
      db.close()
      disk.restart()
      const left = new DatabaseSync(file)
      const kept = (left.prepare('SELECT count(*) AS n FROM line').get() as { n: number }).n
      left.close()
      committed += 50
      gone += 50 - kept
      if (kept === 50) throw new Error('the cut took nothing: this machine does not simulate one')
    })
  return trials.figures({ note: `as it should, took ${String(gone)} of ${String(committed)} commits` })
}
