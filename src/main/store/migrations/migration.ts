/** One numbered step from the version before. Once released it is never changed. */
export interface Migration {
  readonly version: number
  readonly name: string
  readonly statements: readonly string[]
}
