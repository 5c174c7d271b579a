import * as v from 'valibot'
import { Change, ChangeLabel } from '../../domain/change/change'
import type { LoggedChange } from './change-log'
import type { Prepare } from './prepared'
import { partChecksum, stepChecksum, type StepCells } from './row-checksum'
import { SQLITE, sqliteCode } from './sqlite-errors'

/** Edits longer than this go on in further rows: one text of SQLite has its limit (`connection.ts`). */
const PART_CHARACTERS = 4_000_000

const STEP_COLUMNS = 'seq, undone, made_at, author, merge_key, label, records, more, checksum, edits'

/** A step's rows as they were found whole: its short cells, and its edits as JSON texts of objects. */
export interface StoredStep {
  readonly cells: Omit<StepCells, 'edits' | 'more'>
  readonly parts: readonly string[]
}

/** The edits of a change as one or more JSON texts, each of an object with some of them. */
export function partsOf(edits: Change['edits']): string[] {
  const parts: string[] = []
  let open: string[] = []
  let length = 0
  for (const [id, edit] of Object.entries(edits)) {
    const text = `${JSON.stringify(id)}:${JSON.stringify(edit)}`
    if (length > 0 && length + text.length > PART_CHARACTERS) {
      parts.push(`{${open.join(',')}}`)
      open = []
      length = 0
    }
    open.push(text)
    length += text.length
  }
  return [...parts, `{${open.join(',')}}`]
}

/** Writes a step in place of whatever stands at its number. */
export function putStep(prepare: Prepare, { cells, parts }: StoredStep): void {
  const [edits = '{}', ...further] = parts
  const whole: StepCells = { ...cells, more: further.length, edits }
  prepare('DELETE FROM change WHERE seq = ?').run(cells.seq)
  prepare(`INSERT INTO change (${STEP_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`).run(
    whole.seq,
    whole.undone,
    whole.made_at,
    whole.author,
    whole.merge_key,
    whole.label,
    whole.records,
    whole.more,
    stepChecksum(whole),
    whole.edits,
  )
  for (const [at, text] of further.entries())
    prepare('INSERT INTO change_part (seq, part, checksum, edits) VALUES (?, ?, ?, ?)').run(
      cells.seq,
      at + 1,
      partChecksum(cells.seq, at + 1, text),
      text,
    )
}

/**
 * The step that a condition on the table `change` finds first. `unreadable`: a row of it is gone, or stands on a
 * damaged page, or is not what was written.
 */
export function readStep(prepare: Prepare, where: string, ...values: number[]): StoredStep | 'unreadable' | null {
  return orUnreadable(() => {
    const first = readFirstRow(prepare, where, values)
    if (first === null || first === 'unreadable') return first
    const { more, edits, ...cells } = first
    const parts = [edits]
    for (let part = 1; part <= more; part += 1) {
      const found = prepare('SELECT checksum, edits FROM change_part WHERE seq = ? AND part = ?').get(
        cells.seq,
        part,
      ) as { checksum: number; edits: string } | undefined
      if (found === undefined || partChecksum(cells.seq, part, found.edits) !== found.checksum) return 'unreadable'
      parts.push(found.edits)
    }
    return { cells, parts }
  })
}

/** As `readStep`, of its first row alone. */
export function readStepLabel(prepare: Prepare, where: string): ChangeLabel | null {
  const first = orUnreadable(() => readFirstRow(prepare, where, []))
  return first === null || first === 'unreadable' ? null : labelOf(first.label)
}

function readFirstRow(prepare: Prepare, where: string, values: number[]): StepCells | 'unreadable' | null {
  const row: unknown = prepare(`SELECT ${STEP_COLUMNS} FROM change WHERE ${where}`).get(...values)
  if (row === undefined) return null
  const { checksum, ...cells } = row as StepCells & { readonly checksum: number }
  return stepChecksum(cells) === checksum ? cells : 'unreadable'
}

function orUnreadable<T>(read: () => T): T | 'unreadable' {
  try {
    return read()
  } catch (error) {
    if (sqliteCode(error) === SQLITE.CORRUPT) return 'unreadable'
    throw error
  }
}

/** The numbers of the steps that cannot be read any more. */
export function damagedSteps(prepare: Prepare): number[] {
  const all = prepare('SELECT seq FROM change ORDER BY seq').all() as { seq: number }[]
  return all.map(({ seq }) => seq).filter((seq) => readStep(prepare, 'seq = ?', seq) === 'unreadable')
}

export function loggedChange(step: StoredStep | 'unreadable' | null): LoggedChange | 'unreadable' | null {
  if (step === null || step === 'unreadable') return step
  const { seq, made_at: madeAt, author, merge_key: mergeKey, label } = step.cells
  const change = v.safeParse(Change, {
    label: jsonOrText(label),
    ...(mergeKey === null ? {} : { mergeKey }),
    edits: Object.assign({}, ...step.parts.map(jsonOrText)) as unknown,
  })
  return change.success ? { seq, madeAt, author, change: change.output } : 'unreadable'
}

export function labelOf(text: string): ChangeLabel | null {
  const label = v.safeParse(ChangeLabel, jsonOrText(text))
  return label.success ? label.output : null
}

export function jsonOrText(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
