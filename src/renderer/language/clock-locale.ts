import type { Locale } from '../../domain/model/names'

/** How moments on the user's own clock are written: the day before the month, as dates of the timeline are. */
export const clockLocale = (locale: Locale): 'en-GB' | 'zh-Hant-TW' => (locale === 'en' ? 'en-GB' : 'zh-Hant-TW')
