import type { RecordId } from '../../model/ids'
import { FIGURE_FONTS, type Page } from '../page'
import type { TextShape } from '../scene'
import { textShape } from '../text-shape'
import { numbersText, type Numbering } from './numbering'

export const NUMBER_LINE_PX = 11

/** Room for the numbers of sources at a place that is no name of a record: a lane, a table's cell. */
export interface SourceSlot {
  /** No two of a page are the same. */
  readonly key: string
  readonly sources: readonly RecordId[]
  readonly roomPx: number
  readonly lines: number
}

/** Numbers in lines no wider than `roomPx`; a run such as `12–19` is not broken. */
export function numberLines(page: Page, numbers: readonly number[], roomPx: number): string[] {
  const lines: string[] = []
  for (const part of numbers.length === 0 ? [] : numbersText(numbers).split(',')) {
    const longer = lines.length === 0 ? part : `${lines.at(-1) ?? ''},${part}`
    if (lines.length > 0 && page.measurer.widthPx(`${longer},`, FIGURE_FONTS.number) <= roomPx)
      lines[lines.length - 1] = longer
    else lines.push(part)
  }
  return lines
}

function fits(page: Page, numbers: readonly number[], { roomPx, lines }: SourceSlot): boolean {
  const set = numberLines(page, numbers, roomPx)
  return set.length <= lines && set.every((line) => page.measurer.widthPx(line, FIGURE_FONTS.number) <= roomPx)
}

/** Gives numbers to the sources of a slot, as far as they have room in it: what has none is not met there. */
export function meetSlot(page: Page, slot: SourceSlot, sources: Numbering): number[] {
  const numbers: number[] = []
  for (const id of slot.sources) if (fits(page, [...numbers, sources.next(id)], slot)) numbers.push(sources.meet(id))
  return numbers
}

/** The numbers of a slot, the first line with its baseline at `baselinePx`. */
export function drawNumbers(
  page: Page,
  numbers: readonly number[],
  roomPx: number,
  place: { readonly xPx: number; readonly baselinePx: number },
): TextShape[] {
  return numberLines(page, numbers, roomPx).map((text, at) =>
    textShape(page, {
      role: 'source',
      text,
      font: FIGURE_FONTS.number,
      colour: page.palette.mutedInk,
      xPx: place.xPx,
      baselinePx: place.baselinePx + at * NUMBER_LINE_PX,
    }),
  )
}
