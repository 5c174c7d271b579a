import * as v from 'valibot'

/** Whose law, market or government a record speaks of: ISO 3166-1 alpha-2, `EU` for the Union. */
export const Jurisdiction = v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, 'must be a two-letter code such as US or CN'))
export type Jurisdiction = v.InferOutput<typeof Jurisdiction>
