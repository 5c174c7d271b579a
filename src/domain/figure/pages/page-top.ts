import { recordLinks } from '../../layout/record-links'
import { axisHeightPx } from '../frame/draw-axis'
import { drawLegend } from '../frame/draw-legend'
import { drawHeader, type Block } from '../frame/header-footer'
import type { Strip } from '../lanes/strips'
import { placeOnPage } from '../notes/draw-notes'
import { noteStrip, type NoteStrip } from '../notes/note-strip'
import { ROW_PX } from '../page'
import type { Frame } from './page-frames'
import type { Sheet } from './page-sheet'

export const AFTER_LEGEND_PX = 8
/** The most that notes over the rows may take of a sheet of fixed height, as a share. */
const NOTE_STRIP_MOST = 0.12

/** What stands over the rows of records. */
export interface Top {
  readonly header: Block
  readonly legendTopPx: number
  readonly axisTopPx: number
  readonly notesTopPx: number
  readonly strip: NoteStrip
  readonly lanesTopPx: number
}

/** Plans what stands over the rows. On a sheet of free height notes have all the rows that they ask for. */
export function topOf(sheet: Sheet, strips: readonly Strip[], frame: Frame): Top {
  const { content, wish, page, items } = sheet
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
