import { byImportance } from '../../layout/pack-lane'
import type { TimelineItem } from '../../layout/timeline-item'
import type { Page } from '../page'
import { cellOf, countMarks, countText, type CountPlace, type Holder } from './count-marks'
import { itemForms, type ItemForm, type ItemForms } from './item-forms'
import { markPlace } from './mark-place'
import { RowGrid } from './row-grid'

/** In lanes higher than this, names change sides to save rows. */
const CALM_ROWS = 5

export interface PlacedForm {
  readonly form: ItemForm
  readonly row: number
}

export interface StripPacking {
  readonly placed: readonly PlacedForm[]
  readonly counts: readonly CountPlace[]
  readonly rows: number
}

export type TailOf = (item: TimelineItem) => number

/**
 * Gives every item the highest place where it touches no other: spans first, so that they lie above
 * the points of their lane, each in the order given. Rows are added as needed; nothing is left out.
 *
 * Where many points crowd together, a point that needs a new row has its name on its left, so that
 * the next one fits beside it:
 *
 *              First name ◆ ◆ Second name
 */
export function packAll(page: Page, items: readonly TimelineItem[], tailOf: TailOf): StripPacking {
  const grid = new RowGrid<TimelineItem>(Infinity)
  const rowFor = (form: ItemForm): number => grid.rowFor(form.cells) ?? grid.count
  const take = (form: ItemForm, row: number): PlacedForm => {
    grid.take(form.cells, row, form.item)
    return { form, row }
  }
  const place = ({ item, first, other }: ItemForms): PlacedForm => {
    const row = rowFor(first)
    const rows = first.cells.at(-1)?.row ?? 0
    if (item.shape === 'span' || other === undefined || row < CALM_ROWS || row + rows < grid.count)
      return take(first, row)
    const otherRow = rowFor(other)
    return otherRow <= row ? take(other, otherRow) : take(first, row)
  }
  const ordered = [...items.filter(({ shape }) => shape === 'span'), ...items.filter(({ shape }) => shape === 'point')]
  const placed = ordered.map((item) => place(itemForms(page, item, markPlace(page, item), tailOf(item))))
  return { placed, counts: [], rows: grid.count }
}

/**
 * Fits the items of a lane into so many rows. The most important come first; each goes down its
 * ladder: label beside the mark on either side, label in narrower lines, label led out to another
 * row, and where none of that fits, it is counted in a mark of the last row. What still has room
 * between the marks that count is drawn after all. Every item ends either in `placed` or in exactly
 * one of `counts`.
 */
export function packInto(page: Page, items: readonly TimelineItem[], rows: number, tailOf: TailOf): StripPacking {
  const ordered = items.toSorted(byImportance)
  const whole = packed(page, ordered, new RowGrid(rows), rows, tailOf)
  if (whole.hidden.length === 0) return { placed: whole.placed, counts: [], rows }
  const grid = new RowGrid<Holder>(rows)
  // The last row is left to the marks that count, unless it is the only one.
  const first = packed(page, ordered, grid, Math.max(rows - 1, 1), tailOf)
  const { counts, removed } = countMarks(page, grid, first.hidden, rows - 1)
  const placed = first.placed.filter(({ form }) => !removed.has(form.item))
  return { ...filledUp(page, grid, placed, counts, tailOf), rows }
}

function packed(
  page: Page,
  ordered: readonly TimelineItem[],
  grid: RowGrid<Holder>,
  rows: number,
  tailOf: TailOf,
): { readonly placed: PlacedForm[]; readonly hidden: TimelineItem[] } {
  const placed: PlacedForm[] = []
  const hidden: TimelineItem[] = []
  for (const item of ordered) {
    const found = firstThatFits(page, item, grid, rows, tailOf)
    if (found === undefined) {
      hidden.push(item)
      continue
    }
    grid.take(found.form.cells, found.row, item)
    placed.push(found)
  }
  return { placed, hidden }
}

/** Draws what has room beside the marks that count; a mark with nothing left to count goes. */
function filledUp(
  page: Page,
  grid: RowGrid<Holder>,
  placed: readonly PlacedForm[],
  counts: readonly CountPlace[],
  tailOf: TailOf,
): { readonly placed: PlacedForm[]; readonly counts: CountPlace[] } {
  const more: PlacedForm[] = []
  const left = new Map(counts.map((mark) => [mark, new Set(mark.items)]))
  for (const mark of counts) grid.take([cellOf(mark)], mark.row, mark)
  const hidden = counts.flatMap((mark) => mark.items.map((item) => ({ item, mark })))
  for (const { item, mark } of hidden.sort((a, b) => byImportance(a.item, b.item))) {
    const found = firstThatFits(page, item, grid, Infinity, tailOf)
    if (found === undefined) continue
    grid.take(found.form.cells, found.row, item)
    more.push(found)
    left.get(mark)?.delete(item)
    if (left.get(mark)?.size === 0) grid.remove(mark)
  }
  return {
    placed: [...placed, ...more],
    counts: counts.flatMap((mark) => {
      const items = mark.items.filter((item) => left.get(mark)?.has(item))
      return items.length === 0 ? [] : [{ ...mark, items, text: countText(items.length) }]
    }),
  }
}

function firstThatFits(
  page: Page,
  item: TimelineItem,
  grid: RowGrid<Holder>,
  rows: number,
  tailOf: TailOf,
): PlacedForm | undefined {
  const mark = markPlace(page, item)
  // Measuring names is what costs: where not even the mark fits, there is nothing to measure.
  if (grid.rowFor([{ row: 0, leftPx: mark.leftPx, rightPx: mark.rightPx }], rows) === undefined) return undefined
  const forms = itemForms(page, item, mark, tailOf(item))
  const fit = (form: ItemForm | undefined): PlacedForm | undefined => {
    const row = form === undefined ? undefined : grid.rowFor(form.cells, rows)
    return form === undefined || row === undefined ? undefined : { form, row }
  }
  const beside = fit(forms.first) ?? fit(forms.other)
  if (beside !== undefined) return beside
  for (const form of forms.tight()) {
    const found = fit(form)
    if (found !== undefined) return found
  }
  return undefined
}
