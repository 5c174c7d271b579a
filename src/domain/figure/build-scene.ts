import type { Document } from '../model/document'
import type { RecordId } from '../model/ids'
import { filterItems } from '../layout/filter-items'
import { meetsWindow } from '../layout/in-window'
import { lanesOf } from '../layout/lanes'
import type { TextMeasurer } from '../layout/timeline-item'
import { timelineItems } from '../layout/timeline-items'
import { AXIS_PX, drawAxis, drawGrid, drawToday } from './draw-axis'
import { drawFooter, drawHeader, titleOf } from './draw-frame'
import { drawLaneGrounds, drawLanes } from './draw-lanes'
import { drawLegend } from './draw-legend'
import { drawNotes, placeOnPage } from './draw-notes'
import type { FigureMaker } from './figure-spec'
import { countInWords, FIGURE_WORDS } from './figure-words'
import { laneBands, movedDown } from './lane-bands'
import type { LayoutSpec } from './layout-spec'
import { noteStrip } from './note-strip'
import { FIGURE_FONTS, pageOf, type Page } from './page'
import type { Bookmark, Shape } from './scene'
import { textShape } from './text-shape'
import { windowInWords } from './window-words'

const EMPTY_PX = 120
/** Lanes higher than this get the axis at their foot as well. */
const TALL_PX = 700

/** A page before it knows its paper. */
export interface BuiltPage {
  readonly widthPx: number
  readonly heightPx: number
  readonly background: string
  readonly title: string
  readonly description: string
  readonly recordCount: number
  readonly hidden: number
  readonly drawn: readonly RecordId[]
  readonly notes: readonly RecordId[]
  readonly bookmarks: readonly Bookmark[]
  readonly shapes: readonly Shape[]
}

function nothingToShow(page: Page, topPx: number): Shape {
  return textShape(page, {
    role: 'empty',
    text: FIGURE_WORDS.nothing[page.spec.locale],
    font: FIGURE_FONTS.window,
    colour: page.palette.mutedInk,
    xPx: (page.columnLeftPx + page.plotRightPx) / 2,
    anchor: 'middle',
    baselinePx: topPx + EMPTY_PX / 2,
  })
}

/**
 * Draws a document as a figure: title, legend, axis, lanes, footer, from top to bottom.
 *
 * Every record that passes the filters and meets the window is drawn once in each lane it stands in.
 * No label covers another or leaves the page; rows grow as needed. Notes that are shown in figures stand
 * in a strip above the lanes. The same document, spec, maker and measurer give the same scene. `measurer` must measure each script in the font that
 * {@link scriptRuns} gives it.
 */
export function buildScene(
  document: Document,
  spec: LayoutSpec,
  measurer: TextMeasurer,
  maker: FigureMaker,
): BuiltPage {
  const page = pageOf(spec, measurer)
  const inWindow = timelineItems(document).filter(({ extent }) => meetsWindow(extent, spec.window))
  const items = filterItems(inWindow, spec.filters)

  const header = drawHeader(page)
  const placed = laneBands(page, lanesOf(document, items, spec.grouping))
  const legend = drawLegend(page, placed, header.bottomPx + 6)
  const axisTop = legend.bottomPx + 14
  const notesTop = axisTop + AXIS_PX
  const strip = noteStrip(page, document, (mark) => mark.at === null || placeOnPage(document, placed, mark) !== null)
  const lanesTop = notesTop + strip.heightPx
  const bands = movedDown(placed, lanesTop)
  const lastBand = bands.at(-1)
  const lanesBottom = lastBand === undefined ? lanesTop + EMPTY_PX : lastBand.topPx + lastBand.heightPx
  const notes = drawNotes(page, strip, {
    topPx: notesTop,
    bottomPx: lanesBottom,
    placeTop: (mark) => placeOnPage(document, bands, mark),
  })
  const foot = lanesBottom - lanesTop > TALL_PX ? drawAxis(page, lanesBottom, 'foot') : []
  const contentBottom = lanesBottom + (foot.length > 0 ? AXIS_PX : 0)
  const counts = { shown: items.length, hidden: inWindow.length - items.length }
  const footer = drawFooter(page, counts, maker, contentBottom)

  return {
    widthPx: page.widthPx,
    heightPx: Math.ceil(footer.bottomPx + page.marginPx),
    background: page.palette.ground,
    title: titleOf(page),
    description: `${windowInWords(spec.window, spec.locale)} · ${countInWords(counts.shown, counts.hidden, spec.locale)}`,
    recordCount: counts.shown,
    hidden: counts.hidden,
    drawn: items.map(({ record }) => record),
    notes: strip.boxes.map(({ mark }) => mark.id),
    bookmarks: bands.map(({ nameLines, topPx }) => ({ title: nameLines.join(' '), yPx: topPx })),
    shapes: [
      ...header.shapes,
      ...legend.shapes,
      ...drawLaneGrounds(page, bands),
      ...drawGrid(page, notesTop, lanesBottom),
      ...notes.grounds,
      ...drawToday(page, notesTop, lanesBottom),
      ...drawAxis(page, axisTop, 'head'),
      ...foot,
      ...(bands.length === 0 ? [nothingToShow(page, lanesTop)] : drawLanes(page, bands)),
      ...notes.words,
      ...footer.shapes,
    ],
  }
}
