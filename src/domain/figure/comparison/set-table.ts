import { ratioTo, type CompareRow } from '../../compare/compare-chips'
import type { Fact } from '../../compare/fact'
import { ratioText, valueText } from '../../compare/number-text'
import { RESULT_DECIMALS } from '../../compare/working-text'
import { METRIC_NAMES } from '../charts/chart-words'
import { sectionHead, type SectionHead } from '../charts/section-head'
import type { RecordId } from '../../model/ids'
import { cleanText } from '../clean-text'
import { UNVERIFIED_MARK } from '../figure-words'
import type { SourceSlot } from '../notes/source-slots'
import { FIGURE_FONTS, type Page } from '../page'
import { wrapText } from '../wrap-text'
import type { ComparisonContent } from './comparison-content'
import { baseInWords, HEADING, LIKENESS_NAMES, UNIT_NAMES, UNKNOWN, unknownInWords } from './comparison-words'

export const CELL_LINE_PX = 13.5
export const RATIO_LINE_PX = 12
export const ROW_PAD_PX = 2
export const GROUP_PX = 16
export const HEAD_PAD_PX = 4
const CELL_PAD_PX = 10
const LEAST_COLUMN_PX = 74
const MOST_LABEL_PX = 190
const LABEL_SHARE = 0.22
const LEAST_LABEL_PX = 84
const MOST_HEAD_LINES = 3
const MOST_CELL_LINES = 3
/** Narrower room behind a value takes no numbers. */
const LEAST_NUMBERS_PX = 8
/** A chip's column is not stretched over a whole page. */
const MOST_COLUMN_PX = 210

/** One value, or that there is none. */
export interface SetCell {
  readonly lines: readonly string[]
  readonly isUnknown: boolean
  readonly ratio: string
  /** Whether the ratio stands behind the value, and not under it. */
  readonly isBehind: boolean
  readonly slot: SourceSlot | null
  /** Behind the value, and its ratio where that is behind it. */
  readonly afterPx: number
}

export interface SetRow {
  readonly labelLines: readonly string[]
  readonly cells: readonly SetCell[]
  /** Set where a group of rows begins. */
  readonly group: string
  readonly heightPx: number
}

/** Chips in columns; where the page is too narrow for all, further blocks follow under each other. */
export interface TableBlock {
  readonly heads: readonly (readonly string[])[]
  readonly headPx: number
  readonly labelPx: number
  readonly columnPx: number
  /** Where ratios begin in a column, behind the widest value that has one. */
  readonly ratioPx: number
  readonly rows: readonly SetRow[]
}

/** The comparison set for a page, before it is known how many of its rows have room. */
export interface SetTable {
  readonly head: SectionHead
  readonly blocks: readonly TableBlock[]
  /** What is known of none of the chips, below the rows. */
  readonly unknownLines: readonly string[]
  /** How high all is without rows, and each row over all blocks. */
  readonly overheadPx: number
  readonly rowPx: readonly number[]
}

const FONT = FIGURE_FONTS.small

/** Sets a comparison. `known`: the sources that the figure can number. */
export function setTable(page: Page, content: ComparisonContent, known: ReadonlySet<RecordId>): SetTable {
  const { chips, rows } = content
  const width = page.plotRightPx - page.columnLeftPx
  const labelPx = Math.min(MOST_LABEL_PX, Math.max(LEAST_LABEL_PX, width * LABEL_SHARE))
  const most = Math.max(1, Math.floor((width - labelPx) / LEAST_COLUMN_PX))
  const count = Math.ceil(chips.length / most)
  const each = Math.ceil(chips.length / count)
  const columnPx = Math.min((width - labelPx) / each, MOST_COLUMN_PX)
  const blocks = Array.from({ length: count }, (_, block) =>
    setBlock(page, content, chips.map((_chip, at) => at).slice(block * each, (block + 1) * each), {
      labelPx,
      columnPx,
      known,
    }),
  )
  const base = content.base === null ? undefined : chips[content.base]
  const detail = base === undefined ? null : baseInWords(base.name)
  const head = sectionHead(page, { title: HEADING, detail }, [], null)
  const unknownLines =
    content.unknown.length === 0
      ? []
      : wrapText(
          page.words(unknownInWords(content.unknown.map((metric) => METRIC_NAMES[metric]))),
          width,
          FONT,
          page.measurer,
        )
  const heads = blocks.reduce((sum, { headPx }) => sum + headPx, 0)
  return {
    head,
    blocks,
    unknownLines,
    overheadPx: head.heightPx + heads + unknownLines.length * CELL_LINE_PX + ROW_PAD_PX * 2,
    rowPx: rows.map((_row, at) => blocks.reduce((sum, block) => sum + (block.rows[at]?.heightPx ?? 0), 0)),
  }
}

interface Measures {
  readonly labelPx: number
  readonly columnPx: number
  readonly known: ReadonlySet<RecordId>
}

