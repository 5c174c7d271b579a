import * as v from 'valibot'

/** Least and most of each number of the rule, so that neither the disk fills up nor a safety net is lost. */
export const RULE_LIMITS = {
  everyMinutes: { least: 5, most: 1440 },
  today: { least: 1, most: 50 },
  days: { least: 0, most: 60 },
  weeks: { least: 0, most: 52 },
  months: { least: 0, most: 120 },
} as const

export type RuleField = keyof typeof RULE_LIMITS

const within = ({ least, most }: { readonly least: number; readonly most: number }) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most))

/** When automatic versions are made, and how many of them stay for each reason to keep one. */
export const VersionRule = v.strictObject({
  /** Minutes from the first change since the last version to the next one. */
  everyMinutes: within(RULE_LIMITS.everyMinutes),
  /** The newest of today. */
  today: within(RULE_LIMITS.today),
  /** The newest of each of so many earlier days, weeks and months that have one. */
  days: within(RULE_LIMITS.days),
  weeks: within(RULE_LIMITS.weeks),
  months: within(RULE_LIMITS.months),
})
export type VersionRule = Readonly<v.InferOutput<typeof VersionRule>>

export const DEFAULT_VERSION_RULE: VersionRule = { everyMinutes: 30, today: 3, days: 7, weeks: 4, months: 12 }
