import { figureCommand } from './figure-command'
import { HELP } from './help-text'
import { infoCommand } from './info-command'
import { CommandFailure, EXIT, messageOf, UsageError, type ExitCode } from './outcome'
import { programVersion } from './program-version'
import type { Terminal } from './terminal'
import { validateCommand } from './validate-command'

function command(words: readonly string[], terminal: Terminal): ExitCode | Promise<ExitCode> {
  const [name, ...rest] = words
  if (name === '--help' || name === '-h' || rest.includes('--help') || rest.includes('-h')) {
    terminal.out(HELP)
    return EXIT.done
  }
  switch (name) {
    case '--version':
      terminal.out(programVersion(terminal.root))
      return EXIT.done
    case 'figure':
      return figureCommand(rest, terminal)
    case 'validate':
      return validateCommand(rest, terminal)
    case 'info':
      return infoCommand(rest, terminal)
    case undefined:
      throw new UsageError('say what to do: figure, validate or info')
    default:
      throw new UsageError(`there is no command "${name}"`)
  }
}

/** Runs one command line and answers with its exit code. Never throws. */
export async function run(words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  try {
    return await command(words, terminal)
  } catch (error) {
    if (error instanceof UsageError) {
      terminal.err(`tapeline: ${error.message}`)
      terminal.err('Try: tapeline --help')
      return EXIT.usage
    }
    if (error instanceof CommandFailure) for (const line of error.lines) terminal.err(`tapeline: ${line}`)
    else terminal.err(`tapeline: ${error instanceof Error ? (error.stack ?? messageOf(error)) : String(error)}`)
    return EXIT.failed
  }
}
