import { watch } from 'vue'
import { client } from '../document/client'
import { useSessionStore } from '../document/session-store'
import { speak } from '../language/i18n'
import { loadChineseFont } from '../ui/chinese-font'

/** Keeps the page in the theme and the language of the session, and the session in the system's. */
export function useAppearance(): void {
  const session = useSessionStore()
  watch(
    () => session.theme,
    (theme) => {
      document.documentElement.dataset['theme'] = theme
    },
    { immediate: true },
  )
  watch(
    () => session.locale,
    (locale) => {
      speak(locale)
      if (locale === 'zh-Hant') void loadChineseFont()
    },
    { immediate: true },
  )
  client().on('settings:changed', (state) => {
    session.follow(state)
  })
  client().on('theme:changed', ({ systemTheme }) => {
    session.setSystemTheme(systemTheme)
  })
}
