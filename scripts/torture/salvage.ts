import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TapelineRecord } from '../../src/domain/model/record'
import { readPages } from '../../src/main/store/salvage/damaged-pages'
import { walkTrees } from '../../src/main/store/salvage/walk-trees'
import { salvageFile } from '../../src/main/store/salvage/salvage-file'
import { hashOf } from './damage'
import { textOf } from './model'
import { randomOf, type Random } from './random'
import { Trials, type Figures } from './report'
import { organisation } from './steps'
import { fillWithSteps, inFolder, makeFile, openOrFail } from './workbench'

const PAGE_BYTES = 4096

/**
 * Whole pages of a file go bad, the first and the inner ones of its trees among them, and what can be read is
 * brought into a new file: every row that stands on pages that are whole must come back as it was, no row may come
 * back as it never was, nothing that was deleted may come back, and the damaged file stays as it is.
 */
export async function salvages(count: number, seed: number): Promise<Figures> {
  const trials = new Trials('salvage of a file with bad pages')
  const rows = { saved: 0, onWholePages: 0, besides: 0, doubtful: 0 }
  const steps = { saved: 0, onWholePages: 0 }
  await inFolder(async (folder) => {
    const good = makeFile(folder)
    const state = fill(good)
    const pages = pagesOf(good)
    for (let trialSeed = seed; trialSeed < seed + count; trialSeed += 1)
      await trials.run(`seed ${String(trialSeed)}`, () =>
        inFolder((own) => {
          const bad = join(own, 'work.tapeline')
          copyFileSync(good, bad)
          const hit = spoil(bad, randomOf(trialSeed))
          const before = hashOf(bad)
          const reply = salvageFile(bad, '2026-11-25')
          if (hashOf(bad) !== before) {
            trials.overwritten += 1
            throw new Error('the damaged file was written to')
          }
          if (!reply.ok) throw new Error(`nothing was saved: ${reply.error.message}`)
          const store = openOrFail(reply.value.file)
          const found = new Map(store.records().records.map((record) => [record.id, record]))
          const log = store.steps({ before: null, limit: 2000 })
          store.close()
          const doubtful = new Set(reply.value.records.doubtful)
          rows.doubtful += doubtful.size
          const isWhole = (on: readonly number[]) => !on.some((page) => hit.has(page))
          for (const record of state.records) {
            const own = found.get(record.id)
            const whole = isWhole(pages.record.get(record.id) ?? [])
            rows.onWholePages += whole ? 1 : 0
            rows.saved += whole && own !== undefined ? 1 : 0
            rows.besides += !whole && own !== undefined ? 1 : 0
            if (whole && own === undefined) throw new Error(`${record.id} stands on a whole page and was not saved`)
            if (own !== undefined && textOf([own]) !== textOf([record]) && (whole || !doubtful.has(record.id)))
              throw new Error(
                `${record.id} came back otherwise ${JSON.stringify([whole, pages.record.get(record.id), [...hit], pages.index.slice(0, 2), reply.value.records.doubtful.length, reply.value.steps])}`,
              )
            found.delete(record.id)
            if (
              own === undefined &&
              !reply.value.records.lost.includes(record.id) &&
              !hit.has(1) &&
              isWhole(pages.index)
            )
              throw new Error(`${record.id} was lost and not named`)
          }
          const ghost = [...found.keys()].find((id) => !doubtful.has(id))
          if (ghost !== undefined) throw new Error(`${ghost} was deleted and came back`)
          const seqs = new Set(
            log.ok ? log.value.steps.filter(({ content }) => content !== null).map(({ seq }) => seq) : [],
          )
          for (const [seq, on] of pages.change) {
            if (!isWhole(on)) continue
            steps.onWholePages += 1
            if (!seqs.has(seq)) throw new Error(`step ${String(seq)} stands on whole pages and was not saved`)
            steps.saved += 1
          }
        }),
      )
  })
  const part = (saved: number, all: number) => `${String(saved)}/${String(all)}`
  return trials.figures({
    note:
      `rows salvaged ${part(rows.saved, rows.onWholePages)} of those on whole pages, ` +
      `${String(rows.besides)} more from the log or torn pages, ${String(rows.doubtful)} said to be in doubt, steps ${part(steps.saved, steps.onWholePages)}`,
  })
}

/** Records on many pages, long ones, deleted ones, a log; and an older state under most of them. */
function fill(file: string): { records: readonly TapelineRecord[] } {
  const store = openOrFail(file)
  const many = Array.from({ length: 400 }, (_, n) =>
    organisation(`many-${String(n)}`, 'x'.repeat(40 + ((n * 37) % 700))),
  )
  const gone = Array.from({ length: 40 }, (_, n) => organisation(`gone-${String(n)}`, 'y'.repeat(300)))
  const label = { action: 'import', subject: organisation('x', 'X').name } as const
  const creating = (all: readonly TapelineRecord[]) => Object.fromEntries(all.map((to) => [to.id, { from: null, to }]))
  store.commit({ label, edits: creating(many) })
  store.commit({ label, edits: creating(gone) })
  store.commit({ label, edits: Object.fromEntries(gone.map((from) => [from.id, { from, to: null }])) })
  fillWithSteps(store, 150)
  const { records } = store.records()
  store.close()
  return { records }
}

/** Which pages each row stands on, from the whole file. */
function pagesOf(file: string) {
  const { trees } = walkTrees(readPages(file))
  const of = (table: string) => trees.get(table)?.rows ?? []
  const record = new Map(of('record').map(({ values, page, overflow }) => [String(values[1]), [page, ...overflow]]))
  const change = new Map(of('change').map(({ rowid, page, overflow }) => [rowid ?? 0, [page, ...overflow]]))
  return { record, change, index: of('sqlite_autoindex_record_1').map(({ page }) => page) }
}

/** Overwrites one to a dozen pages, wherever they are, with zeroes, with chance, or with one bit. */
function spoil(file: string, random: Random): ReadonlySet<number> {
  const bytes = readFileSync(file)
  const pages = bytes.length / PAGE_BYTES
  const hit = new Set<number>()
  const many = 1 + random.below(12)
  while (hit.size < many) hit.add(1 + (random.next() < 0.3 ? random.below(6) : random.below(pages)))
  for (const page of hit) {
    const start = (page - 1) * PAGE_BYTES
    const kind = random.below(3)
    if (kind === 0) bytes.fill(0, start, start + PAGE_BYTES)
    else if (kind === 1) for (let at = start; at < start + PAGE_BYTES; at += 1) bytes[at] = random.below(256)
    else {
      const at = start + random.below(PAGE_BYTES)
      bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8))
    }
  }
  writeFileSync(file, bytes)
  return hit
}
