import type { TimelineItem } from '../../layout/timeline-item'
import type { FigureContent } from '../figure-content'
import type { Tail } from '../lanes/draw-item'
import { FIGURE_FONTS, type Page } from '../page'
import { textShape } from '../text-shape'
import { badgeWidthPx, drawBadge } from './badge'
import type { FigureNote } from './figure-notes'
import { numbersText } from './numbering'

const GAP_PX = 3
const RAISED_PX = 3.5
const BADGE_ABOVE_BASELINE_PX = 4.3

/** Where the list is short of room, names keep room for so many numbers; a run such as `12–19` counts as two. */
const MOST_NUMBERS = 2

const digitsOf = (count: number): number => String(Math.max(count, 1)).length

/** Room behind the name of an item for the numbers of its notes and sources, in px. */
export interface TailRoom {
  readonly notesPx: number
  readonly sourcesPx: number
}

export type TailRooms = (item: TimelineItem) => TailRoom

/** How much room the names of a page keep. `most`: the highest number a source can get; `isShort`: whether the page has room for few. */
export function tailRooms(page: Page, content: FigureContent, most: number, isShort: boolean): TailRooms {
  const widest = (characters: string): number =>
    Math.max(...Array.from(characters).map((each) => page.measurer.widthPx(each, FIGURE_FONTS.number)))
  const badgePx = badgeWidthPx(page, digitsOf(content.notes.length)) + GAP_PX
  const numberPx = digitsOf(most) * widest('0123456789') + widest(',–')
  return ({ record }) => {
    const sources = most === 0 ? 0 : content.sourcesOf(record).length
    const numbers = isShort ? Math.min(sources, MOST_NUMBERS) : sources
    return {
      notesPx: content.notesOn(record).length * badgePx,
      sourcesPx: numbers === 0 ? 0 : GAP_PX + numbers * numberPx + 1,
    }
  }
}

/** Whether so many numbers have room behind a name. */
export function numbersFit(page: Page, numbers: readonly number[], { sourcesPx }: TailRoom): boolean {
  return GAP_PX + page.measurer.widthPx(numbersText(numbers), FIGURE_FONTS.number) <= sourcesPx
}

/** The numbers behind the name of an item. */
export interface TailNumbers {
  readonly notes: readonly { readonly number: number; readonly colour: FigureNote['colour'] }[]
  readonly sources: readonly number[]
}

/** Draws the numbers behind a name; undefined where there are none. */
export function labelTail(page: Page, { notes, sources }: TailNumbers): Tail | undefined {
  if (sources.length + notes.length === 0) return undefined
  const font = FIGURE_FONTS.number
  const text = numbersText(sources)
  const badges = notes.map(({ number }) => badgeWidthPx(page, String(number).length) + GAP_PX)
  const badgesPx = badges.reduce((sum, width) => sum + width, 0)
  return {
    widthPx: badgesPx + (sources.length === 0 ? 0 : GAP_PX + page.measurer.widthPx(text, font)),
    draw(xPx, baselinePx, halo) {
      let x = xPx + GAP_PX
      const marks = notes.flatMap(({ number, colour }, index) => {
        const badge = drawBadge(page, number, colour, x, baselinePx - BADGE_ABOVE_BASELINE_PX)
        x += badges[index] ?? 0
        return badge
      })
      if (sources.length === 0) return marks
      return [
        ...marks,
        textShape(page, {
          role: 'source',
          text,
          font,
          colour: page.palette.mutedInk,
          xPx: x,
          baselinePx: baselinePx - RAISED_PX,
          halo,
        }),
      ]
    },
  }
}
