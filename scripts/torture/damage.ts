import { createHash } from 'node:crypto'
import { copyFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TapelineRecord } from '../../src/domain/model/record'
import { openWorkspaceFile } from '../../src/main/store/open-workspace-file'
import { textOf } from './model'
import { randomOf, type Random } from './random'
import { Trials, type Figures } from './report'
import { fillWithSteps, inFolder, makeFile, openOrFail } from './workbench'

/**
 * Cut-off and bit-flipped files. Each must be refused and left as it is, byte for byte; or open with
 * every record that can be read as it was and the others named. A flipped bit inside a text is still
 * a text, and nothing in SQLite notices it: the checksums do.
 */
export async function damagedFiles(count: number, seed: number): Promise<Figures> {
  const trials = new Trials('cut-off and bit-flipped files')
  let refused = 0
  let silent = 0
  let same = 0
  await inFolder(async (folder) => {
    const [good, bad] = [makeFile(folder), join(folder, 'bad.tapeline')]
    const records = fill(good)
    for (let trialSeed = seed; trialSeed < seed + count; trialSeed += 1)
      await trials.run(`seed ${String(trialSeed)}`, () => {
        copyFileSync(good, bad)
        damage(bad, randomOf(trialSeed))
        const before = hashOf(bad)
        const opened = openWorkspaceFile(bad, { clock: () => 0, onTrouble: () => undefined })
        if (opened.kind !== 'open') {
          refused += 1
          if (hashOf(bad) !== before) {
            trials.overwritten += 1
            throw new Error('was refused, and yet written to')
          }
          return
        }
        const read = opened.store.records()
        opened.store.close()
        if (read.problems.length > 0) refused += 1
        const missing = records.length - read.records.length - read.problems.length
        if (missing !== 0) throw new Error(`opened with ${String(missing)} records fewer, and did not say so`)
        if (read.problems.length > 0) return
        if (textOf(read.records) === textOf(records)) same += 1
        else {
          silent += 1
          throw new Error('a record was changed, and nobody said so')
        }
      })
  })
  const note = `opened with every record as it was ${String(same)}, rows changed without a word ${String(silent)}`
  return trials.figures({ refused, note })
}

/** A file with long and short records and a log. */
function fill(file: string): TapelineRecord[] {
  const store = openOrFail(file)
  fillWithSteps(store, 120)
  const { records } = store.records()
  store.close()
  return records
}

function damage(file: string, random: Random): void {
  const bytes = readFileSync(file)
  if (random.next() < 0.3) return truncateSync(file, random.below(bytes.length))
  const flips = 1 + random.below(8)
  // Half of them among the first pages, where the header, the schema and the roots are.
  const end = random.next() < 0.5 ? Math.min(bytes.length, 4096 * 3) : bytes.length
  for (let n = 0; n < flips; n += 1) {
    const at = random.below(end)
    bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8))
  }
  writeFileSync(file, bytes)
}

export const hashOf = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex')
