import * as v from 'valibot'

/** The two languages every name a person reads is kept in (BCP 47 tags). */
export const LOCALES = ['en', 'zh-Hant'] as const
export type Locale = (typeof LOCALES)[number]

const Text = v.pipe(v.string(), v.trim(), v.nonEmpty('must not be empty'), v.maxLength(20_000))

/**
 * A text in both languages. Both sides are required: a record that only one half of its
 * readers can find is a defect of the data, not something the window papers over.
 */
export const Names = v.strictObject({ en: Text, 'zh-Hant': Text })
export type Names = Readonly<v.InferOutput<typeof Names>>
