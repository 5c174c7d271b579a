import { meetsWindow } from '../../layout/in-window'
import type { Lane, TimelineItem } from '../../layout/timeline-item'
import { wantedColumnPx } from '../charts/lane-form'
import type { FigureContent } from '../figure-content'
import { FOOT_AXIS_PX } from '../frame/draw-axis'
import { footerLines } from '../frame/header-footer'
import { leastHeight, movedDown, placeStrips, type Band } from '../lanes/place-strips'
import { fewerStrips, stripsOf, type Strip } from '../lanes/strips'
import { tailRooms, type TailRooms } from '../notes/label-tail'
import { pageOf, type Page } from '../page'
import { footLines, frameFor, FRAMES, type Frame } from './page-frames'
import { LEAST_EMPTY_PX, lanesLeast, linesOfNames, mostSources, roomFor, type Room } from './page-room'
import type { PageWish, Sheet } from './page-sheet'
import { topOf, type Top } from './page-top'
import { planParts, type PartsPlan } from './plan-parts'

/** Lanes higher than this get the axis at their foot as well. */
const TALL_PX = 700
/** Height of a page's lanes where there are none. */
const EMPTY_PX = 72
/** Lanes with fewer rows than this are folded into their group where that helps. */
const CALM_ROWS = 2

/** A page with everything at its place but the numbers, which hang on what stands on all pages. */
export interface PagePlan extends Top {
  readonly page: Page
  readonly hasLegend: boolean
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
  const sheet = { content, wish, page, items }
  if (heightPx === null) return planned(sheet, whole, FRAMES[0], null)
  const least = lanesLeast(sheet, whole, heightPx)
  const { frame, room } = frameFor(least, (each) => roomFor(sheet, whole, each, heightPx))
  const strips = ofPart(stripsFor(page, content.lanes, collapsed, room.lanesPx))
  return planned(sheet, strips, frame, room)
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

function planned(sheet: Sheet, strips: readonly Strip[], frame: Frame, room: Room | null): PagePlan {
  const { content, wish, page, items } = sheet
  const top = topOf(sheet, strips, frame)
  const most = footLines(frame)
  const rooms = tailRooms(page, content, mostSources(sheet, room), room !== null && wish.lists)
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
