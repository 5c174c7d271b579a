import { problemLine, type Problem } from '../../domain/model/problem'

/** A message names this many faults; the rest are counted. */
const MOST_LINES = 8

/** One line for each fault, without the file: the notice names that itself. */
export function problemLines(problems: readonly Problem[]): string {
  const lines = problems.slice(0, MOST_LINES).map(({ file: _file, ...problem }) => problemLine(problem))
  const more = problems.length - lines.length
  return [...lines, ...(more > 0 ? [`… +${String(more)}`] : [])].join('\n')
}
