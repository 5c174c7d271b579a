import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, extname, join } from 'node:path'
import { countRecords } from '../backups/read-version-file'
import { createWorkspaceFile } from '../create-workspace-file'
import { putDraft } from '../draft-rows'
import { refuse, type DocumentStore, type StoreReply } from '../document-store'
import type { Prepare } from '../prepared'
import { putStep } from '../step-rows'
import { chooseRows, type Chosen } from './choose-rows'
import { readPages } from './damaged-pages'
import { sortRows, type OurRows } from './our-rows'
import { walkTrees } from './walk-trees'

export interface Salvaged {
  /** The new file. */
  readonly file: string
  readonly records: {
    readonly saved: number
    /** Of them: from the log, because their own row is lost. */
    readonly fromLog: number
    /** Of them: perhaps in an older state, or deleted before. */
    readonly doubtful: readonly string[]
    readonly lost: readonly string[]
  }
  /** `lost`: those missing between others; how many are gone at either end nobody knows. */
  readonly steps: { readonly saved: number; readonly lost: number }
}

/**
 * Reads whatever can be read of a damaged workspace file, and the log beside it, and writes it into a new file
 * beside it. The damaged one is only read. `day` is for the new name, such as
 * `2026-11-25`, which stands beside `beside`.
 */
export function salvageFile(file: string, day: string, beside = file): StoreReply<Salvaged> {
  try {
    const walked = walkTrees(readPages(file))
    const rows = sortRows(walked)
    const logIsWhole = ['change', 'change_part'].every((name) => walked.trees.get(name)?.whole ?? false)
    const chosen = chooseRows(rows, { logIsWhole, freeKnown: walked.freeKnown })
    if (chosen.records.length === 0 && chosen.steps.length === 0)
      return refuse('nothing', 'nothing in this file could be read', file)
    const target = freeName(beside, `salvaged ${day}`)
    createWorkspaceFile(target, chosen.records, (prepare) => writeRest(prepare, rows, chosen))
    const check = countRecords(target)
    if (!check.ok || check.value !== chosen.records.length)
      throw new Error(`the new file is not what was written: ${check.ok ? 'records are missing' : check.error.message}`)
    return {
      ok: true,
      value: {
        file: target,
        records: {
          saved: chosen.records.length,
          fromLog: chosen.fromLog,
          doubtful: chosen.doubtful,
          lost: chosen.lostRecords,
        },
        steps: { saved: chosen.steps.length, lost: chosen.lostSteps.length },
      },
    }
  } catch (error) {
    return refuse('storage', error instanceof Error ? error.message : String(error), file)
  }
}

/**
 * The same of a workspace that is open. Reading its file by other means than SQLite would drop the lock on it
 * (https://www.sqlite.org/howtocorrupt.html, 2.2), so a copy of all its rows is read.
 */
export function salvageOpen(store: DocumentStore, day: string): StoreReply<Salvaged> {
  if (store.file === null) return refuse('nothing', 'this document stands in no file')
  const folder = mkdtempSync(join(tmpdir(), 'tapeline-salvage-'))
  try {
    const copy = join(folder, basename(store.file))
    const copied = store.copyTo(copy)
    if (!copied.ok) return copied
    return salvageFile(copy, day, store.file)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** `Work (salvaged 2026-11-25).tapeline`, or with a number where that is taken. */
export function freeName(file: string, words: string): string {
  const extension = '.tapeline'
  const stem = join(dirname(file), basename(file, extname(file)))
  for (let n = 1; ; n += 1) {
    const name = `${stem} (${words}${n === 1 ? '' : `, ${String(n)}`})${extension}`
    if (!existsSync(name)) return name
  }
}

function writeRest(prepare: Prepare, rows: OurRows, chosen: Chosen): void {
  for (const { stored } of chosen.steps) putStep(prepare, stored)
  for (const seq of chosen.lostSteps) putLostStep(prepare, seq)
  for (const draft of rows.drafts) putDraft(prepare, draft)
  const newest = chosen.steps.at(-1)?.stored.cells.seq ?? 0
  prepare("UPDATE meta SET value = ? WHERE key = 'revision'").run(String(rows.revision ?? newest))
}

/** A step that cannot be read stands in its place: undo and restoring must stop there, not pass over it. */
function putLostStep(prepare: Prepare, seq: number): void {
  const next = prepare('SELECT undone FROM change WHERE seq > ? ORDER BY seq LIMIT 1').get(seq) as
    { undone: number } | undefined
  prepare(
    `INSERT INTO change (seq, undone, made_at, author, merge_key, label, records, more, checksum, edits)
      VALUES (?, ?, 0, NULL, NULL, 'null', 0, 0, 0, '{}')`,
  ).run(seq, next?.undone ?? 0)
}
