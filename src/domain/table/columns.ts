import { ANNOTATION_COLOURS, SPAN_SHAPES } from '../model/annotation'
import { CONFIDENCES } from '../model/evidence'
import { EVENT_KINDS } from '../model/event'
import { LINK_KINDS } from '../model/link'
import { LOCALES, type Locale } from '../model/names'
import { RECORD_TYPES, type RecordType } from '../model/record'
import { ACCESS_GRADES } from '../model/source'
import { METRICS, type Metric } from '../model/spec-value'
import { GROUPINGS } from '../model/view'
import type { Column } from './column'
import { calledColumn, choiceColumn, dateColumn, namesColumn, readOnlyColumn, textColumn } from './column-kinds'
import { metricColumn } from './metric-column'
import { listColumn, referenceColumn, referencesColumn } from './reference-columns'

const HIDDEN = { atFirst: false } as const
const METRICS_AT_FIRST: ReadonlySet<Metric> = new Set(['tpp', 'memory-capacity', 'memory-bandwidth'])
const confidence = choiceColumn('confidence', 'confidence', CONFIDENCES)
const sources = referencesColumn('sources', ['source'])
const metrics = METRICS.map((metric) => metricColumn(metric, METRICS_AT_FIRST.has(metric)))
const idColumn = readOnlyColumn('id', (record) => record.id, { atFirst: false, widthPx: 200 })

/** The name in the language of the window, then in the other, which is shown on request. */
function names(locale: Locale): Column[] {
  const other = LOCALES.find((one) => one !== locale) ?? locale
  return [namesColumn('name', locale, true), namesColumn('name', other, true, HIDDEN)]
}

const summary = (locale: Locale): Column => namesColumn('summary', locale, false, { atFirst: false, widthPx: 320 })

/** The columns of a record type, in order, for a window in that language. */
export function columnsOf(type: RecordType, locale: Locale): readonly Column[] {
  return [...ownColumns(type, locale), idColumn]
}

function ownColumns(type: RecordType, locale: Locale): readonly Column[] {
  switch (type) {
    case 'event':
      return [
        dateColumn('date', true),
        ...names(locale),
        choiceColumn('kind', 'eventKind', EVENT_KINDS),
        referencesColumn('actors', ['organisation'], true),
        listColumn('jurisdictions', false),
        confidence,
        referencesColumn('chips', ['chip']),
        referencesColumn('architectures', ['architecture']),
        referencesColumn('rules', ['rule']),
        summary(locale),
        sources,
      ]
    case 'chip':
    case 'architecture':
      return [
        ...names(locale),
        referenceColumn('vendor', ['organisation'], true),
        ...(type === 'chip'
          ? [
              referenceColumn('architecture', ['architecture'], false),
              referenceColumn('variantOf', ['chip'], false, false),
            ]
          : [referenceColumn('predecessor', ['architecture'], false), textColumn('codename')]),
        dateColumn('announced'),
        dateColumn('available'),
        dateColumn('withdrawn', false, HIDDEN),
        ...metrics,
        confidence,
        summary(locale),
        sources,
      ]
    case 'rule':
      return [
        ...names(locale),
        textColumn('jurisdiction', true, { atFirst: true, widthPx: 100 }),
        referenceColumn('issuer', ['organisation'], false),
        textColumn('citation'),
        ...['announced', 'published', 'effective', 'enforced', 'ended'].map((field) =>
          dateColumn(field, false, { atFirst: field !== 'enforced' }),
        ),
        confidence,
        referencesColumn('amends', ['rule']),
        referencesColumn('supersedes', ['rule']),
        summary(locale),
        sources,
      ]
    case 'organisation':
      return [
        ...names(locale),
        listColumn('roles', false),
        textColumn('jurisdiction', false, { atFirst: true, widthPx: 100 }),
        { ...listColumn('aliases', true), widthPx: 220 },
        summary(locale),
      ]
    case 'source':
      return [
        textColumn('title', true, { atFirst: true, widthPx: 360 }),
        textColumn('publisher', true),
        dateColumn('date'),
        textColumn('url', false, { atFirst: true, widthPx: 260 }),
        textColumn('locator', false, HIDDEN),
        textColumn('language', false, { atFirst: true, widthPx: 90 }),
        dateColumn('retrieved', false, HIDDEN),
        choiceColumn('access', 'access', ACCESS_GRADES),
      ]
    case 'link':
      return [
        referenceColumn('from', RECORD_TYPES, true, true, 280),
        choiceColumn('kind', 'table.linkKind', LINK_KINDS),
        referenceColumn('to', RECORD_TYPES, true, true, 280),
        confidence,
        namesColumn('comment', locale, false, HIDDEN),
        sources,
      ]
    case 'annotation':
      return [
        calledColumn,
        choiceColumn('colour', 'annotate.colours', ANNOTATION_COLOURS, false),
        choiceColumn('shape', 'annotate.shapes', SPAN_SHAPES, false, HIDDEN),
        textColumn('author'),
        choiceColumn('inFigures', 'table.yesNo', ['true', 'false']),
        readOnlyColumn('modified', (record) => (record.type === 'annotation' ? record.modified : '')),
        textColumn('text', true, { atFirst: false, widthPx: 360 }),
      ]
    case 'view':
      return [...names(locale), choiceColumn('grouping', 'grouping', GROUPINGS)]
    case 'scenario':
      return [
        ...names(locale),
        readOnlyColumn('assumptions', (record) => ('assumptions' in record ? String(record.assumptions.length) : ''), {
          atFirst: true,
          widthPx: 140,
        }),
      ]
  }
}
