import { numberText } from '../../domain/compare/number-text'
import { leavesOf, rulesUnder } from '../../domain/controls/assumptions'
import { recordOfType, type Document } from '../../domain/model/document'
import type { RecordId } from '../../domain/model/ids'
import type { Locale } from '../../domain/model/names'
import type { RecordOf } from '../../domain/model/record'
import type { Assumption } from '../../domain/model/scenario'
import { dateInWords } from '../../domain/time/date-words'
import { parseEdtf } from '../../domain/time/edtf'

interface Speaker {
  readonly t: (path: string, values?: Readonly<Record<string, string | number>>) => string
  readonly locale: Locale
  readonly document: Document
}

/** What a rule is called that assumptions may have copied: a copy is called as the rule that it was made of. */
export function assumedRuleName(id: RecordId, all: readonly Assumption[], { t, locale, document }: Speaker): string {
  const copied = all.find((each) => each.kind === 'copy' && each.copy === id)
  const of = copied?.rule ?? id
  const name = recordOfType(document, 'rule', of)?.name[locale] ?? of
  return copied === undefined ? name : t('controls.scenario.copyOf', { rule: name })
}

/** What one of some assumptions says of its rule. A paragraph that is not there is called by its id. */
export function assumptionWords(assumption: Assumption, all: readonly Assumption[], speaker: Speaker): string {
  const { t, locale, document } = speaker
  switch (assumption.kind) {
    case 'suspend':
      return t('controls.scenario.said.suspend')
    case 'copy':
      return t('controls.scenario.said.copy')
    case 'effective': {
      const date = parseEdtf(assumption.date)
      const words = date.ok ? dateInWords(date.value, locale) : assumption.date
      return t('controls.scenario.said.effective', { date: words })
    }
    default: {
      const provision = ruleOf(assumption.rule, all, document)?.provisions.find(({ id }) => id === assumption.provision)
      const reference = provision?.reference ?? assumption.provision
      if (assumption.kind === 'outcome')
        return t('controls.scenario.said.outcome', { reference, step: t(`outcome.${assumption.step}`) })
      const leaf = leavesOf(provision?.when)[assumption.at]
      const metric = leaf === undefined ? '' : t(`metric.${leaf.metric}`)
      const limit = `${numberText(assumption.limit)} ${leaf?.unit ?? ''}`.trim()
      return t('controls.scenario.said.limit', { reference, metric, limit })
    }
  }
}

const ruleOf = (id: RecordId, all: readonly Assumption[], document: Document): RecordOf<'rule'> | undefined =>
  rulesUnder(document, all).rules.find((rule) => rule.id === id) ?? recordOfType(document, 'rule', id)
