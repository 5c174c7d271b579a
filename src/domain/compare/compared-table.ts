import type { Locale } from '../model/names'
import type { Metric } from '../model/spec-value'
import { writeClipboardText } from '../table/clipboard-text'
import { ratioTo, type CompareRow } from './compare-chips'
import type { Fact, OtherFact } from './fact'
import { plainNumber, ratioText, valueText } from './number-text'
import { RESULT_DECIMALS } from './working-text'

export interface TableWords {
  readonly locale: Locale
  readonly unknown: string
  readonly sources: string
  metric(metric: Metric): string
  unit(unit: string): string
  /** What stands under a value: another one, and why it is not the value. */
  other(value: string, other: OtherFact): string
  condition(fact: Fact): string
}

export interface ComparedChip {
  readonly name: string
  /** Titles of the sources of what is shown. */
  readonly sources: readonly string[]
}

export interface ComparedTable {
  readonly text: string
  readonly html: string
}

/**
 * A comparison for the clipboard: as text with tabs, numbers bare so that a spreadsheet reads them, and as an HTML
 * table with what other sources say. After the chips come their ratios to the base, then a row of sources.
 */
export function comparedTable(
  chips: readonly ComparedChip[],
  base: number,
  rows: readonly CompareRow[],
  words: TableWords,
): ComparedTable {
  const others = chips.flatMap((_, at) => (at === base ? [] : [at]))
  const head = ['', ...chips.map(({ name }) => name), ...others.map((at) => ratioName(chips, at, base))]
  const ratios = (row: CompareRow, unknown: string): string[] =>
    others.map((at) => {
      const fact = row.facts[at]
      const ratio = fact === undefined ? null : ratioTo(row.facts[base], fact)
      return ratio === null ? unknown : ratioText(ratio)
    })
  const sources = [words.sources, ...chips.map((chip) => chip.sources.join('; ')), ...others.map(() => '')]
  const lines = [
    head,
    ...rows.map((row) => [labelOf(row, words), ...row.facts.map((fact) => plain(fact, words)), ...ratios(row, '')]),
    sources,
  ]
  const body = rows.map((row) => {
    const cells = row.facts.map((fact) => `<td>${cellHtml(fact, words)}</td>`)
    const parts = ratios(row, '').map((ratio) => `<td>${escaped(ratio)}</td>`)
    return `<tr><th scope="row">${escaped(labelOf(row, words))}</th>${[...cells, ...parts].join('')}</tr>`
  })
  const headHtml = head.map((name) => `<th scope="col">${escaped(name)}</th>`).join('')
  const sourcesHtml = sources.map((text, at) => (at === 0 ? `<th scope="row">${escaped(text)}</th>` : td(text)))
  const html = `<table><thead><tr>${headHtml}</tr></thead><tbody>${body.join('')}<tr>${sourcesHtml.join('')}</tr></tbody></table>`
  return { text: writeClipboardText(lines), html }
}

function ratioName(chips: readonly ComparedChip[], at: number, base: number): string {
  return `${chips[at]?.name ?? ''} ÷ ${chips[base]?.name ?? ''}`
}

function labelOf({ metric, facts }: CompareRow, words: TableWords): string {
  const unit = valueText(0, facts[0]?.unit ?? '', words.locale).unit
  return unit === '' || words.unit(unit) === words.metric(metric)
    ? words.metric(metric)
    : `${words.metric(metric)} (${words.unit(unit)})`
}

function plain({ value, unit, working }: Fact, words: TableWords): string {
  if (value === null) return words.unknown
  if (typeof value === 'string') return value
  const inUnit = valueText(value, unit, words.locale).unit === unit ? value : value * 10
  return plainNumber(inUnit, working === null ? undefined : RESULT_DECIMALS)
}

function cellHtml(fact: Fact, words: TableWords): string {
  const { value, unit, others, working } = fact
  const decimals = working === null ? undefined : RESULT_DECIMALS
  const main = value === null ? words.unknown : valueText(value, unit, words.locale, decimals).value
  const notes = others.map((other) => {
    const text = valueText(other.value, other.unit, words.locale, decimals)
    return words.other(`${text.value} ${words.unit(text.unit)}`.trim(), other)
  })
  return [main, words.condition(fact), ...notes]
    .filter((text) => text !== '')
    .map(escaped)
    .join('<br>')
}

const td = (text: string): string => `<td>${escaped(text)}</td>`

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
