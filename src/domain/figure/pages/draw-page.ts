import type { RecordId } from '../../model/ids'
import type { FigureContent } from '../figure-content'
import { anyLeft, partsLeftInWords } from '../charts/chart-words'
import { countedInWords, FIGURE_WORDS, leftInWords } from '../figure-words'
import { axisHeightPx, drawAxis, drawGrid, drawToday, FOOT_AXIS_PX } from '../frame/draw-axis'
import { drawLegend } from '../frame/draw-legend'
import { drawSmallLines, linesHeightPx, smallLines, titleOf } from '../frame/header-footer'
import { drawBandGrounds, drawBands, inReadingOrder } from '../lanes/draw-bands'
import { movedDown } from '../lanes/place-strips'
import { drawLinks, linkPlaces, linksOn } from '../links/draw-links'
import { drawNotes, placeOnPage } from '../notes/draw-notes'
import { labelTail, numbersFit, type TailNumbers } from '../notes/label-tail'
import { drawList, type ListLayout } from '../notes/numbered-list'
import type { Numbering } from '../notes/numbering'
import { meetSlot } from '../notes/source-slots'
import { FIGURE_FONTS, LINE_PX, type Page } from '../page'
import { ptPerPx } from '../paper-size'
import type { Bookmark, Scene, Shape } from '../scene'
import { baselineAt, textShape } from '../text-shape'
import { windowInWords } from '../window-words'
import { wrapText } from '../wrap-text'
import { drawCharts, drawComparison, type NumbersAt } from './draw-parts'
import { GAP_PX } from './page-room'
import { AFTER_LEGEND_PX } from './page-top'
import type { PagePlan } from './plan-page'

/** The numbers on a page: of its notes, behind each of its names, and in the parts under its rows. */
export interface PageNumbers {
  readonly notes: ReadonlyMap<RecordId, number>
  readonly sources: ReadonlyMap<RecordId, readonly number[]>
  readonly slots: ReadonlyMap<string, readonly number[]>
}

/**
 * Gives numbers to the notes and sources of a page in the order in which they are read. A source
 * for whose number a name has no room is not met there.
 */
export function meetNumbers(
  { page, bands, strip, rooms, parts }: PagePlan,
  content: FigureContent,
  notes: Numbering,
  sources: Numbering,
): PageNumbers {
  const noteNumbers = new Map<RecordId, number>()
  const behindNames = new Map<RecordId, readonly number[]>()
  const meetNote = (id: RecordId): unknown => noteNumbers.set(id, notes.meet(id))
  for (const { note, numbered } of strip.boxes) if (numbered) meetNote(note.id)
  for (const band of bands)
    for (const { form } of inReadingOrder(band)) {
      const { item } = form
      if (form.label === null || behindNames.has(item.record)) continue
      for (const { id } of content.notesOn(item.record)) meetNote(id)
      const room = rooms(item)
      const numbers: number[] = []
      for (const { id } of content.sourcesOf(item.record))
        if (numbersFit(page, [...numbers, sources.next(id)], room)) numbers.push(sources.meet(id))
      behindNames.set(item.record, numbers)
    }
  const slots = new Map(parts.slots.map((slot) => [slot.key, meetSlot(page, slot, sources)]))
  return { notes: noteNumbers, sources: behindNames, slots }
}

/** What of the notes and sources stands on a page: its lists, and how many had no room. */
export interface PageLists {
  readonly notes: ListLayout | null
  readonly sources: ListLayout | null
  readonly notesLeft: number
  readonly sourcesLeft: number
  readonly numbers: PageNumbers
  /** The last numbers that are listed anywhere: others would lead nowhere. */
  readonly lastNote: number
  readonly lastSource: number
}

function nothingToShow(page: Page, topPx: number, bottomPx: number): Shape[] {
  const font = FIGURE_FONTS.window
  const lines = wrapText(page.words(FIGURE_WORDS.nothing), page.plotRightPx - page.columnLeftPx, font, page.measurer)
  return lines.map((text, index) =>
    textShape(page, {
      role: 'empty',
      text,
      font,
      colour: page.palette.mutedInk,
      // The line at today may pass there.
      halo: page.halo,
      xPx: (page.columnLeftPx + page.plotRightPx) / 2,
      anchor: 'middle',
      baselinePx: baselineAt((topPx + bottomPx) / 2, font) + (index - (lines.length - 1) / 2) * LINE_PX,
    }),
  )
}

/** Records that this page only counts. */
export function countedOn({ bands }: PagePlan): Set<RecordId> {
  const counted = new Set(
    bands.flatMap(({ packing }) => packing.counts.flatMap(({ items }) => items.map(({ record }) => record))),
  )
  for (const { packing } of bands) for (const { form } of packing.placed) counted.delete(form.item.record)
  return counted
}

