import { LOCALES, type Locale } from '../../domain/model/names'
import type { Column, TableWords } from '../../domain/table/column'
import { i18n } from '../language/i18n'
import { useWords, type Words } from '../language/use-words'

const said = (path: string, locale: Locale): string => i18n.global.t(path, {}, { locale })
const folded = (text: string): string => text.trim().toLowerCase()

/** Codes as words of the window's language; words of either language as codes. */
export function useTableWords(): TableWords {
  const { t } = useWords()
  return {
    word: (group, code) => t(`${group}.${code}`),
    code: (group, text, codes) =>
      codes.find((code) => LOCALES.some((locale) => folded(said(`${group}.${code}`, locale)) === folded(text))),
  }
}

/** The heading of a column, with its unit. */
export function headingOf(column: Column, t: Words['t']): string {
  const unit = column.unit === 'billion' ? t('unit.billion') : column.unit
  return unit === undefined || unit === t(column.words) ? t(column.words) : `${t(column.words)} (${unit})`
}
