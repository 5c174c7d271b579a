import { RECORD_TYPES } from '../domain/model/record'
import { onlyOne, readWords } from './command-line'
import { EXIT, UsageError, type ExitCode } from './outcome'
import { readWorkspace } from './read-workspace'
import type { Terminal } from './terminal'

/** `tapeline info`: how many records of each type a workspace holds, and what its history would do. */
export function infoCommand(words: readonly string[], terminal: Terminal): ExitCode {
  const file = onlyOne(readWords(words, {}).positionals, 'workspace')
  if (file === undefined) throw new UsageError('say which workspace')
  const { stored, history, notice } = readWorkspace(file)
  if (notice !== null) terminal.err(`warning: ${notice}`)
  const labelOf = (label: typeof history.undo): string =>
    label === null ? 'nothing' : `${label.action} of ${label.subject.en} (${label.subject['zh-Hant']})`
  const rows: [string, string][] = [
    ['records', String(stored.records.length)],
    ...RECORD_TYPES.map((type): [string, string] => [
      `  ${type}`,
      String(stored.records.filter((record) => record.type === type).length),
    ]),
    ['unreadable rows', String(stored.problems.length)],
    ['revision', String(history.revision)],
    ['undo', labelOf(history.undo)],
    ['redo', labelOf(history.redo)],
  ]
  terminal.out(file)
  for (const [name, value] of rows) terminal.out(`${name.padEnd(18)}${value}`)
  return EXIT.done
}
