import type { Connection } from '../connection'

/** One numbered step from the version before. Once released it is never changed. */
export interface Migration {
  readonly version: number
  readonly name: string
  readonly statements: readonly string[]
  /** What SQL cannot do with the rows, between the statements and the last ones. Makes and drops no table. */
  readonly fill?: (db: Connection) => void
  readonly last?: readonly string[]
}
