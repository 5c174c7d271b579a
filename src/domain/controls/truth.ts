/** Whether a condition holds. `undetermined`: what is known does not say. */
export type Truth = 'met' | 'not-met' | 'undetermined'

/** Kleene's strong conjunction: one part that is not met settles it, whatever else is unknown. Of none: `met`. */
export function allOf(parts: readonly Truth[]): Truth {
  if (parts.includes('not-met')) return 'not-met'
  return parts.includes('undetermined') ? 'undetermined' : 'met'
}

/** Kleene's strong disjunction: one part that is met settles it. Of none: `not-met`. */
export function anyOf(parts: readonly Truth[]): Truth {
  if (parts.includes('met')) return 'met'
  return parts.includes('undetermined') ? 'undetermined' : 'not-met'
}
