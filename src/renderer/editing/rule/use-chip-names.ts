import type { RecordId } from '../../../domain/model/ids'
import { recordName } from '../../../domain/model/record-name'
import { useRuleWords } from '../../language/use-rule-words'
import { useWords } from '../../language/use-words'
import { useForm } from '../form-context'

/** The names of chips in one line; beyond `most`, how many more there are. */
export function useChipNames(): (ids: readonly RecordId[], most?: number) => string {
  const { t, locale } = useWords()
  const { listed } = useRuleWords()
  const form = useForm()
  const nameOf = (id: RecordId): string => {
    const chip = form.document.value.records.get(id)
    return chip === undefined ? id : recordName(chip, form.document.value, locale.value)
  }
  return (ids, most = Infinity) => {
    const shown = ids.slice(0, most).map(nameOf)
    const left = ids.length - shown.length
    return listed(left === 0 ? shown : [...shown, t('ruleEditing.more', { count: left })])
  }
}
