/** The one function of the library that is used: text to syntax tree, before any `Date` is made. */
declare module 'edtf' {
  export interface SyntaxTree {
    readonly type: 'Date' | 'Year' | 'Decade' | 'Century' | 'Season' | 'Interval' | 'Set' | 'List'
    readonly level: 0 | 1 | 2 | 3
    readonly values: readonly unknown[]
    /** One bit for each of YYYYMMDD that is an X. */
    readonly unspecified?: number
    readonly uncertain?: number | boolean
    readonly approximate?: number | boolean
    /** How many leading digits of a year are meant: `1950S2`. */
    readonly significant?: number
  }
  export function parse(text: string, constraints?: { level?: number }): SyntaxTree
}
