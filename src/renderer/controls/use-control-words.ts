import { computed } from 'vue'
import { numberText } from '../../domain/compare/number-text'
import type { Doubt } from '../../domain/controls/grounds'
import type { Dated } from '../../domain/controls/dated'
import type { Gate, GateState } from '../../domain/controls/gate-state'
import { isLadderStep } from '../../domain/controls/ladder'
import { gateOf, reaches } from '../../domain/controls/rulebook'
import type { Missing } from '../../domain/controls/working'
import { jurisdictionNames } from '../../domain/layout/lane-names'
import type { RecordId } from '../../domain/model/ids'
import { recordName } from '../../domain/model/record-name'
import { dateInWords, dayInWords } from '../../domain/time/date-words'
import type { DayNumber } from '../../domain/time/day-number'
import { parseEdtf } from '../../domain/time/edtf'
import { useDocumentStore } from '../document/document-store'
import { useWords } from '../language/use-words'
import { useAnswersStore } from './answers-store'
import type { Beside } from './beside'
import { useControlsStore } from './controls-store'

const BESIDE_WORDS = {
  pending: 'controls.pendingLine',
  'for-some': 'controls.forSomeLine',
  charge: 'controls.chargeLine',
} as const

/** Quantities, dates and gates as the panel says them. */
export function useControlWords() {
  const { t, counted, locale } = useWords()
  const documents = useDocumentStore()
  const asked = useControlsStore()
  const answers = useAnswersStore()

  const place = (code: string): string => jurisdictionNames(code)[locale.value]
  const listed = (items: readonly string[]): string => items.join(locale.value === 'en' ? ', ' : '、')
  const number = (value: number, digits?: number): string => numberText(value, undefined, digits)
  /** Whose rules a shipment meets there; more than one government where the data has more. */
  const exporters = computed(() => {
    const all = answers.index?.rulebook.provisions ?? []
    const met = all.filter(
      ({ entry, provision }) => reaches(provision, asked.destination) && gateOf(entry, asked.destination) === 'export',
    )
    return [...new Set(met.map(({ entry }) => entry.rule.jurisdiction))]
  })

  function missingWords(all: readonly Missing[]): string {
    const kinds = [...new Set(all.map(({ kind }) => kind))]
    const sentences = kinds.map((kind) => {
      const metrics = all.filter((each) => each.kind === kind).map(({ metric }) => t(`metric.${metric}`))
      return t(`controls.missing.${kind}`, { metric: listed(metrics) })
    })
    return sentences.join(locale.value === 'en' ? '. ' : '。')
  }

  /** What the scenario in use is called; empty while what is assumed is not kept. */
  const scenarioName = computed(() => {
    const name = asked.kept?.name[locale.value] ?? ''
    return asked.changed ? t('controls.scenario.kept.changed', { name }) : name
  })

  return {
    t,
    counted,
    besideWords: ({ kind, provision: { entry, provision } }: Beside): string =>
      t(BESIDE_WORDS[kind], { rule: entry.rule.name[locale.value], step: t(`outcome.${provision.outcome.step}`) }),
    locale,
    scenarioName,
    place,
    listed,
    number,
    percent: (share: number): string =>
      new Intl.NumberFormat(locale.value, { style: 'percent', maximumSignificantDigits: 2 }).format(share),
    gateName: (gate: Gate | 'transit'): string =>
      gate === 'transit'
        ? t('controls.gate.transit')
        : t('controls.gate.side', {
            place:
              gate === 'import'
                ? place(asked.destination)
                : listed(exporters.value.map(place)) || t('controls.gate.seller'),
          }),
    stateName: (state: GateState): string => t(isLadderStep(state) ? `outcome.${state}` : `controls.state.${state}`),
    nameOf(id: RecordId): string {
      const record = answers.index?.document.records.get(id) ?? documents.document.records.get(id)
      return record === undefined ? id : recordName(record, documents.document, locale.value)
    },
    dayWords: (day: DayNumber): string => dayInWords(day, locale.value),
    dateWords(text: string): string {
      const date = parseEdtf(text)
      return date.ok ? dateInWords(date.value, locale.value) : text
    },
    /** How exactly a date is known: to the quarter, to the year. */
    precisionWords: ({ precision }: Dated): string => t(`controls.known.${precision}`),
    /** Several that are missing in one sentence. */
    missingWords,
    doubtWords(doubt: Doubt): string {
      if (doubt.kind === 'missing') return missingWords([doubt.missing])
      const date = parseEdtf(doubt.date.text)
      const words = date.ok ? dateInWords(date.value, locale.value) : doubt.date.text
      return t(`controls.doubt.${doubt.kind}`, { date: words, known: t(`controls.known.${doubt.date.precision}`) })
    },
  }
}
