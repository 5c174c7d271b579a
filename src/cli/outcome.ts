/** What a run of the command line ends with; `help-text.ts` tells users the same. */
export const EXIT = { done: 0, failed: 1, usage: 2 } as const
export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

/** The command was written wrongly: the message says how, and help is one line away. */
export class UsageError extends Error {}

/** The command was understood, but a file or its content stands in the way. One line for each fault. */
export class CommandFailure extends Error {
  constructor(readonly lines: readonly string[]) {
    super(lines.join('\n'))
  }
}

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
