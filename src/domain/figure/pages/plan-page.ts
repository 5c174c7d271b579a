import { meetsWindow } from '../../layout/in-window'
import { recordLinks } from '../../layout/record-links'
import type { Lane, TextMeasurer, TimelineItem } from '../../layout/timeline-item'
import type { TimeWindow } from '../../model/view'
import type { FigureContent } from '../figure-content'
import type { FigureMaker } from '../figure-spec'
import { wantedColumnPx } from '../charts/lane-form'
import { partsLeftInWords } from '../charts/chart-words'
import { countedInWords, leftInWords } from '../figure-words'
import { axisHeightPx, FOOT_AXIS_PX } from '../frame/draw-axis'
import { drawLegend } from '../frame/draw-legend'
import { drawHeader, footerLines, linesHeightPx, smallLines, type Block } from '../frame/header-footer'
import { leastHeight, movedDown, placeStrips, type Band } from '../lanes/place-strips'
import { fewerStrips, stripsOf, type Strip } from '../lanes/strips'
import { placeOnPage } from '../notes/draw-notes'
import { tailRooms, type TailRooms } from '../notes/label-tail'
import { noteStrip, type NoteStrip } from '../notes/note-strip'
import { numberedList } from '../notes/numbered-list'
import { SOURCE_LINES, sourceText } from '../notes/source-text'
import { pageOf, ROW_PX, type Page } from '../page'
import { planParts, type PartsPlan } from './plan-parts'

/** Lanes higher than this get the axis at their foot as well. */
const TALL_PX = 700
/** Height of a page's lanes where there are none. */
const EMPTY_PX = 72
const LEAST_EMPTY_PX = 34
export const GAP_PX = 8
export const AFTER_LEGEND_PX = 8

/** Shares of a sheet of fixed height. */
const LANES_LEAST = 0.4
/** Where metric lanes, status bars or a table stand under them. */
const LANES_LEAST_WITH_PARTS = 0.22
/** Less than this is no row with its name. */
const LANES_LEAST_PX = 96
const NOTE_STRIP_MOST = 0.12
const NOTES_MOST = 0.15
const SOURCES_LEAST = 0.12
const SOURCES_MOST = 0.25
/** Lanes with fewer rows than this are folded into their group where that helps. */
const CALM_ROWS = 2
/** With so many rows each, lanes have room enough to leave some to the sources. */
const ROOMY_ROWS = 3

/** What stands on a sheet beside its lanes; where the lanes would have too little, the next that has less. */
interface Frame {
  readonly sources: boolean
  readonly notes: boolean
  readonly legend: boolean
  readonly subtitle: boolean
  readonly titleLines: number
  /** On the smallest sheets the lines at the foot are cut, and notes have no strip. */
  readonly isTiny: boolean
}

const FRAMES: readonly [Frame, ...Frame[]] = [
  { sources: true, notes: true, legend: true, subtitle: true, titleLines: 3, isTiny: false },
  { sources: false, notes: true, legend: true, subtitle: true, titleLines: 3, isTiny: false },
  { sources: false, notes: false, legend: true, subtitle: true, titleLines: 2, isTiny: false },
  { sources: false, notes: false, legend: false, subtitle: true, titleLines: 2, isTiny: false },
  { sources: false, notes: false, legend: false, subtitle: false, titleLines: 1, isTiny: true },
]

/** A page with everything at its place but the numbers, which hang on what stands on all pages. */
export interface PagePlan {
  readonly page: Page
  readonly header: Block
  readonly legendTopPx: number
  readonly hasLegend: boolean
  readonly axisTopPx: number
  readonly strip: NoteStrip
  readonly notesTopPx: number
  readonly lanesTopPx: number
  readonly lanesBottomPx: number
  readonly hasFootAxis: boolean
  readonly bands: readonly Band[]
  /** What each name keeps free for its numbers. */
  readonly rooms: TailRooms
  readonly items: readonly TimelineItem[]
  /** What stands under the rows. */
  readonly parts: PartsPlan
  /** The most that the lists on this page may take. */
  readonly notesListPx: number
  readonly sourcesListPx: number
  readonly footer: readonly string[]
  /** How many lines each line at the foot may take; as many as it needs where undefined. */
  readonly footLines: number | undefined
}

