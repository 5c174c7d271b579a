import type { Document } from '../model/document'
import { recordOfType } from '../model/document'
import type { RecordId } from '../model/ids'
import type { TextMeasurer } from '../layout/timeline-item'
import { altText } from './alt-text'
import { figureContent, recordsBehind, type FigureContent } from './figure-content'
import type { FigureMaker, FigureSpec } from './figure-spec'
import { numberedList, type ListLayout } from './notes/numbered-list'
import { Numbering } from './notes/numbering'
import { SOURCE_LINES, sourceText } from './notes/source-text'
import type { PartsLeft } from './charts/chart-words'
import { meetSlot } from './notes/source-slots'
import { countedOn, drawPage, meetNumbers, type PageNumbers } from './pages/draw-page'
import { listPages, longTable, type LongTable } from './pages/list-pages'
import { planPage, type PagePlan } from './pages/plan-page'
import { tableSlots } from './pages/plan-parts'
import type { Scene } from './scene'
import { windowParts } from './window-parts'

/** What a figure holds, for those who show, check or describe it. */
export interface FigureReport {
  /** Records drawn with a mark of their own, each once. */
  readonly drawn: readonly RecordId[]
  /** Records that stand only in a mark that counts. */
  readonly counted: number
  /** Records of the window that filters hide. */
  readonly hidden: number
  readonly sources: { readonly listed: number; readonly left: number }
  readonly notes: number
  /** What of the metric lanes, the status bars and the comparison had no room. */
  readonly partsLeft: PartsLeft
  /** Every record the figure depends on: items, notes, sources, organisations of lanes. */
  readonly records: readonly RecordId[]
  /** Two or three plain sentences for readers who do not see the figure. */
  readonly altText: string
}

export interface Figure {
  readonly pages: readonly Scene[]
  readonly report: FigureReport
}

/** A `sheet` is always one page; a `document` may have several, and goes on with notes and sources. */
export type FigureMedium = 'sheet' | 'document'

/**
 * Draws a document as a figure: title, legend, axis, lanes, notes, sources and footer, laid out for
 * the paper of the spec.
 *
 * On paper of free height every selected record is drawn in each of its lanes. A sheet of fixed
 * height draws what has room, the most important first; the rest is counted in marks of its lanes
 * and in a line of the page, so that drawn and counted records are all that were selected. No text
 * covers another or leaves its page. The same document, spec, maker and measurer give the same
 * figure. `measurer` must measure each script in the font that {@link scriptRuns} gives it.
 */
export function buildFigure(
  document: Document,
  spec: FigureSpec,
  measurer: TextMeasurer,
  maker: FigureMaker,
  medium: FigureMedium,
): Figure {
  const content = figureContent(document, spec)
  const count = medium === 'sheet' ? 1 : spec.settings.pages
  const parts = windowParts(spec.window, count)
  const suffixOf = (index: number): string => (count === 1 ? '' : ` (${String(index + 1)}/${String(count)})`)
  const plansWith = (lists: boolean): PagePlan[] =>
    parts.map((window, index) => planPage(content, { window, suffix: suffixOf(index), lists, maker, measurer }))

  const whole = count === 1 ? laidOut(content, plansWith(true), null) : null
  // A document never leaves out what a further page can hold.
  if (whole !== null && (medium === 'sheet' || whole.notesLeft + whole.sourcesLeft + whole.rowsLeft === 0)) {
    const { plans, noteList, sourceList, notesLeft, sourcesLeft } = whole
    const pages = plans.map((plan, index) =>
      drawPage(plan, content, suffixOf(index), {
        notes: noteList,
        sources: sourceList,
        notesLeft,
        sourcesLeft,
        numbers: whole.numbersOf(index),
        lastNote: noteList.listed,
        lastSource: sourceList.listed,
      }),
    )
    return {
      pages,
      report: reportOf(content, plans, whole.texts.notes.length, notesLeft, whole.rowsLeft, {
        listed: sourceList.listed,
        left: sourcesLeft,
      }),
    }
  }
  const { comparison } = content.parts
  const known = new Set(content.partSources.map(({ id }) => id))
  const table = comparison === null ? null : longTable(spec, measurer, comparison, known, maker)
  const { plans, texts, numbersOf, unmetSources, tableNumbers } = laidOut(content, plansWith(false), table)
  const furtherWith = (lastSource: number) =>
    listPages(
      spec,
      measurer,
      table === null
        ? null
        : {
            ...table,
            numbersAt: (slot) => (tableNumbers.get(slot) ?? []).filter((number) => number <= lastSource),
          },
      [
        { what: 'notes', texts: texts.notes },
        { what: 'sources', texts: texts.sources },
      ],
      maker,
    )
  const whatFits = furtherWith(Infinity)
  // The table comes before the list that its numbers lead to; where that is cut, they are as well.
  const further = whatFits.left.sources === 0 ? whatFits : furtherWith(texts.sources.length - whatFits.left.sources)
  const listed = texts.sources.length - further.left.sources
  const pages: Scene[] = plans.map((plan, index) =>
    drawPage(plan, content, suffixOf(index), {
      notes: null,
      sources: null,
      notesLeft: plan.strip.left.length,
      sourcesLeft: 0,
      numbers: numbersOf(index),
      lastNote: texts.notes.length - further.left.notes,
      lastSource: listed,
    }),
  )
  const notesLeft = plans.reduce((sum, { strip }) => sum + strip.left.length, further.left.notes)
  return {
    pages: [...pages, ...further.pages],
    report: reportOf(content, plans, texts.notes.length, notesLeft, further.left.rows, {
      listed,
      left: further.left.sources + unmetSources,
    }),
  }
}

