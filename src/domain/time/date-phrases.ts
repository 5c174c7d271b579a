import type { DateParts } from './date-parts'

/** How one language, in one length, says each form of a date. Words passed in are finished phrases. */
export interface DatePhrases {
  readonly point: (parts: DateParts) => string
  /** A run of the same kind, shared parts said once; `null` where the two share nothing. */
  readonly run: (from: DateParts, to: DateParts) => string | null
  readonly about: (words: string, parts: DateParts) => string
  readonly uncertain: (words: string) => string
  readonly fromTo: (from: string, to: string) => string
  readonly within: (words: string) => string
  readonly ongoing: (from: string) => string
  readonly endUnknown: (from: string) => string
  readonly until: (to: string) => string
  readonly startUnknown: (to: string) => string
  readonly or: (words: readonly string[]) => string
  readonly and: (words: readonly string[]) => string
  readonly earlier: (words: string, all: boolean) => string
  readonly later: (words: string, all: boolean) => string
}
