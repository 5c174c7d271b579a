import type { LostSupport } from '../../domain/change/lost-support'
import { valueText } from '../../domain/compare/number-text'
import { METRIC_UNITS } from '../../domain/model/spec-value'
import { fieldWord } from '../ui/field-words'
import { valueWords, type Speaker } from '../ui/value-words'

/** A statement that would stand without a source, as one line. */
export function lostInWords(lost: LostSupport, speaker: Speaker): string {
  const { t } = speaker
  switch (lost.part) {
    case 'record':
      return t('editing.lost.record')
    case 'spec': {
      const { metric, value, unit = METRIC_UNITS[metric] ?? '', condition = [] } = lost.spec
      const text = valueText(value, unit, speaker.locale)
      const unitWord = text.unit === 'billion' ? t('unit.billion') : text.unit
      const conditions = condition.map((each) => t(`specCondition.${each}`))
      return [t(`metric.${metric}`), text.value, unitWord, ...conditions].filter((part) => part !== '').join(' ')
    }
    case 'provision':
      return t('editing.lost.provision', { reference: lost.provision.reference })
    case 'formula':
      return t('editing.lost.formula', { reference: lost.formula.reference })
    case 'disagreement': {
      const { field, value } = lost.disagreement
      return t('editing.lost.disagreement', { field: fieldWord(field, t), value: valueWords(value, field, speaker) })
    }
  }
}
