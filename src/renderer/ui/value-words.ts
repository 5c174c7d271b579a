import { numberText } from '../../domain/compare/number-text'
import { jurisdictionNames, KIND_NAMES } from '../../domain/layout/lane-names'
import type { Document } from '../../domain/model/document'
import type { Locale } from '../../domain/model/names'
import { clockLocale } from '../language/clock-locale'
import { recordName } from '../../domain/model/record-name'
import type { Assumption } from '../../domain/model/scenario'
import { METRIC_UNITS, type SpecValue } from '../../domain/model/spec-value'
import type { ItemKind } from '../../domain/model/view'
import { dateInWords } from '../../domain/time/date-words'
import { parseEdtf } from '../../domain/time/edtf'
import { DATE_FIELDS } from '../../domain/change/commands'
import { assumedRuleName, assumptionWords } from './assumption-words'
import { fieldWord } from './field-words'

export interface Speaker {
  readonly t: (path: string, values?: Readonly<Record<string, string | number>>) => string
  readonly locale: Locale
  readonly document: Document
}

/** As many as a number surely keeps: two values that differ are not told alike. */
const ALL_DIGITS = 15
const DATES: ReadonlySet<string> = new Set(Object.values(DATE_FIELDS).flat())
/** Fields whose values are words of our own, and where these stand. */
const PICKED: Readonly<Record<string, string>> = {
  confidence: 'confidence',
  confidences: 'confidence',
  access: 'access',
  grouping: 'grouping',
  roles: 'role',
  metric: 'metric',
  condition: 'specCondition',
  step: 'outcome',
  form: 'ruleForm',
  gate: 'ruleGate',
  item: 'ruleItem',
  colour: 'annotate.colours',
  shape: 'annotate.shapes',
}
const JURISDICTIONS: ReadonlySet<string> = new Set(['jurisdiction', 'jurisdictions'])
const REFERENCES: ReadonlySet<string> = new Set([
  ...['vendor', 'vendors', 'issuer', 'actors', 'architecture', 'architectures', 'chips', 'variantOf', 'predecessor'],
  ...['rule', 'rules', 'amends', 'supersedes', 'corrects', 'sources', 'from', 'to', 'record'],
])

/** The kinds of what a scenario assumes. */
const ASSUMED: ReadonlySet<string> = new Set<Assumption['kind']>(['suspend', 'copy', 'effective', 'outcome', 'limit'])
const isAssumption = (value: object): value is Assumption =>
  'rule' in value && 'kind' in value && ASSUMED.has(String(value.kind))

function assumptionsInWords(all: readonly Assumption[], speaker: Speaker): string {
  const [semicolon, colon] = speaker.locale === 'en' ? ['; ', ': '] : ['；', '：']
  const words = (each: Assumption): string =>
    `${assumedRuleName(each.rule, all, speaker)}${colon}${assumptionWords(each, all, speaker)}`
  return all.map(words).join(semicolon)
}

/** A value of a record as a reader would say it. `field`: the last field's name on the way to it. */
export function valueWords(value: unknown, field: string, speaker: Speaker): string {
  const { t, locale } = speaker
  if (value === undefined || value === null || value === '') return t('history.nothing')
  if (typeof value === 'boolean') return t(value ? 'history.yes' : 'history.no')
  if (typeof value === 'number') return numberText(value, undefined, ALL_DIGITS)
  if (typeof value === 'string') return textWords(value, field, speaker)
  if (Array.isArray(value)) {
    if (value.length === 0) return t('history.nothing')
    if (field === 'assumptions') return assumptionsInWords(value as Assumption[], speaker)
    return value.map((each) => valueWords(each, field, speaker)).join(locale === 'en' ? ', ' : '、')
  }
  return objectWords(value as Readonly<Record<string, unknown>>, speaker)
}

function textWords(text: string, field: string, { t, locale, document }: Speaker): string {
  const family = Object.hasOwn(PICKED, field) ? PICKED[field] : undefined
  if (family !== undefined) return t(`${family}.${text}`)
  if (JURISDICTIONS.has(field)) return jurisdictionNames(text)[locale]
  if (DATES.has(field)) {
    const date = parseEdtf(text)
    return date.ok ? capitalised(dateInWords(date.value, locale)) : text
  }
  if (field === 'kind' && ASSUMED.has(text)) return t(`controls.scenario.kind.${text}`)
  if (field === 'kind' || field === 'kinds')
    return Object.hasOwn(KIND_NAMES, text) ? KIND_NAMES[text as ItemKind][locale] : text
  if (field === 'created' || field === 'modified') return instantWords(text, locale)
  if (field === 'type') return t(`type.${text}`)
  const record = REFERENCES.has(field) ? document.records.get(text) : undefined
  return record === undefined ? text : recordName(record, document, locale)
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

function objectWords(value: Readonly<Record<string, unknown>>, speaker: Speaker): string {
  // A list of assumptions that differs is told element by element.
  if (isAssumption(value)) return assumptionsInWords([value], speaker)
  const names = value[speaker.locale]
  if (typeof names === 'string') return names
  if (typeof value['metric'] === 'string') return specWords(value as unknown as SpecValue, speaker)
  return fieldsInWords(value, speaker)
}

/** The metric and its condition are named on the way to the value already. */
function specWords({ metric, value, unit, condition: _named, ...rest }: SpecValue, speaker: Speaker): string {
  const inUnit = unit ?? (Object.hasOwn(METRIC_UNITS, metric) ? METRIC_UNITS[metric] : null) ?? ''
  const unitWord = inUnit === 'billion' ? speaker.t('unit.billion') : inUnit
  const others = fieldsInWords(rest, speaker)
  const figure = [valueWords(value, 'value', speaker), unitWord].filter((part) => part !== '').join('\u00a0')
  return others === '' ? figure : `${figure}${speaker.locale === 'en' ? '; ' : '；'}${others}`
}

function fieldsInWords(value: Readonly<Record<string, unknown>>, speaker: Speaker): string {
  const [semicolon, colon] = speaker.locale === 'en' ? ['; ', ': '] : ['；', '：']
  return Object.entries(value)
    .filter(([, each]) => each !== undefined && !(Array.isArray(each) && each.length === 0))
    .map(([field, each]) => `${fieldWord(field, speaker.t)}${colon}${valueWords(each, field, speaker)}`)
    .join(semicolon)
}

function instantWords(instant: string, locale: Locale): string {
  const moment = Date.parse(instant)
  if (Number.isNaN(moment)) return instant
  return new Intl.DateTimeFormat(clockLocale(locale), {
    dateStyle: 'medium',
    timeStyle: 'short',
    hourCycle: 'h23',
  }).format(moment)
}
