import { valueText } from '../../domain/compare/number-text'
import { jurisdictionNames } from '../../domain/layout/lane-names'
import type { Expression } from '../../domain/model/formula'
import type { Comparison, Condition } from '../../domain/model/rule'
import { conditionWords } from '../../domain/rules/condition-words'
import { expressionWords } from '../../domain/rules/expression-words'
import { useWords } from './use-words'

/** The world, in the codes of UN M49. */
const WORLD = '001'

/** `Performance density` is a word like others, `TPP` is not. */
const insideSentence = (name: string): string =>
  /^[A-Z][a-z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name
/** Chinese sets Latin letters and digits apart from its own signs. */
const apart = (text: string): string => text.replace(/(?<=\p{Script=Han})(?=\w)|(?<=\w)(?=\p{Script=Han})/gu, ' ')

/** Tests, formulas and places of rules in the words of the window; a number that is not there yet is said to be missing. */
export function useRuleWords() {
  const { t, locale } = useWords()
  const inEnglish = (): boolean => locale.value === 'en'
  const listed = (items: readonly string[]): string => items.join(inEnglish() ? ', ' : '、')
  const joined = (items: readonly string[], word: string): string =>
    items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${word} ${items.at(-1) ?? ''}`
  const number = (value: number): string =>
    Number.isNaN(value)
      ? t('ruleWords.missing')
      : new Intl.NumberFormat(locale.value, { maximumSignificantDigits: 12 }).format(value)
  const unitWords = (unit: string): string => (unit === 'billion' ? t('unit.billion') : unit)

  function amount(limit: number, unit: string): string {
    const said = valueText(limit, unit === 'TPP' ? '' : unit, locale.value)
    return `${said.value} ${said.unit}`.trim()
  }

  /** A line made of several texts. */
  const line = (text: string): string => (inEnglish() ? text : apart(text))

  function comparison({ metric, operator, limit, unit }: Comparison): string {
    const name = t(`metric.${metric}`)
    return line(
      t('ruleWords.comparison', {
        metric: inEnglish() ? insideSentence(name) : name,
        operator: t(`ruleWords.operator.${operator}`),
        limit: Number.isNaN(limit) ? number(limit) : amount(limit, unit),
      }),
    )
  }

  return {
    line,
    number,
    listed,
    unitWords,
    conditionInWords: (condition: Condition): string =>
      conditionWords(condition, {
        comparison,
        join: (kind, parts) =>
          inEnglish() ? joined(parts, kind === 'all' ? 'and' : 'or') : parts.join(kind === 'all' ? '，且' : '，或'),
        group: (text) => (inEnglish() ? `(${text})` : `（${text}）`),
      }),
    expressionInWords: (expression: Expression): string =>
      expressionWords(expression, {
        number,
        metric: (metric) => t(`metric.${metric}`),
        list: listed,
        largest: (list) => t('ruleWords.largest', { list }),
      }),
    placeName: (code: string): string => {
      if (code === WORLD) return t('ruleWords.world')
      return /^[A-Z]{2}$/.test(code) ? jurisdictionNames(code)[locale.value] : code
    },
  }
}
