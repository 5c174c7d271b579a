/** Where a command writes and what it may know of the world. A port, so that tests need no process. */
export interface Terminal {
  out(line: string): void
  err(line: string): void
  /** Today as a UTC day number. */
  readonly today: number
  /** The folder that holds `data/`, `out/fonts` and `package.json`. */
  readonly root: string
}
