import { cleanText } from '../clean-text'
import { FIGURE_FONTS, LINE_PX, ROW_PX, type Page } from '../page'
import { baselineAt } from '../text-shape'
import { wrapText } from '../wrap-text'
import { bareForm } from './item-forms'
import { packAll, packInto, type StripPacking, type TailOf } from './pack-strip'
import { shareRows, type RowNeed } from './share-rows'
import type { Strip } from './strips'

const PAD_PX = 4
const MOST_EXTRA_PAD_PX = 10
const INDENT_PX = 10
const HEADING_PX = 22
const NAME_ABOVE_PX = 16
const MOST_NAME_LINES = 3
/** Lanes of more items than this are taken to need more rows than any page has. */
const COUNTABLE_ITEMS = 500

/** One strip at its place on the page. */
export interface Band {
  readonly strip: Strip
  readonly topPx: number
  readonly heightPx: number
  readonly nameLines: readonly string[]
  readonly nameLeftPx: number
  readonly firstBaselinePx: number
  /** Top of row 0. */
  readonly rowsTopPx: number
  readonly packing: StripPacking
}

/** A strip with its name set, and what its height is beside its rows. */
interface Named {
  readonly strip: Strip
  readonly nameLines: readonly string[]
  readonly nameLeftPx: number
  readonly fixedPx: number
  readonly leastRows: number
}

const EMPTY: StripPacking = { placed: [], counts: [], rows: 0 }

function named(page: Page, strip: Strip): Named {
  const isHeading = strip.kind === 'heading'
  const nameLeftPx = page.columnLeftPx + (page.namesAbove && !isHeading ? 0 : 6) + strip.depth * INDENT_PX
  const right = isHeading || page.namesAbove ? page.plotRightPx : page.columnLeftPx + page.columnWidthPx
  const font = isHeading ? FIGURE_FONTS.heading : FIGURE_FONTS.lane
  const { language } = page.spec.settings
  const { names } = strip
  const texts =
    language !== 'both' || isHeading || page.namesAbove || names.en === names['zh-Hant']
      ? [page.words(names)]
      : [names.en, names['zh-Hant']]
  const lines = texts.flatMap((text) =>
    wrapText(cleanText(text), Math.max(right - nameLeftPx - 4, 40), font, page.measurer),
  )
  const nameLines = shortened(lines)
  const above = page.namesAbove ? NAME_ABOVE_PX + (nameLines.length - 1) * LINE_PX : 0
  return {
    strip,
    nameLines,
    nameLeftPx,
    fixedPx: isHeading ? HEADING_PX + (nameLines.length - 1) * LINE_PX : 2 * PAD_PX + above,
    leastRows: isHeading ? 0 : page.namesAbove ? 1 : Math.max(1, Math.ceil((nameLines.length * LINE_PX) / ROW_PX)),
  }
}

function shortened(lines: readonly string[]): string[] {
  if (lines.length <= MOST_NAME_LINES) return [...lines]
  const last = Array.from(lines[MOST_NAME_LINES - 1] ?? '')
  return [...lines.slice(0, MOST_NAME_LINES - 1), `${last.slice(0, -1).join('')}…`]
}

function bare(page: Page, strip: Strip): StripPacking {
  return { placed: strip.items.map((item) => ({ form: bareForm(page, item), row: 0 })), counts: [], rows: 1 }
}

/** How high the strips are when each has only as many rows as it must, or `rowsEach` where it has more to show. */
export function leastHeight(page: Page, strips: readonly Strip[], rowsEach: number): number {
  return strips
    .map((strip) => ({ ...named(page, strip), count: strip.kind === 'items' ? strip.items.length : 1 }))
    .reduce(
      (sum, { fixedPx, leastRows, count }) =>
        sum + fixedPx + Math.max(leastRows, Math.min(count, rowsEach)) * ROW_PX * Math.sign(leastRows),
      0,
    )
}

/**
 * Places the strips from 0 down. With no height given each has the rows it needs; else the rows of
 * that height are shared out, and what has no room in its rows is counted.
 */
export function placeStrips(page: Page, strips: readonly Strip[], heightPx: number | null, tailOf: TailOf): Band[] {
  const all = strips.map((strip) => named(page, strip))
  const whole = all.map(({ strip }): StripPacking | null =>
    strip.kind === 'heading'
      ? EMPTY
      : strip.kind === 'collapsed'
        ? bare(page, strip)
        : heightPx !== null && strip.items.length > COUNTABLE_ITEMS
          ? null
          : packAll(page, strip.items, tailOf),
  )
  if (heightPx === null) {
    const rows = all.map(({ leastRows }, index) => Math.max(leastRows, whole[index]?.rows ?? 0))
    return stacked(
      page,
      all,
      whole.map((packing) => packing ?? EMPTY),
      rows,
      0,
    )
  }
  const fixedPx = all.reduce((sum, each) => sum + each.fixedPx, 0)
  const available = Math.floor((heightPx - fixedPx) / ROW_PX)
  const needs = all.map(({ leastRows, strip }, index): RowNeed => ({
    least: leastRows,
    rows: Math.max(leastRows, whole[index]?.rows ?? strip.items.length),
  }))
  const rows = shareRows(needs, available)
  const packings = all.map(({ strip }, index) => {
    const packing = whole[index]
    const share = rows[index] ?? 1
    return packing && packing.rows <= share ? packing : packInto(page, strip.items, share, tailOf)
  })
  const used = fixedPx + rows.reduce((sum, count) => sum + count, 0) * ROW_PX
  const withRows = all.filter(({ leastRows }) => leastRows > 0).length
  const extra = Math.max(0, Math.min(MOST_EXTRA_PAD_PX, (heightPx - used) / Math.max(withRows, 1) / 2))
  return stacked(page, all, packings, rows, extra)
}

function stacked(
  page: Page,
  all: readonly Named[],
  packings: readonly StripPacking[],
  rows: readonly number[],
  extraPadPx: number,
): Band[] {
  let topPx = 0
  return all.map(({ strip, nameLines, nameLeftPx, fixedPx, leastRows }, index): Band => {
    const isHeading = leastRows === 0
    const pad = isHeading ? 0 : extraPadPx
    const heightPx = fixedPx + (rows[index] ?? 0) * ROW_PX + 2 * pad
    const above = page.namesAbove && !isHeading ? fixedPx - 2 * PAD_PX : 0
    const font = isHeading ? FIGURE_FONTS.heading : FIGURE_FONTS.lane
    const firstRowPx = isHeading
      ? HEADING_PX / 2
      : page.namesAbove
        ? PAD_PX + pad + NAME_ABOVE_PX / 2
        : PAD_PX + pad + ROW_PX / 2
    const band = {
      strip,
      nameLines,
      nameLeftPx,
      topPx,
      heightPx,
      firstBaselinePx: baselineAt(topPx + firstRowPx, font),
      rowsTopPx: topPx + (isHeading ? 0 : PAD_PX + pad + above),
      packing: packings[index] ?? EMPTY,
    }
    topPx += heightPx
    return band
  })
}

/** The same bands further down the page. */
export function movedDown(bands: readonly Band[], byPx: number): Band[] {
  return bands.map((band) => ({
    ...band,
    topPx: band.topPx + byPx,
    firstBaselinePx: band.firstBaselinePx + byPx,
    rowsTopPx: band.rowsTopPx + byPx,
  }))
}
