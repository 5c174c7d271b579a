import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Locale } from '../../domain/model/names'

type Values = Readonly<Record<string, string | number>>

export interface Words {
  /** The message under that path, with its `{places}` filled in. */
  t(path: string, values?: Values): string
  /** A message with a singular and a plural: `1 hit | {count} hits`; other places are filled as by `t`. */
  counted(path: string, count: number, values?: Values): string
  readonly locale: ComputedRef<Locale>
}

export function useWords(): Words {
  const { t, locale } = useI18n({ useScope: 'global' })
  return {
    t: (path, values = {}) => t(path, values),
    counted: (path, count, values = {}) => t(path, { ...values, count }, count),
    locale: computed(() => locale.value as Locale),
  }
}
