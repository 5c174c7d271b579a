import type { TextMeasurer } from '../../layout/timeline-item'
import type { RecordId } from '../../model/ids'
import type { FigureMaker, FigureSpec } from '../figure-spec'
import { FIGURE_WORDS } from '../figure-words'
import { drawHeader, drawSmallLines, linesHeightPx, titleOf } from '../frame/header-footer'
import { drawList, numberedList } from '../notes/numbered-list'
import { pageOf } from '../page'
import { drawTable } from '../comparison/draw-table'
import type { ComparisonContent } from '../comparison/comparison-content'
import { setTable, type SetTable } from '../comparison/set-table'
import type { Scene, Shape } from '../scene'
import { GAP_PX } from './page-room'
import { sceneOf } from './draw-page'

const MOST_PAGES = 400

/** A list that goes on over pages of its own. */
export interface LongList {
  readonly what: 'notes' | 'sources'
  readonly texts: readonly string[]
}

/** A comparison that stands on pages of its own, with the numbers of sources behind its values. */
export interface LongTable {
  readonly set: SetTable
  /** How many of its rows have a page that is high enough for them. */
  readonly rows: number
  readonly numbersAt: (slot: string) => readonly number[]
}

/** A page that goes on, before anything stands on it. */
function furtherPage(spec: FigureSpec, measurer: TextMeasurer, maker: FigureMaker) {
  const page = pageOf(spec, measurer, [])
  const header = drawHeader(page, '', 2, false)
  const footer = [`${maker.name} ${maker.version}`]
  const bottomPx = page.heightPx === null ? Infinity : page.heightPx - page.marginPx - linesHeightPx(footer) - GAP_PX
  return { page, header, footer, topPx: header.bottomPx + GAP_PX, bottomPx }
}

/** Sets a comparison for pages of its own. `known`: the sources that the figure can number. */
export function longTable(
  spec: FigureSpec,
  measurer: TextMeasurer,
  content: ComparisonContent,
  known: ReadonlySet<RecordId>,
  maker: FigureMaker,
): Pick<LongTable, 'set' | 'rows'> {
  const { page, topPx, bottomPx } = furtherPage(spec, measurer, maker)
  const set = setTable(page, content, known)
  const tooHigh = set.rowPx.findIndex((px) => topPx + set.overheadPx + px > bottomPx)
  return { set, rows: tooHigh < 0 ? set.rowPx.length : tooHigh }
}

/**
 * Pages with the comparison, the notes and the sources of a figure, numbered on from one to the next; `footer` stands
 * on each. A page of free height takes everything.
 */
export function listPages(
  spec: FigureSpec,
  measurer: TextMeasurer,
  table: LongTable | null,
  lists: readonly LongList[],
  maker: FigureMaker,
): {
  readonly pages: Scene[]
  readonly left: { readonly notes: number; readonly sources: number; readonly rows: number }
} {
  const { page, header, footer, topPx, bottomPx } = furtherPage(spec, measurer, maker)
  const pages: Scene[] = []
  let shapes: Shape[] = [...header.shapes]
  let y = topPx
  const turn = (): void => {
    const footerTop = page.heightPx === null ? y + GAP_PX : page.heightPx - page.marginPx - linesHeightPx(footer)
    const heightPx = page.heightPx ?? Math.ceil(footerTop + linesHeightPx(footer) + page.marginPx)
    shapes.push(...drawSmallLines(page, footer, 'footer', footerTop))
    const title = titleOf(page)
    pages.push(sceneOf(page, heightPx, { title, description: '', bookmarks: [], shapes }))
    shapes = [...header.shapes]
    y = topPx
  }
  const left = { notes: 0, sources: 0, rows: 0 }
  if (table !== null) {
    const { overheadPx, rowPx } = table.set
    let from = 0
    while (from < table.rows) {
      let [to, bottom] = [from, y + overheadPx]
      while (to < table.rows && bottom + (rowPx[to] ?? 0) <= bottomPx) bottom += rowPx[to++] ?? 0
      shapes.push(...drawTable(page, table.set, { from, to, isLast: to === rowPx.length }, y, table.numbersAt))
      y = bottom + 2 * GAP_PX
      from = to
      if (from < table.rows) turn()
    }
    left.rows = rowPx.length - from
  }
  for (const { what, texts } of lists) {
    const heading = page.words(FIGURE_WORDS[what])
    let next = 0
    while (next < texts.length && pages.length < MOST_PAGES) {
      const list = numberedList(page, texts.slice(next), next + 1, bottomPx - y)
      if (list.listed === 0) {
        // Not even one has room on an empty page: the sheet is too small for a list.
        if (y <= topPx) break
        turn()
        continue
      }
      shapes.push(...drawList(page, list, heading, what === 'notes' ? 'note' : 'source', y))
      y += list.heightPx + 2 * GAP_PX
      next += list.listed
      if (next < texts.length) turn()
    }
    left[what] = texts.length - next
  }
  if (shapes.length > header.shapes.length) turn()
  return { pages, left }
}
