import type { TableWords } from '../../domain/compare/compared-table'
import type { WorkingWords } from '../../domain/compare/working-text'
import { useWords } from '../language/use-words'

/** The words that the comparison and its copy have in common. */
export function useCompareWords() {
  const { t, locale } = useWords()
  const metric = (name: string): string => t(`metric.${name}`)
  const unit = (name: string): string => (name === 'billion' ? t('unit.billion') : name)
  const conditions = (list: readonly string[] | undefined): string =>
    (list ?? []).map((condition) => t(`specCondition.${condition}`)).join(' · ')
  const working = (): WorkingWords => ({
    metric,
    largest: t('compare.largest'),
    unknown: t('compare.unknown'),
    stated: t('compare.stated'),
  })
  const table = (): TableWords => ({
    locale: locale.value,
    unknown: t('compare.unknown'),
    sources: t('compare.sources'),
    metric,
    unit,
    condition: ({ spec }) => conditions(spec?.condition),
    other: (value, { why }) =>
      locale.value === 'en' ? `${value} (${t(`compare.why.${why}`)})` : `${value}（${t(`compare.why.${why}`)}）`,
  })
  return { metric, unit, conditions, working, table }
}