export interface PageWish {
  readonly window: TimeWindow
  /** Behind the title: which page of several this is. */
  readonly suffix: string
  /** Whether the lists of notes and sources stand on this page. */
  readonly lists: boolean
  readonly maker: FigureMaker
  readonly measurer: TextMeasurer
}

/** Plans one page of a figure: all of it where the height is free, else what its sheet has room for. */
export function planPage(content: FigureContent, wish: PageWish): PagePlan {
  const collapsed = new Set(content.spec.collapsed)
  const spec = { ...content.spec, window: wish.window }
  const inPart = ({ extent }: TimelineItem): boolean => meetsWindow(extent, wish.window)
  const ofPart = (strips: readonly Strip[]): Strip[] =>
    strips.map((strip) => ({ ...strip, items: strip.items.filter(inPart) }))
  const whole = ofPart(stripsOf(content.lanes, collapsed))
  const names = whole.filter(({ kind }) => kind !== 'heading').map((strip) => strip.names)
  const { lanes } = content.parts
  const partsColumnPx =
    lanes === null ? 0 : wantedColumnPx(lanes.lanes, (text, font) => wish.measurer.widthPx(text, font))
  const page = pageOf(spec, wish.measurer, names, partsColumnPx)
  const items = content.items.filter(inPart)
  const { heightPx } = page
  if (heightPx === null) return planned(content, wish, page, items, whole, FRAMES[0], null)
  const least = partsAsked(content) ? recordsLeast(page, whole, heightPx) : heightPx * LANES_LEAST
  const { frame, room } = frameFor(least, (each) => roomFor(content, wish, page, items, whole, each, heightPx))
  const strips = ofPart(stripsFor(page, content.lanes, collapsed, room.lanesPx))
  return planned(content, wish, page, items, strips, frame, room)
}

/** What floating point may take from a height that is shared out. */
const ROUNDING_PX = 0.01

/** The first frame in which the lanes have room enough. The list of sources goes as well where a part would be missing whole. */
function frameFor(least: number, roomOf: (frame: Frame) => Room): { readonly frame: Frame; readonly room: Room } {
  let lacking: { readonly frame: Frame; readonly room: Room } | null = null
  for (const frame of FRAMES) {
    const room = roomOf(frame)
    if (room.lanesPx < least - ROUNDING_PX && frame !== FRAMES.at(-1)) continue
    if (room.parts.partsLacking === 0) return { frame, room }
    // Without the list of sources it may have room; nothing else goes for it.
    if (lacking === null && frame.sources) lacking = { frame, room }
    else
      return lacking !== null && lacking.room.parts.partsLacking <= room.parts.partsLacking ? lacking : { frame, room }
  }
  throw new Error('the last frame is taken as it is')
}

const partsAsked = ({ parts }: FigureContent): boolean =>
  parts.lanes !== null || parts.status !== null || parts.comparison !== null

/** How high the rows of records must be where parts stand under them: a share of the sheet, or less where they need less. */
function recordsLeast(page: Page, strips: readonly Strip[], heightPx: number): number {
  const wanted = strips.length === 0 ? LEAST_EMPTY_PX : leastHeight(page, strips, ROOMY_ROWS * linesOfNames(page))
  const share = Math.max(heightPx * LANES_LEAST_WITH_PARTS, Math.min(heightPx * LANES_LEAST, LANES_LEAST_PX))
  return Math.min(share, wanted)
}

/** The fullest strips that fit: each lane with rows to breathe, else with one, else as few as there can be. */
function stripsFor(page: Page, lanes: readonly Lane[], collapsed: ReadonlySet<string>, lanesPx: number): Strip[] {
  let fewest: Strip[] = []
  for (const rows of [CALM_ROWS * linesOfNames(page), 1])
    for (const strips of fewerStrips(lanes, collapsed)) {
      if (leastHeight(page, strips, rows) <= lanesPx) return strips
      fewest = strips
    }
  return fewest
}

