import { problemLine } from '../domain/model/problem'
import { readStarterData } from '../main/workspace/starter-data'
import { onlyOne, readWords } from './command-line'
import { EXIT, UsageError, type ExitCode } from './outcome'
import { isFolder, readAnything, recheck, starterFolder } from './read-document'
import type { Terminal } from './terminal'

/** `tapeline validate`: every fault on its own line on stderr, the count on stdout. */
export function validateCommand(words: readonly string[], terminal: Terminal): ExitCode {
  const { values, positionals } = readWords(words, { starter: { type: 'boolean' } })
  const path = onlyOne(positionals, 'file')
  if ((path === undefined) !== (values.starter === true)) throw new UsageError('say one file or folder, or --starter')
  const name = path ?? starterFolder(terminal.root)
  const read = path === undefined ? readStarterData(name) : readAnything(path, (line) => terminal.err(line))
  const isWorkspace = path !== undefined && !path.endsWith('.json') && !isFolder(path)
  const problems = isWorkspace ? [...read.problems, ...recheck(read.records, path)] : read.problems
  for (const problem of problems) terminal.err(problemLine(problem))
  const faults = problems.length === 1 ? '1 fault' : `${problems.length} faults`
  terminal.out(`${name}: ${read.records.length} records, ${problems.length === 0 ? 'no fault' : faults}`)
  return problems.length === 0 ? EXIT.done : EXIT.failed
}
