import { KIND_NAMES } from '../../domain/layout/lane-names'
import {
  LIFE_FIELDS,
  type CountMark,
  type PlacedItem,
  type RuleLife,
  type TimelineItem,
} from '../../domain/layout/timeline-item'
import { recordOfType, type Document } from '../../domain/model/document'
import type { Locale } from '../../domain/model/names'
import { dateInWords } from '../../domain/time/date-words'
import { parseEdtf } from '../../domain/time/edtf'
import type { TipText } from './tip'

const WORDS = {
  en: {
    timeline: 'Timeline',
    lanes: 'Lanes',
    today: 'Today',
    hidden: (count: number) => (count === 1 ? '1 more here' : `${String(count)} more here`),
    zoomIn: 'Click to zoom in on them.',
    fields: {
      announced: 'announced',
      ruleAnnounced: 'announced',
      available: 'available',
      withdrawn: 'withdrawn',
      published: 'published',
      effective: 'in force from',
      enforced: 'enforced',
      ended: 'ended',
    },
    neverBinds: {
      decided: 'a decision, not in force by itself',
      waiting: 'no day from which it is in force is recorded',
      ended: 'ended before it was in force',
    },
    separator: ': ',
  },
  'zh-Hant': {
    timeline: '時間軸',
    lanes: '泳道',
    today: '今天',
    hidden: (count: number) => `此處還有 ${String(count)} 項`,
    zoomIn: '按一下即可放大檢視。',
    fields: {
      announced: '發表',
      ruleAnnounced: '宣布',
      available: '上市',
      withdrawn: '撤回',
      published: '公布',
      effective: '生效',
      enforced: '執行',
      ended: '終止',
    },
    neverBinds: {
      decided: '決定，本身不生效',
      waiting: '未載明生效日',
      ended: '生效前即已終止',
    },
    separator: '：',
  },
} as const

export const timelineWords = (locale: Locale): (typeof WORDS)[Locale] => WORDS[locale]

/** A date in full words; what is no date, as it is. */
export function edtfInWords(text: string, locale: Locale): string {
  const date = parseEdtf(text)
  return date.ok ? dateInWords(date.value, locale) : text
}

const TIP_FIELDS = ['announced', 'available', 'withdrawn'] as const

/** The dates of a record in words, as many as it has. */
function dateLines(document: Document, id: string, locale: Locale): string[] {
  const record = document.records.get(id)
  if (record === undefined) return []
  if (record.type === 'event') return [edtfInWords(record.date, locale)]
  return TIP_FIELDS.flatMap((field) => {
    const text = (record as unknown as Record<string, unknown>)[field]
    return typeof text === 'string' ? [fieldInWords(field, text, locale)] : []
  })
}

/** A date with the name of its field: `available: September 2022`. */
export function fieldInWords(field: string, text: string, locale: Locale): string {
  const { fields, separator } = WORDS[locale]
  const name = field in fields ? fields[field as keyof typeof fields] : field
  return `${name}${separator}${edtfInWords(text, locale)}`
}

export function itemTip(document: Document, { item }: PlacedItem, locale: Locale): TipText {
  if (item.life !== null) return ruleTip(document, item, item.life, locale)
  return {
    heading: item.names[locale],
    lines: [
      ...otherName(item, locale),
      [KIND_NAMES[item.kind][locale], ...dateLines(document, item.record, locale)].join(' · '),
    ],
  }
}

function otherName({ names }: TimelineItem, locale: Locale): string[] {
  const other = locale === 'en' ? 'zh-Hant' : 'en'
  return names[other] === names[locale] ? [] : [names[other]]
}

/** Each date of a rule on a line of its own, and why it is never in force where that is so. */
function ruleTip(document: Document, item: TimelineItem, { phases }: RuleLife, locale: Locale): TipText {
  const rule = recordOfType(document, 'rule', item.record)
  const dates = LIFE_FIELDS.flatMap((field) => {
    const text = rule?.[field]
    return text === undefined ? [] : [fieldInWords(field === 'announced' ? 'ruleAnnounced' : field, text, locale)]
  })
  const { neverBinds } = WORDS[locale]
  const [only] = phases
  const never =
    phases.length > 1 || only === undefined || only.kind === 'force' || only.kind === 'grace'
      ? []
      : [only.kind === 'waiting' && rule?.effective !== undefined ? neverBinds.ended : neverBinds[only.kind]]
  return {
    heading: item.names[locale],
    lines: [...otherName(item, locale), [KIND_NAMES[item.kind][locale], ...never].join(' · '), ...dates],
  }
}

const MOST_NAMES = 5

/** How many of each kind, the most first: `Policy events 12 · Rules 3`. */
function kindLine({ kinds }: CountMark, locale: Locale): string {
  const counts = [...kinds].sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1))
  return counts.map(([kind, count]) => `${KIND_NAMES[kind][locale]} ${String(count)}`).join(' · ')
}

/** What a mark counts: how many of each kind, and the first few by name. */
export function markTip(document: Document, mark: CountMark, locale: Locale): TipText {
  const shown = mark.records.slice(0, MOST_NAMES).flatMap((id) => {
    const record = document.records.get(id)
    return record !== undefined && 'name' in record ? [record.name[locale]] : []
  })
  const rest = mark.count - shown.length
  return {
    heading: WORDS[locale].hidden(mark.count),
    lines: [kindLine(mark, locale), ...shown, ...(rest > 0 ? [`… +${String(rest)}`] : []), WORDS[locale].zoomIn],
  }
}