/** Planned pages with their notes and sources numbered, and listed as far as the first page has room; `table` follows on pages of its own. */
function laidOut(content: FigureContent, plans: readonly PagePlan[], table: Pick<LongTable, 'set' | 'rows'> | null) {
  const notes = new Numbering()
  const sources = new Numbering()
  const numbers = plans.map((plan) => meetNumbers(plan, content, notes, sources))
  const [head] = plans
  const slots = table === null ? [] : tableSlots(table.set, { from: 0, to: table.rows, isLast: true })
  const tableNumbers = new Map(
    slots.map((slot) => [slot.key, head === undefined ? [] : meetSlot(head.page, slot, sources)]),
  )
  const byId = new Map(content.notes.map((note) => [note.id, note]))
  const locale = content.spec.settings.language === 'zh-Hant' ? 'zh-Hant' : 'en'
  const texts = {
    notes: notes.met.map((id) => byId.get(id)?.text ?? ''),
    sources: sources.met.flatMap((id) => {
      const source = recordOfType(content.document, 'source', id)
      return source === undefined ? [] : [sourceText(source, locale)]
    }),
  }
  const named = new Set(
    plans
      .flatMap(({ bands }) =>
        bands.flatMap(({ packing }) =>
          packing.placed.flatMap(({ form }) =>
            form.label === null ? [] : content.sourcesOf(form.item.record).map(({ id }) => id),
          ),
        ),
      )
      .concat([...plans.flatMap(({ parts }) => parts.slots), ...slots].flatMap((slot) => slot.sources)),
  )
  const [first] = plans
  const listOf = (list: readonly string[], mostPx: number | undefined, mostLines?: number): ListLayout =>
    first === undefined ? NO_LIST : numberedList(first.page, list, 1, mostPx ?? 0, mostLines)
  const noteList = listOf(texts.notes, first?.notesListPx)
  const sourceList = listOf(texts.sources, first?.sourcesListPx, SOURCE_LINES)
  return {
    plans,
    tableNumbers,
    rowsLeft: first?.parts.left.rows ?? 0,
    texts,
    noteList,
    sourceList,
    numbersOf: (index: number): PageNumbers => numbers[index] ?? NO_NUMBERS,
    notesLeft: texts.notes.length - noteList.listed + (first?.strip.left.length ?? 0),
    sourcesLeft: named.size - sourceList.listed,
    unmetSources: named.size - sources.met.length,
  }
}

const NO_NUMBERS: PageNumbers = { notes: new Map(), sources: new Map(), slots: new Map() }
const NO_LIST = { columns: [], columnWidthPx: 0, indentPx: 0, listed: 0, heightPx: 0 } as const

function reportOf(
  content: FigureContent,
  plans: readonly PagePlan[],
  numberedNotes: number,
  notesLeft: number,
  rowsLeft: number,
  sources: FigureReport['sources'],
): FigureReport {
  const drawn = new Set(
    plans.flatMap(({ bands }) => bands.flatMap(({ packing }) => packing.placed.map(({ form }) => form.item.record))),
  )
  const counted = new Set(plans.flatMap((plan) => [...countedOn(plan)]).filter((record) => !drawn.has(record)))
  const inPlace = new Set(
    plans.flatMap(({ strip }) => strip.boxes.filter(({ numbered }) => !numbered).map(({ note }) => note.id)),
  )
  const withoutPlace = plans.reduce((sum, { strip }) => sum + strip.left.length, 0)
  return {
    drawn: [...drawn].sort(),
    counted: counted.size,
    hidden: content.hidden,
    sources,
    notes: inPlace.size + numberedNotes - (notesLeft - withoutPlace),
    partsLeft: {
      lanes: Math.max(0, ...plans.map(({ parts }) => parts.left.lanes)),
      chips: Math.max(0, ...plans.map(({ parts }) => parts.left.chips)),
      rows: rowsLeft,
    },
    records: recordsBehind(content),
    altText: altText(content),
  }
}