/** Everything below the lanes, and where it ends. */
function drawFoot(plan: PagePlan, lists: PageLists, topPx: number): { shapes: Shape[]; bottomPx: number } {
  const { page, footer } = plan
  const shapes: Shape[] = []
  let y = topPx + GAP_PX
  const height = linesHeightPx(footer)
  const lastPx = page.heightPx === null ? Infinity : page.heightPx - page.marginPx - height
  const addLines = (lines: readonly string[], role: 'footer' | 'count'): void => {
    // On the smallest sheets not even all that is missing can be told; the report does.
    if (y + linesHeightPx(lines) > lastPx) return
    shapes.push(...drawSmallLines(page, lines, role, y))
    y += linesHeightPx(lines)
  }
  const counted = countedOn(plan).size
  if (counted > 0) addLines(smallLines(page, countedInWords(counted), plan.footLines), 'count')
  const { left: partsLeft, tablePx } = plan.parts
  if (anyLeft(partsLeft)) addLines(smallLines(page, partsLeftInWords(partsLeft), plan.footLines), 'count')
  shapes.push(...drawComparison(page, plan.parts, y, numbersAt(lists)))
  y += tablePx
  const addList = (list: ListLayout | null, what: 'notes' | 'sources', left: number): void => {
    if (list !== null && list.listed > 0) {
      y += GAP_PX
      shapes.push(...drawList(page, list, page.words(FIGURE_WORDS[what]), what === 'notes' ? 'note' : 'source', y))
      y += list.heightPx
    }
    if (left > 0) addLines(smallLines(page, leftInWords(what, left), plan.footLines), 'count')
  }
  addList(lists.notes, 'notes', lists.notesLeft)
  addList(lists.sources, 'sources', lists.sourcesLeft)
  const footerTop = page.heightPx === null ? y + GAP_PX : page.heightPx - page.marginPx - height
  shapes.push(...drawSmallLines(page, footer, 'footer', footerTop))
  return { shapes, bottomPx: footerTop + height }
}

function listedNote({ numbers, lastNote }: PageLists, note: RecordId): number | undefined {
  const number = numbers.notes.get(note)
  return number !== undefined && number <= lastNote ? number : undefined
}

function tailNumbers(content: FigureContent, record: RecordId, lists: PageLists): TailNumbers {
  return {
    notes: content.notesOn(record).flatMap(({ id, colour }) => {
      const number = listedNote(lists, id)
      return number === undefined ? [] : [{ number, colour }]
    }),
    sources: (lists.numbers.sources.get(record) ?? []).filter((number) => number <= lists.lastSource),
  }
}

/** Numbers that lead to a list. */
const numbersAt =
  ({ numbers, lastSource }: PageLists): NumbersAt =>
  (slot) =>
    (numbers.slots.get(slot) ?? []).filter((number) => number <= lastSource)

/** Moves what stands under the legend up where the legend of what was drawn is lower than was kept free for it. */
function closedUp(plan: PagePlan, byPx: number): PagePlan {
  if (byPx <= 0) return plan
  return {
    ...plan,
    axisTopPx: plan.axisTopPx - byPx,
    notesTopPx: plan.notesTopPx - byPx,
    lanesTopPx: plan.lanesTopPx - byPx,
    lanesBottomPx: plan.lanesBottomPx - byPx,
    bands: movedDown(plan.bands, -byPx),
  }
}

/** Draws a planned page. */
export function drawPage(planned: PagePlan, content: FigureContent, suffix: string, lists: PageLists): Scene {
  const { page } = planned
  const { settings, window } = page.spec
  const links = settings.links ? linksOn(content.document, linkPlaces(planned.bands)) : []
  const legend = drawLegend(
    page,
    {
      items: planned.bands.flatMap(({ packing }) => packing.placed.map(({ form }) => form.item)),
      links,
      counts: planned.bands.some(({ packing }) => packing.counts.length > 0),
    },
    planned.legendTopPx,
  )
  const plan = closedUp(planned, planned.hasLegend ? planned.axisTopPx - AFTER_LEGEND_PX - legend.bottomPx : 0)
  const { bands, strip, notesTopPx, lanesTopPx, lanesBottomPx } = plan
  const notes = drawNotes(page, strip, {
    topPx: notesTopPx,
    bottomPx: lanesBottomPx,
    placeTop: (mark) => placeOnPage(content.document, bands, mark),
    numberOf: ({ id }) => listedNote(lists, id),
  })
  const charts = drawCharts(page, plan.parts, content, lanesBottomPx, numbersAt(lists))
  const chartsBottomPx = lanesBottomPx + plan.parts.chartsPx
  const footAxis = plan.hasFootAxis ? drawAxis(page, chartsBottomPx, 'foot') : []
  const foot = drawFoot(plan, lists, chartsBottomPx + (plan.hasFootAxis ? FOOT_AXIS_PX : 0))
  const heightPx = page.heightPx ?? Math.ceil(foot.bottomPx + page.marginPx)
  return sceneOf(page, heightPx, {
    title: titleOf(page) + suffix,
    description: windowInWords(window, page.locale),
    bookmarks: [
      ...bands.map(({ strip: { names }, topPx }) => ({ title: page.words(names), yPx: topPx })),
      ...charts.bookmarks,
    ],
    shapes: [
      ...plan.header.shapes,
      ...(plan.hasLegend ? legend.shapes : []),
      ...drawBandGrounds(page, bands),
      ...drawGrid(page, notesTopPx, lanesBottomPx),
      ...notes.grounds,
      ...drawToday(page, plan.axisTopPx + axisHeightPx(page), lanesBottomPx),
      ...drawAxis(page, plan.axisTopPx, 'head'),
      ...footAxis,
      ...drawLinks(page, links, linkPlaces(bands)),
      ...(bands.length === 0
        ? nothingToShow(page, lanesTopPx, lanesBottomPx)
        : drawBands(page, bands, (item) => labelTail(page, tailNumbers(content, item.record, lists)))),
      ...notes.words,
      ...charts.shapes,
      ...foot.shapes,
    ],
  })
}

/** A page as a scene: its size on paper, its ground and its language come from the settings. */
export function sceneOf(
  page: Page,
  heightPx: number,
  rest: {
    readonly title: string
    readonly description: string
    readonly bookmarks: readonly Bookmark[]
    readonly shapes: readonly Shape[]
  },
): Scene {
  const { settings } = page.spec
  const factor = ptPerPx(settings)
  return {
    widthPx: page.widthPx,
    heightPx,
    widthPt: page.widthPx * factor,
    heightPt: heightPx * factor,
    background: settings.transparent ? null : page.palette.ground,
    language: settings.language,
    ...rest,
  }
}
