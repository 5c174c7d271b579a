import type { Prepare } from './prepared'
import { labelOf, loggedChange, readStep } from './step-rows'
import type { ListedStep, StepRows } from './step-list'

interface ShortRow {
  readonly seq: number
  readonly undone: number
  readonly made_at: number
  readonly author: string | null
  readonly merge_key: string | null
  readonly checksum: number
}

const SHORT_COLUMNS = 'seq, undone, made_at, author, merge_key, checksum'

/**
 * The log as rows to look at. Whether a step can be read is found by reading it whole, and an import may be many
 * megabytes, so what was found is kept, under the checksum that the row said it had.
 */
export function sqliteSteps(prepare: Prepare, revision: () => number): StepRows {
  const known = new Map<number, { readonly checksum: number; readonly content: ListedStep['content'] }>()
  const stored = (seq: number) => readStep(prepare, 'seq = ?', seq)

  function contentOf({ seq, checksum }: ShortRow): ListedStep['content'] {
    // A number may come again for another step, and typing makes a step longer.
    const found = known.get(seq)
    if (found?.checksum === checksum) return found.content
    const step = stored(seq)
    const cells = step === null || step === 'unreadable' ? null : step.cells
    const label = cells === null ? null : labelOf(cells.label)
    const content = cells === null || label === null || cells.records === 0 ? null : { label, records: cells.records }
    known.set(seq, { checksum, content })
    return content
  }

  return {
    revision,
    step(seq) {
      const step = stored(seq)
      const read = loggedChange(step)
      if (step === null || step === 'unreadable' || read === null || read === 'unreadable')
        return step === null ? null : 'unreadable'
      return { ...read, undone: step.cells.undone === 1 }
    },
    order: () =>
      (prepare('SELECT seq, undone FROM change ORDER BY seq DESC').all() as { seq: number; undone: number }[]).map(
        ({ seq, undone }) => ({ seq, undone: undone === 1 }),
      ),
    listSteps: (before, limit) =>
      (
        (before === null
          ? prepare(`SELECT ${SHORT_COLUMNS} FROM change ORDER BY seq DESC LIMIT ?`).all(limit)
          : prepare(`SELECT ${SHORT_COLUMNS} FROM change WHERE seq < ? ORDER BY seq DESC LIMIT ?`).all(
              before,
              limit,
            )) as ShortRow[]
      ).map((row) => ({
        seq: row.seq,
        madeAt: row.made_at,
        author: row.author,
        undone: row.undone === 1,
        merges: row.merge_key !== null,
        content: contentOf(row),
      })),
  }
}