function setBlock(page: Page, content: ComparisonContent, chips: readonly number[], measures: Measures): TableBlock {
  const { labelPx, columnPx } = measures
  const heads = chips.map((at) =>
    wrapText(
      cleanText(page.words(content.chips[at]?.name ?? { en: '', 'zh-Hant': '' })),
      columnPx - CELL_PAD_PX,
      FIGURE_FONTS.smallHeading,
      page.measurer,
      MOST_HEAD_LINES,
    ),
  )
  const withRatio = content.rows.flatMap((row) =>
    chips.flatMap((at) => {
      const value = row.facts[at]?.value ?? null
      return ratioOf(content, row, at) === '' || row.facts[at] === undefined || value === null
        ? []
        : [page.measurer.widthPx(textOf(page, row.facts[at], value), FONT)]
    }),
  )
  const ratioPx = Math.max(0, ...withRatio) + 8
  const several = new Set(content.rows.map(({ likeness }) => likeness)).size > 1 && content.chips.length > 1
  return {
    heads,
    headPx: Math.max(...heads.map((lines) => lines.length)) * CELL_LINE_PX + 2 * HEAD_PAD_PX,
    labelPx,
    columnPx,
    ratioPx,
    rows: content.rows.map((row, at) => {
      const begins = several && content.rows[at - 1]?.likeness !== row.likeness
      return setRow(
        page,
        content,
        row,
        chips,
        { ...measures, ratioPx },
        begins ? page.words(LIKENESS_NAMES[row.likeness]) : '',
      )
    }),
  }
}

function setRow(
  page: Page,
  content: ComparisonContent,
  row: CompareRow,
  chips: readonly number[],
  { labelPx, columnPx, known, ratioPx }: Measures & { readonly ratioPx: number },
  group: string,
): SetRow {
  const labelLines = labelTexts(page, row).flatMap((text) =>
    wrapText(text, labelPx - CELL_PAD_PX, FONT, page.measurer, MOST_CELL_LINES),
  )
  const cells = chips.map((at) => setCell(page, content, row, at, { roomPx: columnPx - CELL_PAD_PX, ratioPx, known }))
  const cellPx = Math.max(
    ...cells.map(
      ({ lines, ratio, isBehind }) => lines.length * CELL_LINE_PX + (ratio === '' || isBehind ? 0 : RATIO_LINE_PX),
    ),
  )
  const heightPx = (group === '' ? 0 : GROUP_PX) + Math.max(labelLines.length * CELL_LINE_PX, cellPx) + 2 * ROW_PAD_PX
  return { labelLines, cells, group, heightPx }
}

/** A metric with its unit; both languages in a line for each. */
function labelTexts(page: Page, { metric, facts }: CompareRow): string[] {
  const unit = facts[0]?.unit ?? ''
  const names = METRIC_NAMES[metric]
  const { language } = page.spec.settings
  const inLocale = (locale: 'en' | 'zh-Hant'): string => {
    const shown = valueText(0, unit, locale).unit
    const words = shown === 'billion' ? UNIT_NAMES.billion[locale] : shown
    if (words === '' || words === names[locale]) return names[locale]
    return locale === 'en' ? `${names.en} (${words})` : `${names['zh-Hant']}（${words}）`
  }
  if (language !== 'both') return [inLocale(language)]
  return names.en === names['zh-Hant'] ? [inLocale('en')] : [inLocale('en'), inLocale('zh-Hant')]
}

function setCell(
  page: Page,
  content: ComparisonContent,
  row: CompareRow,
  at: number,
  {
    roomPx,
    ratioPx,
    known,
  }: { readonly roomPx: number; readonly ratioPx: number; readonly known: ReadonlySet<RecordId> },
): SetCell {
  const fact = row.facts[at]
  if (fact === undefined || fact.value === null)
    return { lines: [page.words(UNKNOWN)], isUnknown: true, ratio: '', isBehind: false, slot: null, afterPx: 0 }
  const { measurer } = page
  const lines = wrapText(textOf(page, fact, fact.value), roomPx, FONT, measurer, MOST_CELL_LINES)
  const ratio = ratioOf(content, row, at)
  const endPx = ratioPx + measurer.widthPx(ratio, FIGURE_FONTS.list)
  const isBehind = ratio !== '' && lines.length === 1 && endPx <= roomPx
  const afterPx = (isBehind ? endPx : measurer.widthPx(lines.at(-1) ?? '', FONT)) + 3
  const numbersPx = roomPx + CELL_PAD_PX - 3 - afterPx
  const sources = fact.sources.filter((id) => known.has(id))
  const takesNumbers = sources.length > 0 && numbersPx >= LEAST_NUMBERS_PX
  const chip = content.chips[at]?.id ?? ''
  return {
    lines,
    isUnknown: false,
    ratio,
    isBehind,
    afterPx,
    slot: takesNumbers ? { key: `cell ${row.metric} ${chip}`, sources, roomPx: numbersPx, lines: 1 } : null,
  }
}

function textOf({ locale }: Page, { unit, working, confidence }: Fact, value: number | string): string {
  const text = valueText(value, unit, locale, working === null ? undefined : RESULT_DECIMALS).value
  return cleanText(text) + (confidence === 'unverified' ? UNVERIFIED_MARK : '')
}

/** To the base, for what is no text; that two are the same one sees. */
function ratioOf({ base }: ComparisonContent, { facts }: CompareRow, at: number): string {
  const fact = facts[at]
  const ofBase = base === null ? undefined : facts[base]
  if (fact === undefined || at === base || fact.value === ofBase?.value) return ''
  const ratio = ratioTo(ofBase, fact)
  return ratio === null ? '' : `${ratioText(ratio)}×`
}
