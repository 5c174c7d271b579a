import type { Locale } from '../../domain/model/names'
import { doubtInWords } from '../../domain/time/doubt-words'
import type { Words } from '../language/use-words'
import type { Fault } from './typed-texts'

/** What is wrong with a field, as a sentence. */
export function faultInWords(fault: Fault, t: Words['t'], locale: Locale): string {
  if (fault.kind === 'date') return doubtInWords(fault.doubt, locale)
  if (fault.kind === 'circle')
    return t('ruleEditing.circle', { way: fault.metrics.map((metric) => t(`metric.${metric}`)).join(' → ') })
  return fault.kind === 'refused' ? t('editing.refused', { detail: fault.detail }) : t(`editing.${fault.kind}`)
}
