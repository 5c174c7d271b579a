import { createI18n } from 'vue-i18n'
import type { Locale } from '../../domain/model/names'
import { en } from './en'
import { zhHant } from './zh-hant'

/** Messages are read by an interpreter, not compiled to code: the page's CSP allows no `eval`. */
export const i18n = createI18n({
  legacy: false,
  locale: 'en',
  fallbackLocale: 'en',
  messages: { en, 'zh-Hant': zhHant },
})

export function speak(locale: Locale): void {
  i18n.global.locale.value = locale
  document.documentElement.lang = locale
}
