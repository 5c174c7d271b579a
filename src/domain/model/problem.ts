/**
 * An expected failure, as a value: where it is and what is wrong. The window turns `code` into
 * words in the user's language; `detail` is for logs, the command line and data files.
 */
export interface Problem {
  readonly code: ProblemCode
  /** The file, where there is one. */
  readonly file?: string
  /** The record concerned. */
  readonly record?: string
  /** The path inside it, such as `specs[2].value`. */
  readonly path?: string
  readonly detail: string
}

export type ProblemCode =
  | 'not-json'
  | 'wrong-shape'
  /** The row is not what was written: its checksum differs. */
  | 'damaged'
  | 'bad-date'
  | 'duplicate-id'
  | 'missing-reference'
  /** A quantity that a rule defines by itself, at whatever remove. */
  | 'circular-definition'
  | 'not-found'
  | 'not-editable'
  | 'no-change'
  /** A record that another one cannot do without was to be deleted. */
  | 'still-needed'
  /** A file that no figure of ours was read from: of another kind, or without what we put into ours. */
  | 'not-a-figure'
  /** An image with more pixels than can be made, or a file with more bytes than are read. */
  | 'too-large'
  /** Ended by the one who asked for it. */
  | 'cancelled'
  /** A fault of the program or its files. */
  | 'failed'

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem }

export const succeed = <T>(value: T): Result<T> => ({ ok: true, value })
export const fail = (problem: Problem): { readonly ok: false; readonly problem: Problem } => ({ ok: false, problem })

/** One line for a log or a terminal: `data/chips.json: h200: specs[2].value: must be …`. */
export function problemLine(problem: Problem): string {
  return [problem.file, problem.record, problem.path, problem.detail].filter((part) => part !== undefined).join(': ')
}
