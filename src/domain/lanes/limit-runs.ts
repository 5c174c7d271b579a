import type { LimitLine } from '../controls/limit-lines'
import type { DayNumber } from '../time/day-number'

/** One limit over the days on which some rule set it without a break: what is drawn as one line. */
export interface LimitRun {
  readonly limit: number
  /** The days between the two are those on which it may have begun. */
  readonly from: { readonly first: DayNumber; readonly last: DayNumber }
  /** The first day after; null while no end is known. */
  readonly to: { readonly first: DayNumber; readonly last: DayNumber } | null
  readonly lines: readonly LimitLine[]
}

/** Limits that several paragraphs set alike, or hand on from one rule to the next, as one run; by limit, then by date. */
export function limitRuns(lines: readonly LimitLine[]): LimitRun[] {
  const runs: LimitRun[] = []
  const sorted = [...lines].sort((a, b) => a.limit - b.limit || a.from.first - b.from.first)
  for (const line of sorted) {
    const before = runs.at(-1)
    if (before?.limit === line.limit && (before.to === null || before.to.last >= line.from.first))
      runs[runs.length - 1] = { ...before, to: later(before.to, line.to), lines: [...before.lines, line] }
    else runs.push({ limit: line.limit, from: line.from, to: line.to, lines: [line] })
  }
  return runs
}

function later(a: LimitRun['to'], b: LimitRun['to']): LimitRun['to'] {
  return a === null || b === null ? null : a.last >= b.last ? a : b
}

/** The lines of a run that were in force on a day, or may have been. */
export function linesOn(run: LimitRun, day: DayNumber): LimitLine[] {
  return run.lines.filter(({ from, to }) => day >= from.first && (to === null || day < to.last))
}