/** Names in both languages take a line for each. */
const linesOfNames = ({ spec }: Page): number => (spec.settings.language === 'both' ? 1.5 : 1)

const footLines = ({ isTiny }: Frame): number | undefined => (isTiny ? 1 : undefined)

interface Room {
  readonly lanesPx: number
  readonly parts: PartsPlan
  readonly notesListPx: number
  readonly sourcesListPx: number
}

interface Top {
  readonly header: Block
  readonly legendTopPx: number
  readonly axisTopPx: number
  readonly notesTopPx: number
  readonly strip: NoteStrip
  readonly lanesTopPx: number
}

function topOf(
  content: FigureContent,
  wish: PageWish,
  page: Page,
  items: readonly TimelineItem[],
  strips: readonly Strip[],
  frame: Frame,
): Top {
  const header = drawHeader(page, wish.suffix, frame.titleLines, frame.subtitle)
  const { settings } = content.spec
  const legendTopPx = header.bottomPx + 2
  const records = new Set(items.map(({ record }) => record))
  const links = settings.links ? recordLinks(content.document) : []
  const explained = {
    items,
    links: links.filter(({ from, to }) => records.has(from) && records.has(to)),
    counts: page.heightPx !== null,
  }
  const hasLegend = settings.legend && frame.legend
  const legendBottom = hasLegend ? drawLegend(page, explained, legendTopPx).bottomPx : header.bottomPx
  const axisTopPx = legendBottom + AFTER_LEGEND_PX
  const notesTopPx = axisTopPx + axisHeightPx(page)
  const mostRows =
    page.heightPx === null
      ? Infinity
      : frame.isTiny
        ? 0
        : Math.max(1, Math.floor((page.heightPx * NOTE_STRIP_MOST) / ROW_PX))
  const places = strips.map((strip) => ({ strip, topPx: 0, heightPx: 0 }))
  const strip = noteStrip(
    page,
    content.notes,
    mostRows,
    (mark) => mark.at === null || placeOnPage(content.document, places, mark) !== null,
  )
  return { header, legendTopPx, axisTopPx, notesTopPx, strip, lanesTopPx: notesTopPx + strip.heightPx }
}

const withGap = (px: number): number => (px === 0 ? 0 : px + GAP_PX)

/** How a sheet of fixed height is divided. */
function roomFor(
  content: FigureContent,
  wish: PageWish,
  page: Page,
  items: readonly TimelineItem[],
  strips: readonly Strip[],
  frame: Frame,
  heightPx: number,
): Room {
  const top = topOf(content, wish, page, items, strips, frame)
  const most = footLines(frame)
  const footer = footerLines(page, { shown: content.items.length, hidden: content.hidden }, wish.maker, most)
  const lineOf = (lines: readonly string[]): number => linesHeightPx(lines)
  const noteTexts = top.strip.boxes
    .filter(({ numbered }) => numbered)
    .map(({ note }) => note.text)
    .concat(items.flatMap(({ record }) => content.notesOn(record).map(({ text }) => text)))
  const sources = sourcesFor(content, items)
  const counted = lineOf(smallLines(page, countedInWords(items.length), most))
  const left =
    (sources.size === 0 || !wish.lists ? 0 : lineOf(smallLines(page, leftInWords('sources', sources.size), most))) +
    (content.notes.length === 0 ? 0 : lineOf(smallLines(page, leftInWords('notes', content.notes.length), most)))
  const asked = content.spec.settings
  const allLeft = {
    lanes: asked.lanes?.lanes.length ?? 0,
    chips: asked.status?.chips.length ?? 0,
    rows: asked.comparison?.metrics.length ?? 0,
  }
  const ofParts = partsAsked(content) ? lineOf(smallLines(page, partsLeftInWords(allLeft), most)) : 0
  const bottom = GAP_PX + counted + ofParts + left + GAP_PX + lineOf(footer) + page.marginPx
  const lanesAndLists = heightPx - top.lanesTopPx - bottom
  const notesListPx = wish.lists && frame.notes ? numberedList(page, noteTexts, 1, heightPx * NOTES_MOST).heightPx : 0
  const forBoth = lanesAndLists - withGap(notesListPx)
  const wanted =
    wish.lists && frame.sources
      ? numberedList(
          page,
          [...sources.values()].map((source) => sourceText(source, page.locale)),
          1,
          heightPx * SOURCES_MOST,
          SOURCE_LINES,
        ).heightPx
      : 0
  const rowsLeast = partsAsked(content) ? recordsLeast(page, strips, heightPx) : 0
  const parts = planParts(
    page,
    content,
    forBoth - withGap(Math.min(wanted, heightPx * SOURCES_LEAST)) - rowsLeast,
    wish.lists,
  )
  const spare = forBoth - parts.heightPx - leastHeight(page, strips, ROOMY_ROWS * linesOfNames(page))
  const sourcesListPx = Math.min(wanted, Math.max(heightPx * SOURCES_LEAST, spare))
  return { lanesPx: forBoth - parts.heightPx - withGap(sourcesListPx), parts, notesListPx, sourcesListPx }
}

