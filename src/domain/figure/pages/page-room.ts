import { partsLeftInWords } from '../charts/chart-words'
import { countedInWords, leftInWords } from '../figure-words'
import { footerLines, linesHeightPx, smallLines } from '../frame/header-footer'
import { leastHeight } from '../lanes/place-strips'
import type { Strip } from '../lanes/strips'
import { numberedList } from '../notes/numbered-list'
import { SOURCE_LINES, sourceText } from '../notes/source-text'
import type { Page } from '../page'
import { footLines, type Frame } from './page-frames'
import { partsAsked, sourcesFor, type Sheet } from './page-sheet'
import { topOf, type Top } from './page-top'
import { planParts, type PartsPlan } from './plan-parts'

export const GAP_PX = 8
/** Height of a page's lanes where there are none, at the least. */
export const LEAST_EMPTY_PX = 34

/** Shares of a sheet of fixed height. */
const LANES_LEAST = 0.4
/** Where metric lanes, status bars or a table stand under them. */
const LANES_LEAST_WITH_PARTS = 0.22
/** Less than this is no row with its name. */
const LANES_LEAST_PX = 96
const NOTES_MOST = 0.15
const SOURCES_LEAST = 0.12
const SOURCES_MOST = 0.25
/** With so many rows each, lanes have room enough to leave some to the sources. */
const ROOMY_ROWS = 3

/** How the height of a sheet is shared. */
export interface Room {
  readonly lanesPx: number
  readonly parts: PartsPlan
  readonly notesListPx: number
  readonly sourcesListPx: number
}

/** The least that the rows of records must have in a sheet of fixed height. */
export const lanesLeast = ({ content, page }: Sheet, strips: readonly Strip[], heightPx: number): number =>
  partsAsked(content) ? recordsLeast(page, strips, heightPx) : heightPx * LANES_LEAST

/** How high the rows of records must be where parts stand under them: a share of the sheet, or less where they need less. */
function recordsLeast(page: Page, strips: readonly Strip[], heightPx: number): number {
  const wanted = strips.length === 0 ? LEAST_EMPTY_PX : leastHeight(page, strips, ROOMY_ROWS * linesOfNames(page))
  const share = Math.max(heightPx * LANES_LEAST_WITH_PARTS, Math.min(heightPx * LANES_LEAST, LANES_LEAST_PX))
  return Math.min(share, wanted)
}

/** Names in both languages take a line for each. */
export const linesOfNames = ({ spec }: Page): number => (spec.settings.language === 'both' ? 1.5 : 1)

const withGap = (px: number): number => (px === 0 ? 0 : px + GAP_PX)

/** The most that the lines at the foot may take: what is counted or left out is known only once all is placed. */
function footPx(sheet: Sheet, frame: Frame): number {
  const { content, wish, page, items } = sheet
  const most = footLines(frame)
  const smallPx = (words: Parameters<typeof smallLines>[1]): number => linesHeightPx(smallLines(page, words, most))
  const sources = wish.lists ? sourcesFor(content, items).size : 0
  const { lanes, status, comparison } = content.spec.settings
  const allLeft = {
    lanes: lanes?.lanes.length ?? 0,
    chips: status?.chips.length ?? 0,
    rows: comparison?.metrics.length ?? 0,
  }
  const words =
    smallPx(countedInWords(items.length)) +
    (partsAsked(content) ? smallPx(partsLeftInWords(allLeft)) : 0) +
    (sources === 0 ? 0 : smallPx(leftInWords('sources', sources))) +
    (content.notes.length === 0 ? 0 : smallPx(leftInWords('notes', content.notes.length)))
  const footer = footerLines(page, { shown: content.items.length, hidden: content.hidden }, wish.maker, most)
  return GAP_PX + words + GAP_PX + linesHeightPx(footer) + page.marginPx
}

/** What the list of notes wants, and that of sources, of a sheet so high. */
function listsPx(sheet: Sheet, top: Top, frame: Frame, heightPx: number) {
  const { content, wish, page, items } = sheet
  const inStrip = top.strip.boxes.filter(({ numbered }) => numbered).map(({ note }) => note.text)
  const onRecords = items.flatMap(({ record }) => content.notesOn(record).map(({ text }) => text))
  const sources = [...sourcesFor(content, items).values()].map((source) => sourceText(source, page.locale))
  return {
    notes:
      wish.lists && frame.notes ? numberedList(page, [...inStrip, ...onRecords], 1, heightPx * NOTES_MOST).heightPx : 0,
    sources:
      wish.lists && frame.sources ? numberedList(page, sources, 1, heightPx * SOURCES_MOST, SOURCE_LINES).heightPx : 0,
  }
}

/** How a sheet of fixed height is divided. */
export function roomFor(sheet: Sheet, strips: readonly Strip[], frame: Frame, heightPx: number): Room {
  const { content, wish, page } = sheet
  const top = topOf(sheet, strips, frame)
  const { notes: notesListPx, sources: wanted } = listsPx(sheet, top, frame, heightPx)
  const forBoth = heightPx - top.lanesTopPx - footPx(sheet, frame) - withGap(notesListPx)
  const rowsLeast = partsAsked(content) ? recordsLeast(page, strips, heightPx) : 0
  const sourcesLeast = withGap(Math.min(wanted, heightPx * SOURCES_LEAST))
  const parts = planParts(page, content, forBoth - sourcesLeast - rowsLeast, wish.lists)
  const spare = forBoth - parts.heightPx - leastHeight(page, strips, ROOMY_ROWS * linesOfNames(page))
  const sourcesListPx = Math.min(wanted, Math.max(heightPx * SOURCES_LEAST, spare))
  return { lanesPx: forBoth - parts.heightPx - withGap(sourcesListPx), parts, notesListPx, sourcesListPx }
}

/** The highest number a source can get: as many as there are, or as the list of the sheet can hold. */
export function mostSources(sheet: Sheet, room: Room | null): number {
  const { content, wish, page, items } = sheet
  const all = wish.lists ? items : content.items
  const sources = sourcesFor(content, all)
  if (room === null || !wish.lists) return sources.size
  const shortest = [...sources.values()]
    .map((source) => sourceText(source, page.locale))
    .sort((a, b) => a.length - b.length)
  return numberedList(page, shortest, 1, room.sourcesListPx, SOURCE_LINES).listed
}