/** What items and the parts under them rest on, each once. */
function sourcesFor(content: FigureContent, items: readonly TimelineItem[]) {
  return new Map(
    [...items.flatMap(({ record }) => content.sourcesOf(record)), ...content.partSources].map((source) => [
      source.id,
      source,
    ]),
  )
}

/** The highest number a source can get: as many as there are, or as the list of the sheet can hold. */
function mostSources(
  content: FigureContent,
  wish: PageWish,
  page: Page,
  items: readonly TimelineItem[],
  room: Room | null,
): number {
  const all = wish.lists ? items : content.items
  const sources = sourcesFor(content, all)
  if (room === null || !wish.lists) return sources.size
  const shortest = [...sources.values()]
    .map((source) => sourceText(source, page.locale))
    .sort((a, b) => a.length - b.length)
  return numberedList(page, shortest, 1, room.sourcesListPx, SOURCE_LINES).listed
}

function planned(
  content: FigureContent,
  wish: PageWish,
  page: Page,
  items: readonly TimelineItem[],
  strips: readonly Strip[],
  frame: Frame,
  room: Room | null,
): PagePlan {
  const top = topOf(content, wish, page, items, strips, frame)
  const most = footLines(frame)
  const rooms = tailRooms(page, content, mostSources(content, wish, page, items, room), room !== null && wish.lists)
  const parts = room?.parts ?? planParts(page, content, null, wish.lists)
  // Lanes and bars have the axis under them in any case.
  const tall = room !== null && parts.chartsPx === 0 && room.lanesPx > TALL_PX + FOOT_AXIS_PX
  const lanesPx = room === null ? null : room.lanesPx - (tall ? FOOT_AXIS_PX : 0)
  const bands = movedDown(
    placeStrips(page, strips, lanesPx, (item) => rooms(item).notesPx + rooms(item).sourcesPx),
    top.lanesTopPx,
  )
  const last = bands.at(-1)
  const lanesBottomPx =
    last === undefined
      ? top.lanesTopPx + Math.min(EMPTY_PX, Math.max(lanesPx ?? EMPTY_PX, LEAST_EMPTY_PX))
      : last.topPx + last.heightPx
  return {
    ...top,
    page,
    rooms,
    hasLegend: content.spec.settings.legend && frame.legend,
    bands,
    lanesBottomPx,
    footLines: most,
    parts,
    hasFootAxis: parts.chartsPx > 0 || (room === null ? lanesBottomPx - top.lanesTopPx > TALL_PX : tall),
    items,
    notesListPx: room?.notesListPx ?? (wish.lists ? Infinity : 0),
    sourcesListPx: room?.sourcesListPx ?? (wish.lists ? Infinity : 0),
    footer: footerLines(page, { shown: content.items.length, hidden: content.hidden }, wish.maker, most),
  }
}
